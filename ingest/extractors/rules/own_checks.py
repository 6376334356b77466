"""What reviewers tried out for themselves: "I reran a third of the tasks and got 7 per cent", "Wim tried to get past it and couldn't"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.check_words import OF_FIGURE, OWN_CHECK, WITNESSED
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.points import Point, clipped
from ingest.extractors.rules.reading import Place, Reading

_NUMBER = (
    r"(?:\d[\d,.]*|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|a\s+hundred|none|half|a\s+third|a\s+quarter)"
)
_FIGURE = Cue(
    rf"\b\d[\d.,]*\s?(?:%|per\s?cent\b)|\b{_NUMBER}\s+(?:out\s+)?of\s+(?:the\s+|these\s+|them\b|those\s+)?{_NUMBER}?|\b(?:in|of\s+which|of\s+these|of\s+those|of\s+them|and|only|found|got|gave|caught)\s+(?:only\s+|just\s+)?{_NUMBER}\b|"
    rf"\b{_NUMBER}\s+(?:of\s+(?:them|these|those)|were|had|got|came|went)\b",
    re.IGNORECASE,
)
_NOT_DONE = Cue(
    r"\b(?:would|should|might|could(?!\s+not|n[’']t)|will|if|unless|hope|want|wanted|wish|like|not\s+(?:able|allowed|been\s+able)|unable|never|did\s+not|didn[’']t|have\s+not|haven[’']t)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_MEASURED = frozenset({ElementKind.CONTROL, ElementKind.CLAIM})
_TRIED_BY_HAND = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})


def own_checks(
    reading: Reading, point: Point, *, aims: tuple[str, ...], by: str | None
) -> Iterator[ProposedElement | ProposedRelation]:
    """New evidence where a check gave a figure, else whoever checked: EVALUATED_BY from what the point is about.

    `aims`: keys of what the point is about. `by`: the only reviewer.
    """
    for sentence, following in pairwise((*point.sentences, None)):
        checked = OWN_CHECK.search(sentence.text) if sentence else None
        if sentence is None or checked is None or _NOT_DONE.search(sentence.text[: _verb_of(checked)]):
            continue
        place = Place(reading, sentence)
        last = None if WITNESSED.search(checked[0]) else _with_figure(sentence, following, checked.end())
        if last:
            if (target := _target(aims, _MEASURED)) is not None:
                yield from _evidence(place, target, last)
            continue
        of_figure = OF_FIGURE.match(sentence.text, checked.end())
        target = _target(aims, frozenset({ElementKind.EVIDENCE}) if of_figure else _TRIED_BY_HAND)
        agent = _agent(reading, checked, by)
        if target and agent:
            yield place.relation(RelationType.EVALUATED_BY, (target, agent))


def _verb_of(checked: re.Match[str]) -> int:
    return checked.start("verb") if checked["verb"] else checked.start("own")


def _with_figure(sentence: Sentence, following: Sentence | None, at: int) -> Sentence | None:
    """The sentence with the figure that came out: the one that tells of the check, or the next."""
    if _FIGURE.search(sentence.text, at):
        return sentence
    near = following is not None and following.unit == sentence.unit and following.start - sentence.end <= 2
    return following if near and following and _FIGURE.search(following.text) else None


def _target(aims: tuple[str, ...], kinds: frozenset[ElementKind]) -> str | None:
    return next((key for key in aims if ElementKind(key.partition(":")[0]) in kinds), None)


def _agent(reading: Reading, checked: re.Match[str], by: str | None) -> str | None:
    """The person whom the sentence names before a verb of checking by hand, else the reviewer who says "I"."""
    who = checked["who"] if checked["hand"] else None
    if who is None or who in {"I", "We", "we"}:
        return by if who == "I" else None
    meant = [t.key for t in reading.gathered.things if t.kind is ElementKind.PERSON and who in t.name.split()]
    return meant[0] if len(meant) == 1 else None


def _evidence(place: Place, target: str, last: Sentence) -> Iterator[ProposedElement | ProposedRelation]:
    first = place.sentence
    words = first.text if last is first else f"{first.text.rstrip(' .')}: {last.text}"
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = place.reading.outline.short_quote(first.start, last.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(words), quote, text=quote.text)
    yield place.relation(RelationType.EVALUATED_BY, (target, key))
