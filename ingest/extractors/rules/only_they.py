"""What only one person or firm can do: "a driver that only Gunnar can build", "they're the only ones who can service it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.reading import Place, Reading

_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_DOES = (
    r"(?:builds?|fix(?:es)?|renews?|restarts?|services?|reads?|repairs?|runs?|edits?|opens?|updates?|understands?|maintains?|knows?|signs?|unlocks?|decrypts?|patch(?:es)?|"
    r"keeps?\s+(?:it|them)\s+going|mends?|sets?|chang(?:e|es)|works?|operates?|calibrates?|refills?|loads?|writes?)"
)
_ONLY = Cue(
    rf"\b(?:[Oo]nly|[Nn]obody\s+but|[Nn]o\s+one\s+(?:but|except|other\s+than)|[Nn]obody\s+(?:except|other\s+than))\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|I|me)\s+(?:can\s+|could\s+|knows\s+how\s+to\s+|is\s+able\s+to\s+)?{_DOES}\b"
)
_THE_ONLY = Cue(
    rf"\b(?P<who>[Tt]hey|[Ss]?[Hh]e|I|[A-Z][\w’'-]+(?:\s+(?:and\s+)?[A-Z][\w’'-]+){{0,2}})(?:[’']re|[’']s|[’']m|\s+are|\s+is|\s+am)\s+(?:still\s+)?the\s+only\s+(?:ones?|person|people|firm|team|engineer|supplier|company|man|woman)\s+(?:who|that)\s+(?:can\s+|could\s+|knows\s+how\s+to\s+)?{_DOES}\b"
)
_PRONOUN = Cue(r"they|he|she", re.IGNORECASE)
_THING = Cue(r"\s+(?:it|them|that)\b", re.IGNORECASE)


def read_only_they(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON from a thing to the only person, team or firm that can look after it; what is denied or asked is none."""
    for sentence in reading.outline.sentences:
        if (
            "only" in sentence.text
            or " but " in sentence.text
            or "except" in sentence.text
            or "other than" in sentence.text
        ):
            place = Place(reading, sentence)
            for match in (*_ONLY.finditer(sentence.text), *_THE_ONLY.finditer(sentence.text)):
                yield from _said(place, match)


def _said(place: Place, match: re.Match[str]) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    agent = _agent(place, match)
    before = place.mentioned((0, match.start()), _NEEDY)
    behind = () if _THING.match(text, match.end()) else place.mentioned((match.end(), match.end() + 40), _NEEDY)
    thing = behind[0].key if behind else before[-1].key if before else place.antecedent(_NEEDY, turns=1)
    if agent and thing and not is_denied(text[: match.start()]):
        yield place.relation(RelationType.DEPENDS_ON, (thing, agent))


def _agent(place: Place, match: re.Match[str]) -> str | None:
    """Who it is: named, the speaker, or by a pronoun whoever was named before."""
    if _PRONOUN.fullmatch(match["who"]):
        here = place.mentioned((0, match.start("who")), AGENT_KINDS)
        return here[-1].key if here else place.antecedent(AGENT_KINDS, turns=0)
    if match["who"] in {"I", "me"}:
        speaker = place.reading.speaker(place.sentence.unit)
        return speaker.key if speaker else None
    named = agents_in(place, match.span("who"))
    return named[0].key if named else None
