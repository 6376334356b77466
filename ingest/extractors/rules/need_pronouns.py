"""Subjects of needs that name nothing by themselves: "it", "every flag", in talk "the whole thing"."""

from __future__ import annotations

import re

from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.reading import Place

_WHOLE = Cue(
    r"(?:^\W*|[,;:]\s+|\b(?:and|but|so|because|since)\s+)(?:the\s+(?:whole\s+)?(?:thing|lot)|everything|all\s+of\s+(?:it|this|that)|it\s+all|that\s+one|this\s+one|the\s+whole\s+\w+)\s*(?:\w+ly\s+|also\s+|just\s+)?$",
    re.IGNORECASE,
)
_PRODUCT = Cue(
    r"(?:^\W*|[,;:]\s+|\b(?:and|but|so|that|because|since)\s+)(?:(?:every|each|all|any|its|the|these|those|their)\s+)?(?:[\w-]+\s+)?(?:pages?|flags?|alerts?|readings?|counts?|scores?|caps?|decisions?|"
    r"verdicts?|results?|messages?|entries|figures?|values?|inputs?|events?|comparisons?|thresholds?|limits?|hits?|dates?|names?|warnings?|samples?|records?)\s*(?:\w+ly\s+|also\s+|only\s+)?$",
    re.IGNORECASE,
)
PLAIN_SUBJECT = Cue(
    r"(?:^|[,;:]\s+|\b(?:and|but|so|that|which|because|since|learn(?:ed|t)|found|know|think|believe|say|said|guess|hear|mean)\s+)(?:it|they|these|this|that|which|that\s+(?-i:[a-z])[\w’'-]*|(?:the|this|its|their)\s+"
    r"[\w’'-]+|(?:every|each|all)\s+[\w’'-]+\s+(?:in|of|on|from)\s+(?:it|them))\s*(?:\w+ly\s+|also\s+|only\s+|therefore\s+|then\s+)?$|^\W*$",
    re.IGNORECASE,
)


def names_no_other(place: Place, before: str) -> bool:
    """Is the subject a pronoun, what a control puts out ("every flag"), or in talk "the whole thing"?"""
    talk = place.reading.outline.units[place.sentence.unit].kind is BlockKind.TURN
    return any(each.search(before) for each in (PLAIN_SUBJECT, _PRODUCT)) or (
        talk and _WHOLE.search(before) is not None
    )
