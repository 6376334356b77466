"""What tests and results that talk names, or only counts, say of the control under discussion.

"For the proxy there was the tunnel test. Last time it was thirty of thirty.", "In the August drill it was forty seconds.",
"Last year we found nine errors out of sixty.".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_rumoured
from ingest.extractors.rules.interviewers import questioners
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_CONTROL = frozenset({ElementKind.CONTROL})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_NUMBER = (
    r"(?:\d[\d,.]*|an?\s+hundred(?:\s+and\s+[\w-]+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|all|none)"
)
_RATIO = rf"\b{_NUMBER}\s+(?:[a-z]+\s+)?(?:out\s+of|of)\s+(?:the\s+|them\b|those\b)?{_NUMBER}?|\b\d[\d.]*\s?(?:%|per\s?cent)|\b{_NUMBER}\s+per\s?cent"
_DID = r"(?:found|caught|stopped|flagged|froze|blocked|missed|refused|let|got|spotted|noticed|detected|recovered|held|killed|cut|picked\s+up|turned\s+away)"
_FIGURE = Cue(
    rf"{_RATIO}|\b(?:it|that)\s+(?:was|took)\s+[^.;]{{0,20}}?\b{_NUMBER}\s+(?:seconds?|minutes?|hours?)\b|\b(?:it|they|we|the\s+[\w-]+(?:\s+[\w-]+)?)\s+{_DID}\b[^.;]{{0,24}}?\b{_NUMBER}\b",
    re.IGNORECASE,
)
_COUNTED = Cue(
    rf"\b(?:it|they|we|I|the\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:\w+ly\s+|only\s+|have\s+|has\s+)?{_DID}\b[^.;]{{0,30}}?(?:{_RATIO})",
    re.IGNORECASE,
)
_CARRIED_OUT = Cue(
    r"\b(?:we|they|I|somebody|someone)\s+(?:also\s+|then\s+)?(?:did|ran|had|held|do|run|made|staged|got)\b|\bthere(?:[’']s|\s+was|\s+is|\s+were)\b|\b(?:in|during|at)\s+(?:the|our|that)\b|\bwas\s+(?:done|run|held)\b",
    re.IGNORECASE,
)
_OPEN = Cue(
    r"\b(?:would|could|should|might|may|suppose|plan|plans|planned|want|hope|going\s+to|ought|never|nobody|no\s+one|not\s+(?:yet|been)|haven[’']t|hasn[’']t|supposed)\b|\bif\b(?!\s+(?:it|they|that)\s+worked)",
    re.IGNORECASE,
)
_AFTER = 5
_BACK = 3


def read_talked_results(
    reading: Reading, told: Iterable[ProposedElement | ProposedRelation]
) -> Iterator[ProposedElement | ProposedRelation]:
    """EVALUATED_BY from controls to the tests that talk names with their outcome, and evidence that is only counted.

    `told`: what other rules read of tests; a sentence that one of them quotes is left to it.
    """
    taken = sorted((each.quote.start, each.quote.end) for each in told)
    asking = questioners(reading.outline)
    for unit in reading.outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker not in asking:
            yield from _in_turn(reading, unit, taken)


def _in_turn(
    reading: Reading, unit: Unit, taken: list[tuple[int, int]]
) -> Iterator[ProposedElement | ProposedRelation]:
    named = False
    for at, sentence in enumerate(unit.sentences):
        if _is_open(sentence.text) or sentence.text.endswith("?") or is_rumoured(sentence.text):
            continue
        place = Place(reading, sentence)
        tests = place.mentioned((0, len(sentence.text)), _EVIDENCE)
        named = named or bool(tests)
        following = unit.sentences[at : at + _AFTER]
        if tests and _CARRIED_OUT.search(sentence.text) and any(_FIGURE.search(s.text) for s in following):
            tried = _tried(place)
            if tried is not None:
                yield place.relation(RelationType.EVALUATED_BY, (tried, tests[0].key))
        elif not (named or tests) and _COUNTED.search(sentence.text) and not _overlaps(sentence, taken):
            yield from _counted(place)


def _is_open(text: str) -> bool:
    """Does a sentence leave open, or deny, that anything was tried? What stands behind its figure does not matter."""
    figure = _COUNTED.search(text)
    return _OPEN.search(text, 0, figure.end() if figure else len(text)) is not None


def _overlaps(sentence: Sentence, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (sentence.end, 0))
    return at > 0 and taken[at - 1][1] > sentence.start


def _tried(place: Place) -> str | None:
    """The control that the sentence names, else the one spoken of right before."""
    here = place.mentioned((0, len(place.sentence.text)), _CONTROL)
    return here[0].key if here else place.antecedent(_CONTROL, turns=_BACK)


def _counted(place: Place) -> Iterator[ProposedElement | ProposedRelation]:
    """A result that has no name: of the control under discussion, else of the test that was spoken of last."""
    tried = _tried(place) or place.antecedent(_EVIDENCE, turns=_BACK)
    if tried is None:
        return
    said = place.sentence
    key = f"{ElementKind.EVIDENCE}:{said.unit}/{said.start}"
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(said.text), place.quote, text=place.quote.text)
    yield place.relation(RelationType.EVALUATED_BY, (tried, key))
