"""Needs of what is being spoken of, in sentences that do not name it: "the wrapper has to be there", "it's the directory that says who".

Also needs that point back to what was said: "the turnstile has to have it", "there can't be a review without it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied

_WORD = r"(?!(?:might|may|could|would|should|does|did|will|can|must)\b)[\w-]+"
_NP = rf"(?:{_WORD}\s+){{0,3}}?{_WORD}"
_THE = rf"(?:the|our|its|that|this)\s+{_NP}"
_UP = (
    r"(?:there|up(?:\s+to\s+date)?|running|on|right|set|in\s+place|reachable|available|alive|correct|current|complete|working|online|locked|filled|staffed|loaded|powered|connected|enabled|"
    r"switched\s+on|turned\s+on|in\s+(?:order|force|sync)|kept\s+(?:up\s+to\s+date|current|running))"
)
_HAS_TO_BE = Cue(
    rf"\b(?P<object>{_THE})\s+(?:(?:simply|just|always|really|itself)\s+)?(?:(?:has|have|had|needs?)\s+to|must)\s+(?:(?:first|always|also)\s+)?(?:be|stay|remain)\s+{_UP}\b(?:\s+for\s+(?P<dependent>(?:the|our)\s+{_NP})\s+to\b)?",
    re.IGNORECASE,
)
_IT_USES = Cue(
    rf"\b(?P<object>(?:the|its|that)\s+{_NP})\s+(?:(?:that|which)\s+)?(?:it|they)\s+(?:itself\s+)?(?:uses?|reads?(?:\s+from)?|consults?|draws?\s+on|relies\s+on|depends\s+on|works\s+(?:from|with|off)|runs\s+(?:on|under|as|off|over)|"
    r"checks\s+against|is\s+(?:built|based|hosted|mounted)\s+on|is\s+fed\s+(?:by|from)|goes\s+by|goes\s+through|hangs\s+(?:on|off)|sits\s+on|lives\s+on|stands\s+on|feeds\s+(?:on|off)|talks\s+to|logs\s+in\s+(?:with|through)|needs?)\b"
    r"(?!\s+(?:on|to|at)\s+the\b)",
    re.IGNORECASE,
)
_ESSENTIAL = Cue(
    rf"\b(?P<object>(?:(?:the|our|its|that|this|an?)\s+)?{_NP})\s+(?:is|are)\s+(?:(?:also|therefore|thus|\w+ly)\s+)?(?:essential|indispensable|vital|crucial|critical|necessary|required|needed|"
    rf"an?\s+(?:necessary\s+)?(?:pre-?)?condition|an?\s+prerequisite|a\s+must)\s+(?:to|for|by|of)\s+(?P<dependent>(?:the|our)\s+{_NP}|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){{0,3}}|its?\b)",
    re.IGNORECASE,
)
_AS_LONG_AS = Cue(
    rf"\b(?:as|so)\s+long\s+as\s+(?:it|they|that)\s+(?:only\s+)?(?:comes?|goes?|runs?|pass(?:es)?|arrives?)\s+(?:in\s+|out\s+)?(?:through|via|over)\s+(?P<object>{_THE})",
    re.IGNORECASE,
)
_GIVES = r"(?:says?|sends?|tells?|knows?|decides?|gives?|fills?|feeds?|writes?|holds?|suppl(?:y|ies)|provides?|carr(?:y|ies)|starts?|wakes?|stamps?|puts?)"
_IT_IS = Cue(
    rf"\bit(?:[’']s|\s+is)\s+(?P<object>the\s+{_NP})\s+(?:that|which)\s+{_GIVES}\b(?P<rest>[^.;]{{0,100}})",
    re.IGNORECASE,
)
_RECEIVER = Cue(rf"\b(?:to|into|for)\s+(?P<who>{_THE})", re.IGNORECASE)
_INSIDE = Cue(
    rf"\bit(?:[’']s|\s+is)\s+(?:in|on|inside|part\s+of)\s+(?P<object>{_THE}),\s+(?P<dependent>(?:the|our)\s+{_NP})\s+is\b",
    re.IGNORECASE,
)
_HAS_IT = Cue(
    rf"(?P<dependent>\b(?:[Tt]he|[Oo]ur)\s+{_NP}|\b[A-Z][\w-]+)\s+(?:also\s+|too\s+)?(?:has\s+to\s+have|must\s+have|has\s+got\s+to\s+have|needs|can[’']t\s+(?:do|work|run|live)\s+without|is\s+(?:nothing|blind|useless|dead|lost)\s+without)\s+(?P<object>it|them|that)\b(?=\s*(?:[.,;]|$|to\b|too\b|as\b|because\b))"
)
_NONE_WITHOUT = Cue(
    rf"\bthere\s+(?:can[’']t|cannot|could\s+not|couldn[’']t|won[’']t|wouldn[’']t|would)\s+be\s+(?:an?\s+|any\s+|no\s+)?(?P<dependent>{_NP})\s+without\s+(?P<object>it|them|{_THE})\b",
    re.IGNORECASE,
)
_PRODUCE = Cue(
    rf"\b(?:we|you|they|I)\s+(?:can[’']t|cannot|couldn[’']t|could\s+not|won[’']t)\s+(?:produce|do|run|make|get|have|trust|use|open|start)\s+(?P<dependent>(?:the|our)\s+{_NP})\s+without\s+(?P<object>it|them|{_THE})\b",
    re.IGNORECASE,
)
_HAVE_NO = Cue(
    rf"\bwithout\s+(?P<object>(?:an?|the|our)\s+{_NP})\s+(?:you|we|they)\s+(?:haven[’']t\s+got|don[’']t\s+have|have\s+no|have\s+not\s+got)\s+(?:an?\s+|any\s+)?(?P<dependent>{_NP})\b(?=\s*(?:[.,;]|$|at\s+all))",
    re.IGNORECASE,
)
_USED_BY = Cue(
    rf"\b(?P<object>(?:the|our|that|its)\s+{_NP})\s+(?:is|are)\s+(?:(?:also|both|\w+ly)\s+)?(?:used|read|consulted|queried|polled|shared|relied\s+(?:up)?on|drawn\s+on)\s+by\s+(?:both\s+)?(?P<dependent>(?:the|our)\s+[^.;]{{3,80}})",
    re.IGNORECASE,
)
_FOR_IT_TO = Cue(
    rf"\b(?:for|before)\s+(?P<dependent>(?:the|our)\s+{_NP})\s+(?:to|can)\s+(?:work|run|function|start|fire|operate|act|do\s+\w+)\b[^.;]{{0,20}}?,\s+(?P<object>{_THE})\s+(?:must|has\s+to|needs\s+to|have\s+to)\b",
    re.IGNORECASE,
)
_WEAK = (
    r"(?:dependenc(?:y|ies)|inputs?|data\s+source|source|requirements?|pre-?conditions?|prerequisites?|(?:weak|soft|sore)\s+(?:spots?|points?)|weakness|achilles[’']?\s+heel|single\s+points?\s+of\s+failure|"
    r"bottleneck|lifeline|foundations?|snag|crutch|eyes(?:\s+and\s+ears)?|feed|power\s+source)"
)
_ITS_WEAK = Cue(
    rf"\b(?:its|their|the|(?P<dependent>(?:the|our)\s+[\w-]+(?:\s+[\w-]+){{0,2}}?)[’']s)\s+(?:(?:only|one|main|single|biggest|real|whole|sole|critical|key|most\s+important|hidden)\s+){{0,2}}{_WEAK}"
    rf"(?:\s+(?:of|for|in)\s+(?P<dependent2>(?:the|our)\s+[\w-]+(?:\s+[\w-]+){{0,3}}?))?\s*(?:\s+(?:is|are|being)|,)\s+(?P<object>(?:the|an?|our|that|one|its)\s+{_NP})",
    re.IGNORECASE,
)
_IS_WEAK = Cue(
    rf"\b(?P<object>(?:the|our|that|its)\s+{_NP})\s+(?:is|are)\s+(?:its|their|the|(?P<dependent>(?:the|our)\s+[\w-]+(?:\s+[\w-]+){{0,2}}?)[’']s)\s+(?:(?:only|one|main|single|biggest|real|sole|critical|key|hidden)\s+){{0,2}}{_WEAK}\b"
    rf"(?:\s+(?:of|for|in)\s+(?P<dependent2>(?:the|our)\s+[\w-]+(?:\s+[\w-]+){{0,3}}))?",
    re.IGNORECASE,
)
_PULL = Cue(
    rf"\b(?:kill|pull|drop|lose|cut|unplug|switch\s+off|turn\s+off|stop|remove|break|revoke|delete|wipe|lock|starve|block|corrupt|mute)\s+(?P<object>(?:the|that|its|our)\s+{_NP})(?:\s+(?:out|off|away))?,?\s+and\s+"
    r"(?P<dependent>it|they|both|everything|(?:the|our)\s+[\w-]+(?:\s+[\w-]+){0,3}?|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})(?:[’']s|[’']re|\s+(?:is|are|goes|go|stops?|dies?|falls?|sees?|has|have|does|do|can|can[’']t|cannot|won[’']t|will|lets?|just|simply))\b",
    re.IGNORECASE,
)
_ALL = (
    _HAS_TO_BE,
    _USED_BY,
    _FOR_IT_TO,
    _IT_USES,
    _ESSENTIAL,
    _ITS_WEAK,
    _IS_WEAK,
    _PULL,
    _AS_LONG_AS,
    _IT_IS,
    _INSIDE,
    _HAS_IT,
    _NONE_WITHOUT,
    _PRODUCE,
    _HAVE_NO,
)
_UNSURE = Cue(r"\b(?:might|may|could|would|should|whether|if|used\s+to|supposed)\b[^.;,]{0,20}$", re.IGNORECASE)


_NAMES_NOTHING = frozenset({"it", "its", "they", "both", "everything"})


class BareNeed(NamedTuple):
    """Offsets: what is needed stands between `object` and `limit`; `dependent` is empty where the talk before says who needs it."""

    object: int
    limit: int
    dependent: tuple[int, int]


def bare_needs(text: str) -> Iterator[BareNeed]:
    """Every such need that a sentence states; denied and merely possible ones are left out."""
    for pattern in _ALL:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if not (is_denied(before) or _UNSURE.search(before)):
                yield BareNeed(*match.span("object"), _who(match))


def _who(match: re.Match[str]) -> tuple[int, int]:
    said = match.groupdict()
    for named in ("dependent", "dependent2"):
        if said.get(named) and said[named].casefold() not in _NAMES_NOTHING:
            return match.span(named)
    receiver = _RECEIVER.search(match.string, *match.span("rest")) if said.get("rest") else None
    return receiver.span("who") if receiver else (0, 0)
