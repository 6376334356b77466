"""The words by which text says who made a test: "run by", "which Audit held", "Audit carried it out", "who organised that?"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.trial_words import DATE, HEAD, SOFT_HEAD

_DONE = (
    r"(?:conducted|performed|carried\s+out|run|re-?run|held|done|made|staged|organi[sz]ed|led|set\s+up|executed|administered|undertaken|completed|repeated|replayed|arranged|"
    r"witnessed|supervised|directed|put\s+together|overseen|prepared|delivered|facilitated|handled)"
)
_DID = (
    r"(?:conducted|performed|carried\s+out|ran|re-?ran|held|did|made|staged|organi[sz]ed|led|set\s+up|executed|administered|undertook|completed|repeated|replayed|arranged|"
    r"witnessed|supervised|directed|put\s+together|oversaw|prepared|facilitated|conducts|performs|carries\s+out|runs|holds)"
)
_TRIED = r"(?:evaluated|tested|tried|examined|measured|checked|assessed|verified|exercised|attacked|probed|timed|red-teamed|submitted|planted|counted|sent|put|fed|threw)"
_THAT = r"(?:it|that|this|these|those|them|both|all\s+(?:three|four|of\s+them)|(?:the|this|that)\s+(?:test|drill|exercise|trial|study|rehearsal|simulation|evaluation|experiment|whole\s+thing|measurement|count|work)s?)"
_HAVE = (
    r"(?:had\s+|has\s+|have\s+)?(?:\w+ly\s+|also\s+|since\s+|then\s+|themselves\s+|itself\s+|herself\s+|himself\s+)?"
)
BY = Cue(
    rf"(?:\b(?P<made>{_DONE})\s+(?:for\s+us\s+|(?!by\b)[\w’'-]+\s+){{0,6}}?)?\bby\s+|\bwith\s+(?=[^.;,]{{2,40}}\sas\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:evaluator|examiner|assessor|referee|umpire|auditor|examiners|evaluators|assessors)\b)",
    re.IGNORECASE,
)
"""Behind a test: what stands before the name of who made it; `made`: it says so, and not only "by"."""
NOT_SO = Cue(
    r"\b(?:not|never|nobody|no\s+one|\w+n[’']t|commissioned|requested|asked|should|would|could|to\s+be|might|must|will|criti\w+|cited|quoted|rejected|disputed|owned|operated|supplied|planned|proposed)\b",
    re.IGNORECASE,
)
ROLE = Cue(
    r"\s*(?:\W?(?:the|our|its|an?|their|her|his|own|external|outside|independent|in-house|both|senior)\s+)*(?:[a-z][a-z-]+(?:\s+[a-z][a-z-]+)?\s+(?:at|of|from|in|on)\s+(?:the\s+)?|[a-z][a-z-]+\s+)?",
)
"""What may stand between that and the name: "the", "our statistician", "engineers of the"."""
MAKES_BEFORE = Cue(
    rf"\s{_HAVE}{_DID}\s+(?:(?:the|an?|our|its|their|this|that|his|her|all|both|one|own|last|same)\s+){{0,3}}(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
MADE_IN = Cue(
    rf"\s{_HAVE}{_TRIED}\s[^.;]{{1,50}}?\s(?:in|during|through|with|as\s+part\s+of)\s+(?:what\s+(?:it|they|she|he)\s+calls?\s+)?(?:the|its|an?|their|our|this|that|his|her)\s+(?:own\s+|last\s+)?$",
    re.IGNORECASE,
)
RELATIVE = Cue(
    r",?\s+(?:(?:which|that)\s+)?(?:the\s+|our\s+|both\s+)?(?:[a-z]+s\s+(?:at|of|from)\s+(?:the\s+)?)?", re.IGNORECASE
)
MADE_AFTER = Cue(
    rf"(?:\s+themselves|\s+itself|\s+herself|\s+himself)?\s+{_HAVE}{_DID}\b(?!\s+(?:the|an?|it|them)\b)", re.IGNORECASE
)
IS_SUBJECT = Cue(
    r"(?:\s+team|\s+office|\s+group)?(?:\s*\([^()]*\))?(?:,[^,;.]{2,60},)?(?:\s+(?:who|which|also|then|since|itself|herself|himself|together|jointly|and\s+\w+))?\s?"
)
"""What may stand between the name of who made a test and the verb."""
PASSIVE_IT = Cue(
    rf"\W*(?:and\s+)?{_THAT}\s+(?:was|were|had\s+been|has\s+been|is|are)\s+(?:\w+\s+){{0,3}}?{_DONE}\s+(?:(?!by\b)[\w’'-]+\s+){{0,6}}?by\s+",
    re.IGNORECASE,
)
ACTIVE_IT = Cue(
    rf"\s{_HAVE}(?:{_DID}|set|carried|put|timed|measured|counted|tested|planted)\s+{_THAT}(?:\s+(?:up|out|together|all|off))?(?=\s*[.,;]|\s*$|\s+(?:in|on|for|with|last|at|over|between|from|by|and|after|before|to|last|this|that|himself|herself|itself|themselves)\b)",
    re.IGNORECASE,
)
ASKS = Cue(
    r"\W*(?:(?:and|but|so)\W+)?(?:who(?:[’']d|[’']s)?\s+(?:[\w’']+\s+){0,2}?(?:ran|run|held|organi[sz]ed|did|made|conducted|performed|carried|set|staged|arranged|led|tested|checked|measured|counted|replayed|evaluated|tried)\b|"
    r"\w+(?:ed|un|ade|one)\s+by\b|by\s+whom\b|whose\s+(?:test|drill|exercise|trial|study|number|figure|count|measurement|work)\b)[^?]*\?",
    re.IGNORECASE,
)
_NAMED = r"[A-Z][\w’'-]*(?:\s+(?:(?:&|of|of\s+the)\s+)?[A-Z][\w-]+){0,4}"
_NAME = rf"(?P<name>{_NAMED})"
_OTHER_NAME = _NAME.replace("name", "other")
MADE_BY = Cue(
    rf"\b(?i:{_DONE})\s+(?:(?!by\b)[\w’'-]+\s+){{0,5}}?by\s+(?:the\s+|our\s+)?{_NAME}(?!\w|[’'])(?:,?\s+and\s+(?:the\s+)?{_OTHER_NAME})?"
)
"""A capitalised name behind the words that say that something was made."""
NAMED_FIRST = Cue(
    rf"(?:(?<![\w’'-])(?:[Tt]he\s+)?)(?P<name>{_NAMED}(?:\s+team)?)\s+(?i:{_HAVE}(?:(?:{_DID}|set|put|timed|tested)\s+(?:it|that|this|them)\b|{_DID}\s+(?:(?:the|an?|this|that|both|our|its|all|their)\s+)(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{HEAD}|{SOFT_HEAD})\b|(?:planted|sent|ran|re-?ran|submitted|repeated|replayed|injected|fed|presented|tried|tested|re-?tested|audited|inspected|assessed|verified|examined|checked)\s+(?:the|our|its|both|\d[\d,]*|two|three|four|five|six|ten|twenty)\b))"
)
"""A capitalised name before such words: "the Grid Office carried out the drill"."""
TRIES = Cue(
    rf"\b(?:{_TRIED}|repeated|ran|re-?ran|replayed|injected|presented|audited|inspected|re-?tested)\s+(?:\d[\d,]*|the|an?|two|three|four|five|six|ten|twenty)\b",
    re.IGNORECASE,
)
"""Where a sentence tells of something that was tried, without a noun for it."""
BY_NAME = Cue(
    rf"\b(?i:{HEAD}|{SOFT_HEAD})(?:\s+of\s+[^.;:,]{{3,40}}?)?(?:\s+(?:on|in|of)\s+{DATE})?,?\s+by\s+(?:the\s+)?{_NAME}(?!\w|[’'])"
)
"""A capitalised name that stands right behind a test with "by": "the pinch test by Arm Safety"."""
BRACKETED = Cue(
    rf"\b(?:{HEAD}|{SOFT_HEAD})\s+\((?:(?:[A-Z]?[a-z]+|\d{{1,4}})[\w\s]{{0,20}},\s+)?(?:by\s+)?{_NAME}(?:,\s+[\w\s]{{3,20}})?\)"
)
"""A capitalised name in brackets, alone or beside a date: "(September, Evaluations Group)"."""
ANSWER = Cue(rf"\W*(?:the\s+|that\s+was\s+|our\s+)?{_NAME}\s*(?:[.,;]|$|\s+(?:did|ran|held|in|with|team)\b)")
FINDS_IN = Cue(rf"(?:\s+(?:on|of|in)\s+{DATE})?,\s+(?:the\s+)?")
"""Between a test with which a sentence opens and the name of who found something in it: "during the drill on 3 May, the"."""
FOUND = Cue(
    rf"(?:\s+(?:team|crew|staff|engineers))?\s+{_HAVE}(?:found|discovered|noticed|observed|established|recorded|saw|detected|uncovered)\b",
    re.IGNORECASE,
)
OPENING = Cue(
    r"\W*(?:in|during|at|on)\s+(?:the\s+|an?\s+|our\s+|its\s+|this\s+|that\s+)?(?:last\s+|latest\s+)?", re.IGNORECASE
)
DATED = Cue(rf"\s+(?:on|of|in)\s+{DATE}\s+|\s+last\s+\w+\s+")
OPENS_WITH = Cue(r"\W*(?:in|during|at|for)?\s*(?:this|that|the|these)\s+(?:\w+\s+)?", re.IGNORECASE)
"""What stands before a test with which a sentence opens."""
FINDER = Cue(
    rf"^\W*(?i:in|during|at)\s[^.;:]{{3,80}}?,\s+(?:the\s+)?(?P<name>{_NAMED}(?:\s+team)?)\s+(?:had\s+)?(?:found|discovered|noticed|observed|established|recorded)\b"
)
"""A capitalised name of who found something in what a sentence opens with."""
