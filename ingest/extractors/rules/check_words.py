"""Words for a check that somebody made by hand, and for how it came out: "sampled 60 approvals", "of which 41", "and could not"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+hundred|"
    r"hundreds?|dozens?|all|some|a\s+third|half|a\s+sample|a\s+quarter|every)"
)
CHECKED = Cue(
    rf"\b(?:(?:looked|went|gone)\s+(?:at|into|through|over|back\s+(?:at|over|through))\s+(?:the\s+|our\s+|some\s+)?(?:last\s+)?(?={_NUMBER}\b|logs|records|files|transcripts)|"
    rf"(?:examined|sampled|pulled|drew|reviewed|counted|checked|inspected|audited|re-?scored|re-?graded|read|took|timed|watched|analy[sz]ed|traced|followed|interviewed|surveyed)\s+"
    rf"(?:up\s+)?(?:through\s+)?(?:the\s+|our\s+|some\s+|about\s+|roughly\s+)?(?:last\s+|first\s+)?(?:{_NUMBER}\b|logs|records|files|transcripts|(?:[\w-]+\s+){{1,2}}(?:logs?|records|files|figures|transcripts|approvals|entries))|"
    r"(?:re-?ran|rerun|repeated|replicated|reproduced|redid|re-?tested|recomputed|re-?calculated)\s+(?:the|our|its|their|that|this|these|those|a|an|all|some|half|part)\b|"
    r"(?:tried|attempted|set\s+out|spent\s+[^.;,]{3,30}?\s+trying|was\s+asked|were\s+asked|was\s+told|were\s+told|was\s+given\s+[^.;,]{3,30}?|were\s+given\s+[^.;,]{3,30}?)\s+(?:[^.;,]{2,40},\s+)?(?:hard\s+|for\s+[^.;,]{3,24}\s+|repeatedly\s+|in\s+vain\s+)?to\s+"
    r"(?:get|break|bypass|defeat|evade|copy|send|smuggle|start|pass|fool|trick|slip|exfiltrate|move|push|find|launch|reach|read|open|disable|circumvent|plant|hide|sneak|beat|work\s+around|go\s+around)\b|"
    rf"(?:ran|held|staged|carried\s+out|conducted|did|made|launched|mounted)\s+(?:about\s+|some\s+|over\s+)?{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}?(?:campaigns?|tests|trials|drills|exercises|attempts|attacks|probes|scenarios|simulations|rehearsals|runs)\b|"
    r"(?:tested|attacked|probed|audited|examined|inspected|challenged)\s+(?=(?:the|our|both|its|their|all)\s)|"
    r"(?:staged|planted|injected|seeded|slipped|smuggled|hid|introduced|inserted|submitted|put)\s+(?:in\s+)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b)",
    re.IGNORECASE,
)
CAME_OUT = Cue(
    r"\b(?:(?:(?:only|just|all)\s+)?\d[\d,.]*\s+(?:out\s+)?(?:of\b|were\b|had\b|got\b|went\b|came\b|given\b)|"
    r"found\s+(?:that\s+)?(?:only\s+|just\s+)?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|no|nothing|half|a\s+third|every|all)\b|"
    r"(?:caught|found|stopped|blocked|flagged|cut|refused|missed|noticed|killed|rejected|let\s+through)\s+(?:only\s+|just\s+|all\s+)?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|all|none|every|both)\b|"
    r"\d[\d.,]*\s?(?:%|per\s?cent\b)|\d[\d,]*\s*/\s*\d|none\s+of|all\s+(?:of\s+)?(?:them|these|those|\d+)\b|all\s+were\b|"
    r"(?:could|was|were|did)(?:\s+not|n[’']t)\b(?!\s+(?:told|asked|shown|given|allowed))|(?:was|were)\s+unable|failed(?:\s+to|\s+each|\s+every|\s*[.;,])|without\s+success|in\s+vain|got\s+(?:nowhere|no\s+further)|succeeded|"
    r"(?:median|mean|average|typical)\s+(?:[\w-]+\s+){0,8}?(?:is|was|of)\b[^.;]{0,24}\d)",
    re.IGNORECASE,
)
HYPOTHETICAL = Cue(
    r"\b(?:would|should|might|must|will|plan(?:s|ned|ning)?|intend\w*|hope\w*|want\w*|if|unless|ought|never|could(?!\s+not|n[’']t)|can|(?-i:may)|suggest\w*|recommend\w*|propos\w+|nobody|no\s+one)\b",
    re.IGNORECASE,
)
_SELF = r"(?P<who>I|[Ww]e|[A-Z][a-z’'-]+)"
_OFTEN = r"(?:(?:have|had|has|also|then|myself|ourselves|[a-z]+ly|both|once|since)\s+){0,2}"
_BY_HAND = (
    r"(?:re-?)?checked|verified|sampled|visited|inspected|watched|observed|sat\s+in|went\s+to\s+see|read\s+(?:all|every|each|the\s+(?:logs|records|transcripts|whole))|"
    r"tried|attempted|tested|re-?tested|examined|attacked|probed|traced|were\s+in\s+the\s+room|was\s+in\s+the\s+room|spent\s+[^.;]{3,40}?\s(?:trying|testing|attacking|reading)"
)
OWN_CHECK = Cue(
    rf"\b{_SELF}\s+{_OFTEN}(?P<verb>(?P<hand>{_BY_HAND})|walked\s+through|went\s+through|re-?ran|repeated|replicated|reproduced|redid|pulled|took|drew|counted|timed|measured|looked\s+at|"
    r"asked\s+for\s+the\s+(?:breakdown|logs|records|figures|raw|underlying)|obtained|recomputed|re-?calculated|reviewed|staged|planted|seeded)\b|"
    r"\b[Ii]n\s+(?:our|my)\s+(?:own\s+)?(?P<own>retest|re-test|rerun|re-run|repetition|replication|sample|test|trial|experiment)\b"
)
RERUN = Cue(r"\b(?:re-?ran|rerun|repeated|replicated|reproduced|redid|re-?tested|retest|re-?did)\b", re.IGNORECASE)
WITNESSED = Cue(r"\b(?:watched|observed|in\s+the\s+room|sat\s+in|visited|went\s+to\s+see)\b", re.IGNORECASE)
OF_FIGURE = Cue(
    r"\s+(?:and\s+\w+\s+)?(?:the|its|their|these|those|both)\s+(?:\w+\s+)?(?:counts?|figures?|numbers?|arithmetic|calculations?|sums?|rates?|results?|statistics)\b",
    re.IGNORECASE,
)
