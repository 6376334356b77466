"""Words for lines of support, either way round: "rests on", "is supported by"; "supports", "gives strong support to"."""

from __future__ import annotations

import re

_FEW = r"(?:[\w-]+\s+){0,4}?"
_FORCE = r"(?:support|weight|strength|credence|force|backing|confidence|comfort|assurance)"
HELD_BY = re.compile(
    r"\b(?:(?:is|are|was|were|being)\s+(?:\w+\s+){0,2}?(?:supported|backed|underpinned|borne\s+out|held\s+up|carried|bolstered|upheld|sustained|corroborated|substantiated|"
    r"justified|established|demonstrated|ruled\s+out|closed\s+off|made\s+unlikely|kept\s+low)\s+(?:\w+\s+){0,2}?(?:by|through|on|in|with)|"
    r"(?:rests?|leans?|builds?|stands?|is\s+(?:\w+\s+)?(?:built|based|founded|grounded|resting|rooted))\s+(?:\w+\s+){0,2}?(?:up)?on|"
    rf"(?:draws?|takes?|gets?|receives?|derives?|borrows?|gains?)\s+(?:its\s+|their\s+)?{_FEW}(?:{_FORCE}\s+)?(?:from|on)|"
    r"owes\s+(?:[\w-]+\s+){0,5}?to|relies\s+(?:\w+\s+){0,2}?on|follows\s+(?:\w+\s+){0,2}?from|supported\s+(?:mainly\s+|chiefly\s+)?by|(?:support|strength)\s+comes\s+(?:mainly\s+)?from|"
    r"(?:has|have)(?=\s+[^.;:]{3,80}\s+(?:behind|beneath|under)\s+(?:it|them)\b))(?=\W)",
    re.IGNORECASE,
)
"""What is held up stands before these words."""
HOLDS = re.compile(
    r"\b(?:(?:supports?|supported|backs|underpins?|bolsters?|buttress(?:es)?|corroborates?|substantiates?|bears\s+out|establishes|justifies|shores?\s+up|holds\s+up)|"
    r"(?:speaks?|argues?|counts?|tells?|weighs?)\s+(?:\w+ly\s+)?(?:for|in\s+favou?r\s+of|towards?)|"
    rf"(?:gives?|gave|lends?|lent|provides?|provided|offers?|adds?|brings?)\s+{_FEW}{_FORCE}\s+(?:to|for)|"
    rf"(?:is|are|was|were|constitutes?|counts?\s+as|forms?|makes?)\s+{_FEW}(?:evidence|support|ground|grounds|reason|argument|backing|case)\s+(?:for|in\s+favou?r\s+of|behind)|"
    r"is\s+(?:[\w-]+\s+){0,8}in\s+favou?r\s+of)(?=\W)",
    re.IGNORECASE,
)
"""What is held up stands behind these words."""
JOINT = re.compile(
    r"(?:\s*[(\[][^()\[\]]{0,60}[)\]])?(?:\s+(?:weakly|moderately|strongly))?\s*(?:[,;]?\s*(?:and|as\s+well\s+as|plus|together\s+with|but\s+also)\b|,)?[\s*]*(?:(?:by|on|from|in|also|of|that|the|a|an|our|its|their|both|separately|independently)[\s*]+){0,4}",
    re.IGNORECASE,
)
"""What may stand between two things that hold up the same: "(strong), ", " and the "."""
ASIDE = re.compile(r"\([^()]{0,160}\)|\[[^\[\]]{0,160}\]|[\"“][^\"“”]{0,240}[\"”]")
"""What may stand in brackets or quotation marks behind a name without changing what the sentence says of it."""
UP_TO_VERB = re.compile(
    r"[\s,*_–—]*(?:(?:\w+ly|also|thus|itself|themselves|in\s+turn|then|still|both|all|each|which|that|does|do|further|is)[\s,*_]+){0,4}",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb."""
