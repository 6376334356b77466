"""Words for lines of support, either way round: "rests on", "is supported by"; "supports", "gives strong support to"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_FEW = r"(?:[\w-]+\s+){0,4}?"
_FORCE = r"(?:support|weight|strength|credence|force|backing|confidence|comfort|assurance)"
_SHUT = r"(?:ruled\s+out|blocked|stopped|closed|prevented|addressed|covered|guarded|mitigated|countered|contained|held\s+back|kept\s+shut|(?:very\s+|highly\s+|quite\s+|made\s+)?(?:unlikely|improbable|remote|implausible|low))"
_BY = r"(?:by|because(?:\s+of)?|since|as|on\s+the\s+(?:strength|basis|ground)\s+of|in\s+view\s+of|given|thanks\s+to|owing\s+to|on\s+account\s+of|by\s+virtue\s+of|through)"
HELD_BY = Cue(
    rf"\b(?:(?:is|are|(?:can|may)\s+be)\s+(?:\w+ly\s+)?{_SHUT}(?:\s+\w+ly)?,?\s+{_BY}|"
    r"(?:is|are|was|were|being)\s+(?:\w+\s+){0,2}?(?:supported|backed|underpinned|borne\s+out|held\s+up|carried|bolstered|upheld|sustained|corroborated|substantiated|"
    r"justified|established|demonstrated|closed\s+off|kept\s+low)(?:,\s+\w+,)?\s+(?:\w+\s+){0,2}?(?:by|through|on|in|with)|"
    r"(?:rests?|leans?|builds?|stands?|is\s+(?:\w+\s+)?(?:built|based|founded|grounded|resting|rooted))\s+(?:\w+\s+){0,2}?(?:up)?on|"
    rf"(?:draws?|takes?|gets?|receives?|derives?|borrows?|gains?)\s+(?:its\s+|their\s+)?{_FEW}(?:{_FORCE}\s+)?(?:from|on)|"
    r"owes\s+(?:[\w-]+\s+){0,5}?to|relies\s+(?:\w+\s+){0,2}?on|follows\s+(?:\w+\s+){0,2}?from|supported\s+(?:mainly\s+|chiefly\s+)?by|(?:support|strength)\s+comes\s+(?:mainly\s+)?from|"
    r"(?:has|have)(?=\s+[^.;:]{3,80}\s+(?:(?:behind|beneath|under)\s+(?:it|them)|to\s+rest\s+on)\b))(?=\W)",
    re.IGNORECASE,
)
"""What is held up stands before these words."""
SHUTS = Cue(
    r"\b(?:rules?\s+out|blocks|stops|prevents|closes(?:\s+off)?|counters|mitigates|protects?\s+(?:us\s+)?against|guards?\s+against|stands?\s+in\s+the\s+way\s+of|makes?(?=\s+[^.;,]{2,60}\s(?:very\s+|highly\s+)?(?:unlikely|improbable|implausible|remote)\b))(?=\W)",
    re.IGNORECASE,
)
"""Behind these words stands a pathway that is held shut."""
AROUND: tuple[tuple[Cue, Cue], ...] = (
    (
        Cue(
            r"\b(?:evidence|support|arguments?|grounds?|basis|case|controls?|safeguards?|barriers?|answers?|defen[cs]es?|lines?)\s+(?:for|against|behind|to)\s+$",
            re.IGNORECASE,
        ),
        Cue(r"\s*(?::|(?:is|are|comes?\s+(?:\w+\s+)?from|consists?\s+(?:of|in))\s)", re.IGNORECASE),
    ),
    (
        Cue(
            r"^\W*(?:in\s+(?:support|favou?r)\s+of|as\s+(?:evidence|support)\s+for|against|for|under|behind)\s+$",
            re.IGNORECASE,
        ),
        Cue(
            r",?\s+we\s+(?:\w+ly\s+)?(?:cite|offer|have|set|rely\s+on|count\s+on|put(?:\s+forward)?|point\s+to|bring|adduce|use|name)\s",
            re.IGNORECASE,
        ),
    ),
    (
        Cue(
            r"\bwe\s+(?:\w+ly\s+)?(?:base|rest|found|build|ground|rule\s+out|justify|support|defend|argue\s+(?:for|against))\s+$",
            re.IGNORECASE,
        ),
        Cue(
            r"\s+(?:\w+ly\s+)?(?:on\s+the\s+(?:strength|basis)\s+of|because\s+of|because|since|on|by|with|through|from)\s",
            re.IGNORECASE,
        ),
    ),
)
"""What stands right before what is held up, and what between it and what holds it up."""
OPENED = Cue(
    r"^\W*(?:because(?:\s+of)?|since|given|thanks\s+to|owing\s+to|in\s+view\s+of)\s[^,;:]{3,120},\s+", re.IGNORECASE
)
IS_SHUT = Cue(rf"\s+(?:is|are|(?:can|may)\s+be)\s+(?:\w+ly\s+)?{_SHUT}\b", re.IGNORECASE)
"""A clause that opens a sentence with what holds a pathway shut, and what the sentence goes on to say of that."""
HOLDS = Cue(
    r"\b(?:(?:supports?|supported|backs|underpins?|bolsters?|buttress(?:es)?|corroborates?|substantiates?|bears\s+out|establishes|justifies|shores?\s+up|holds\s+up)|"
    r"(?:speaks?|argues?|counts?|tells?|weighs?)\s+(?:\w+ly\s+)?(?:for|in\s+favou?r\s+of|towards?)|"
    rf"(?:gives?|gave|lends?|lent|provides?|provided|offers?|adds?|brings?)\s+{_FEW}{_FORCE}\s+(?:to|for)|"
    rf"(?:is|are|was|were|constitutes?|counts?\s+as|forms?|makes?)\s+{_FEW}(?:evidence|support|ground|grounds|reason|argument|backing|case)\s+(?:for|in\s+favou?r\s+of|behind)|"
    r"is\s+(?:[\w-]+\s+){0,8}in\s+favou?r\s+of)(?=\W)",
    re.IGNORECASE,
)
"""What is held up stands behind these words."""
JOINT = Cue(
    r"(?:\s*[(\[][^()\[\]]{0,60}[)\]])?(?:\s+(?:weakly|moderately|strongly))?\s*(?:[,;]?\s*(?:and|as\s+well\s+as|plus|together\s+with|but\s+also)\b|,)?[\s*]*(?:(?:by|on|from|in|also|of|that|the|a|an|our|its|their|both|separately|independently|claims?|arguments?)[\s*]+){0,4}",
    re.IGNORECASE,
)
"""What may stand between two things that hold up the same: "(strong), ", " and the "."""
ASIDE = Cue(r"\([^()]{0,160}\)|\[[^\[\]]{0,160}\]|[\"“][^\"“”]{0,240}[\"”]")
"""What may stand in brackets or quotation marks behind a name without changing what the sentence says of it."""
UP_TO_VERB = Cue(
    r"(?:\s+(?:of|in|from|on)\s+(?:the\s+|last\s+)?\w+(?:\s+\d{1,4}){0,2})?[\s,*_–—]*(?:(?:\w+ly|also|thus|itself|themselves|in\s+turn|then|still|both|all|each|which|that|does|do|further|is)[\s,*_]+){0,4}",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb."""
