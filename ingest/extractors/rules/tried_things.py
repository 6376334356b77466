"""What a named test tried, where no other rule tells: what it is of, what did something in it, or what is spoken of there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_rumoured
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.trial_words import CAME_OUT, NOT_MADE, RATIO, TO_COME
from ingest.extractors.rules.under_test import described_controls, meant_control

_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_CONTROL = frozenset({ElementKind.CONTROL})
_TRIED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_OF = Cue(
    r"(?:\s+(?:\w+\s+){0,2}?)?(?:\s*(?:of|on|for|against|into|with|tests?|tested|tries|tried|was\s+aimed\s+at|were\s+aimed\s+at|was\s+a\s+test\s+of|covered|measured|exercised))\s+(?:the\s+|our\s+|its\s+|their\s+|both\s+)?$",
    re.IGNORECASE,
)
_PUT = Cue(
    r"\b(?:tested|tried|measured|verified|exercised|validated|checked|examined|evaluated|challenged|put\s+through\s+its\s+paces|pitted)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_WAS_TRIED = Cue(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+|last\s+)?(?:evaluated|tested|tried|measured|verified|exercised|validated|challenged)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IT_DID = Cue(
    r"\b(?:it|they)\s+(?:\w+ly\s+|only\s+|still\s+)?(?:was\s+|were\s+)?(?:\w+ed|caught|found|rang|let|held|cut|shut|took|went|came|fell|lost|kept|saw|gave|did)\b"
)
_OPENING = 6
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW})
_OPEN = Cue(
    r"\b(?:would|should|could\s+have|might|supposed|will|if|unless|plan(?:s|ned)?|recommend\w*|claim(?:s|ed)?\s+that)\b",
    re.IGNORECASE,
)


def read_tried_things(
    reading: Reading, told: Iterable[ProposedElement | ProposedRelation]
) -> Iterator[ProposedRelation]:
    """EVALUATED_BY from a control or dependency to a named test. `told`: what other rules say of tests."""
    known = targets(told)
    described = described_controls(reading)
    for sentence in reading.outline.sentences:
        unit = reading.outline.units[sentence.unit]
        asked = sentence.text.rstrip().endswith("?")
        if unit.kind in _NO_PROSE or unit.index in reading.planned or asked or is_rumoured(sentence.text):
            continue
        place = Place(reading, sentence)
        for test in place.mentioned((0, len(sentence.text)), _EVIDENCE):
            tried = None if test.key in known or _is_open(place, test) else _tried(place, test, described)
            if tried is not None and tried != test.key:
                known.add(test.key)
                yield place.relation(RelationType.EVALUATED_BY, (tried, test.key))


def targets(told: Iterable[ProposedElement | ProposedRelation]) -> set[str]:
    """Keys of what is said to have evaluated something."""
    found = (each for each in told if isinstance(each, ProposedRelation))
    return {each.target for each in found if each.type is RelationType.EVALUATED_BY}


def _is_open(place: Place, test: Mention) -> bool:
    """Is the test only planned, wished or denied there?"""
    text, start = place.sentence.text, place.sentence.start
    return bool(NOT_MADE.search(text[: test.start - start]) or TO_COME.match(text, test.end - start))


def _tried(place: Place, test: Mention, described: Mapping[int, str]) -> str | None:
    text, start = place.sentence.text, place.sentence.start
    around = place.mentioned((0, len(text)), _TRIED)
    behind = next((m for m in around if m.start >= test.end), None)
    if behind and _OF.fullmatch(text[test.end - start : behind.start - start]):
        return behind.key
    return _called(place.reading, test.key) or _in_outcome(place, test, described)


def _in_outcome(place: Place, test: Mention, described: Mapping[int, str]) -> str | None:
    """What the sentence says did something in the test, or means without naming it; None where it tells no outcome."""
    text, before = place.sentence.text, place.sentence.text[: test.start - place.sentence.start]
    following = _following(place)
    tried = _WAS_TRIED.search(before) and not _OPEN.search(before)
    if not tried and not came_out(text) and (following is None or not came_out(following.text)):
        return None
    around = place.mentioned((0, len(text)), _TRIED)
    controls = [m for m in around if m.kind in _CONTROL]
    if controls:
        return doing(place, controls)
    if len({m.key for m in around}) == 1 and _PUT.search(before):
        return around[0].key
    return _spoken_of(place, following, described) if len(before.split()) <= _OPENING else None


def _called(reading: Reading, test: str) -> str | None:
    """The control or dependency by which a test is called: "the fleet stop exercise" tries the fleet stop."""
    words = f" {normal(reading.things[test].name)} "
    whole = {
        thing.key
        for thing in reading.gathered.things
        if thing.kind in _TRIED and any(f" {normal(name)} " in words for name in (thing.name, *thing.aliases))
    }
    return whole.pop() if len(whole) == 1 else None


def came_out(text: str) -> bool:
    """Does a sentence say how something did, and not only how it should or would?"""
    return bool(CAME_OUT.search(text) or RATIO.search(text)) and not _OPEN.search(text)


def _following(place: Place) -> Sentence | None:
    sentences = place.reading.outline.units[place.sentence.unit].sentences
    return next((each for each in sentences if each.start >= place.sentence.end), None)


def doing(place: Place, controls: Sequence[Mention]) -> str | None:
    """The only control that a sentence names; of several the one right before a verb that says how it did."""
    if len({m.key for m in controls}) == 1:
        return controls[0].key
    text, start = place.sentence.text, place.sentence.start
    did = [
        m.key
        for m in controls
        if (found := CAME_OUT.search(text, m.end - start)) and found.start() - (m.end - start) < 2 + len("correctly")
    ]
    return did[0] if len(set(did)) == 1 else None


def _spoken_of(place: Place, following: Sentence | None, described: Mapping[int, str]) -> str | None:
    """The control that a sentence naming none means: of its item, of the sentence behind it, or spoken of before."""
    reading, subject = place.reading, place.subject
    if reading.outline.document.source.kind is DocumentKind.REPORT and not _IT_DID.search(place.sentence.text):
        return _named_in(reading, following)
    meant = meant_control(reading, place.sentence, described)
    if meant is not None:
        return meant
    if (named := _named_in(reading, following)) is not None:
        return named
    if subject is not None and reading.holds(subject):
        return None
    talk = reading.outline.document.source.kind is DocumentKind.INTERVIEW
    return place.antecedent(_CONTROL) or (_of_section(place) if talk else None)


def _named_in(reading: Reading, sentence: Sentence | None) -> str | None:
    """The only control that a sentence names, and says how it did."""
    if sentence is None or not came_out(sentence.text):
        return None
    named = {m.key for m in Place(reading, sentence).mentioned((0, len(sentence.text)), _CONTROL)}
    return named.pop() if len(named) == 1 else None


def _of_section(place: Place) -> str | None:
    """The only control that the section has named before; the only one of the document where it has named none."""
    reading, units = place.reading, place.reading.outline.units
    opened = max((u.index for u in units[: place.sentence.unit] if u.kind is BlockKind.HEADING), default=0)
    for first in (units[opened].start, 0):
        named = {m.key for m in reading.mentions.within(first, place.sentence.start) if m.kind in _CONTROL}
        if named:
            return named.pop() if len(named) == 1 else None
    return None
