"""How paragraphs about a pathway word that they count something against it: "the best is", "what keeps this unlikely is", "would notice"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_SORT = (
    r"(?:barriers?|lines?|answers?|safeguards?|controls?|considerations?|arguments?|reasons?|protections?|defen[cs]es?|ones?|layers?|checks?|obstacles?|hurdles?|"
    r"factors?|mitigations?|grounds?|assurances?|comforts?)"
)
_ADVERB = (
    r"(?:(?:chiefly|mainly|above\s+all|first\s+(?:of\s+all|and\s+foremost)|first|mostly|primarily|largely|principally|in\s+the\s+main|in\s+the\s+first\s+place|again|once\s+more|"
    r"also|simply|entirely|solely|partly|in\s+part|to\s+a\s+lesser\s+(?:extent|degree)|of\s+course|then|really|in\s+effect),?\s+)"
)
_BE = rf"(?:is|are|comes?\s+from|lies?\s+in)\s+{_ADVERB}?(?:by\s+)?(?:the\s+|an?\s+|our\s+)?$"
COUNTED = Cue(
    r"\b(?:(?:the\s+)?(?:best|strongest|weakest|main|first|second|third|fourth|fifth|next|last|other|chief|remaining|only|foremost|principal|most\s+important)|another|one|a\s+(?:second|third|fourth|further))"
    rf"(?:\s+(?:of\s+(?:these|them|the\s+\w+)|{_SORT}(?:\s+(?:of|for)\s+(?:defen[cs]e|evidence|support|argument|confidence|comfort))?))?(?:\s+(?:against\s+(?:this|it)|here))?\s+{_BE}|"
    r"\b(?:after\s+that|next|then|first|firstly|second|secondly|third|thirdly|fourthly|last|lastly|finally|in\s+addition|besides|also|on\s+top\s+of\s+(?:that|this)|(?:beyond|beside|behind|apart\s+from|alongside)\s+(?:it|this|that|them|these))"
    r"\s*,?\s+(?:there\s+)?(?:comes?|is|are|we\s+have)\s+(?:also\s+)?(?:the\s+|an?\s+|our\s+)?$|\b(?:chief|foremost|first|best)\s+among\s+(?:these|them)\s+(?:is|are)\s+(?:the\s+|our\s+)?$",
    re.IGNORECASE,
)
_AGAINST_IT = r"(?:in\s+(?:its|the|their|his|her)\s+way|against\s+(?:it|this|that|(?:this|the)\s+pathway|such\s+[\w-]+)|between\s+[^.;,]{3,60}?|in\s+(?:our|its)\s+favou?r|on\s+our\s+side)"
_HARD = r"(?:hard|harder|difficult|unlikely|improbable|low|small|slow|in\s+check|at\s+bay|from\s+(?:happening|succeeding|working)|acceptable|tolerable|manageable)"
IN_THE_WAY = Cue(
    rf"\b(?:what|all\s+that|the\s+(?:only|first|last|main|chief)\s+thing(?:\s+that)?)\s*(?:{_ADVERB}?(?:stands?|speaks?|counts?|works?|tells?|argues?|weighs?)\s+)?{_AGAINST_IT}\s+{_BE}|"
    rf"\b(?:what|the\s+(?:only|main|chief)\s+thing\s+that)\s+{_ADVERB}?(?:keeps?|makes?|holds?)\s+(?:this|it|that|the\s+(?:risk|likelihood|pathway|chance))\s+(?:[\w-]+\s+){{0,2}}?{_HARD}\s+{_BE}|"
    rf"\bwhat\s+{_ADVERB}?(?:prevents?|stops?|limits?|rules?\s+out|guards?\s+against|protects?\s+(?:us\s+)?against)\s+(?:this|it|that|such\s+[\w-]+)\s+{_BE}|"
    rf"\bwhat\s+(?:we\s+(?:{_ADVERB}?(?:rely|lean|count|bank)\s+on|have\s+against\s+(?:this|it))|remains|is\s+left)\s+{_BE}|"
    rf"\bwe\s+(?:first\s+|also\s+|chiefly\s+|mainly\s+)?(?:(?:count|set|hold|put|place)\s+against\s+(?:this|it)|(?:count|rely|lean|depend)\s+{_ADVERB}?on)\s+{_ADVERB}?(?:the\s+|an?\s+|our\s+)?$|"
    rf"\b(?:our|most\s+of\s+our|the\s+bulk\s+of\s+our)\s+(?:confidence|assurance|comfort|case|reliance)(?:\s+here)?\s+(?:rests?|lies|is|leans?)\s+{_ADVERB}?(?:on|in|with)\s+(?:the\s+|an?\s+|our\s+)?$|"
    rf"\bmost\s+of\s+the\s+(?:weight|load|burden|work)(?:\s+here)?\s+(?:rests\s+on|falls\s+on|lies\s+on|is\s+(?:carried|borne|done)\s+by)\s+(?:the\s+|an?\s+|our\s+)?$",
    re.IGNORECASE,
)
FAVOUR = Cue(
    r"\b(?:against\s+(?:this|it|that|the\s+\w+)|on\s+our\s+side|in\s+(?:its|the)\s+way|barriers?|safeguards?|defen[cs]es?|considerations?|protect\w*|mitigat\w+|answers?|factors?|"
    r"(?:hard|harder|difficult|unlikely|low)\b|we\s+(?:count|rel[yi]|lean|trust)\w*|weight)\b",
    re.IGNORECASE,
)
EVENT = Cue(r"\s+(?:being|failing|that\s+(?:is|was)\s+(?:down|out|broken)|not\b|itself\s+(?:being|failing))")
BEARS = Cue(
    r"\s+(?:also\s+|too\s+|alone\s+|again\s+)?(?:(?:has|have)\s+(?:an?\s+|some\s+|its\s+)?(?:\w+\s+)?(?<!no\s)(?:bearing\s+(?:here|on\s+this|on\s+it)|force\s+(?:here|too|as\s+well))|(?:counts?|speaks?|helps?|tells?|works?|weighs?|bears?)\s+"
    r"(?:\w+\s+)?(?:here|against\s+(?:it|this|that|the\s+pathway)|on\s+our\s+side|on\s+(?:it|this)\b|in\s+(?:our|its)\s+favou?r)|"
    r"stands?\s+(?:in\s+(?:its|the|their)\s+way|against\s+(?:it|this|that)|between)|(?:makes?|keeps?)\s+(?:this|it)\s+(?:\w+\s+)?(?:hard|harder|difficult|unlikely|slow|in\s+check)|"
    r"(?:would|will|should)\s+(?:most\s+likely\s+|probably\s+|in\s+all\s+likelihood\s+|almost\s+certainly\s+|also\s+|soon\s+|quickly\s+)?(?:catch|stop|notice|block|prevent|reveal|expose|detect|flag|spot|refuse|reject|slow|interrupt|cut\s+off|turn\s+away|give\s+\w+\s+away)\s+"
    r"(?!nothing|none|no\b|little|few|only\b|next\s+to)\w)",
    re.IGNORECASE,
)
AGAINST = Cue(
    r"\b(?:not|n[o’']t|never|no\s+longer|nothing|neither|nor|nobody|planned|would\s+be|could|might|if|without|weakness|problem|gap|danger|risk|worry|question|trouble)\b[^.;:]*$",
    re.IGNORECASE,
)
LEFT_ASIDE = Cue(
    r"\b(?:unlike|than|without|besides|apart\s+from|instead\s+of|as\s+with|as\s+for\s+the|given|despite|not|of|from|to|in|under|against|by)\s+(?:the\s+|our\s+|its\s+|an?\s+)?$",
    re.IGNORECASE,
)
OF_RISK = Cue(
    r"\b(?:risks?|likelihood|probability|chance|threat|harm|impact|severity|capabilit(?:y|ies)|residual|overall)\b",
    re.IGNORECASE,
)
POINTS_BACK = Cue(
    r"\b(?:it|its|this|that|them|these|both|the\s+(?:control|safeguard|check|rule|measure|argument|barrier|claim|factor|line|mechanism|evidence|study|exercise|result)|to\s+which|which)\b",
    re.IGNORECASE,
)
LEADS_TO = Cue(f"(?:{COUNTED.pattern}|{IN_THE_WAY.pattern})".replace("$", ""), re.IGNORECASE)
"""The same words wherever they stand, to look at what follows them."""
ORDINAL = Cue(r"\W*(?:and\s+)?(?P<place>first|second|third|fourth|fifth|finally|lastly)(?:ly)?\b,?\s", re.IGNORECASE)
ANNOUNCED = Cue(
    r"\b(?:two|three|four|five|several|a\s+few)\s+(?:[\w-]+\s+)?(?:reasons|things|safeguards|controls|factors|considerations|barriers|lines|obstacles|protections|grounds|arguments|mitigations|layers|answers|defen[cs]es)\b",
    re.IGNORECASE,
)
OF_PLACES = Cue(
    r"\b(?:the\s+)?(?P<place>first|second|third|fourth|fifth|last)(?:\s+(?P<count>two|three))?\s*(?:(?:is|are|as|at|we\s+\w+|gets?|bears?|carr(?:y|ies))\s+)?(?:only\s+|both\s+|rather\s+)?(?P<grade>weak|moderate|strong)\b",
    re.IGNORECASE,
)
