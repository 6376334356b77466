"""Arguments that a paragraph gives a name: "what we call the containment argument", "together these make the custody argument"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind, Operator, RelationType, Strength
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.joining import is_argument, joint_operator
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_NAMED = Cue(
    r"\b(?:what\s+(?:we|I)\s+(?:shall\s+|will\s+)?(?:call|refer\s+to\s+as)|(?:we|I)\s+(?:shall\s+|will\s+)?(?:call|name|refer\s+to)\s+(?:this|these|it|them|that|the\s+(?:pair|two|three|combination|result))"
    r"(?:\s+(?:together|jointly|in\s+combination))?(?:\s+as)?|(?:together|jointly|in\s+combination|combined)[^.;:]{0,40}?\s(?:make(?:\s+up)?|form|are|give(?:\s+us)?|constitute|yield))\s+"
    r"[“\"*_]*(?:the|our|an?)\s+[“\"*_]*(?P<name>(?:[a-z][\w’'-]*\s+){1,3}argument)\b",
    re.IGNORECASE,
)
_LEAVES = Cue(
    r"^\W*(?:beyond|besides?|apart\s+from|in\s+addition|aside\s+from|alongside|on\s+top\s+of|behind|outside|further(?:more)?|separately|finally|lastly|next\s+to)\b",
    re.IGNORECASE,
)
_TOGETHER = Cue(r"\b(?:together|the\s+argument|this\s+argument|the\s+pair|the\s+combination)\b", re.IGNORECASE)
_ASIDE = Cue(
    r"\b(?:unlike|than|without|besides|apart\s+from|instead\s+of|not)\s+(?:the\s+|our\s+|an?\s+)?$", re.IGNORECASE
)
_HELD = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_HOLDERS = frozenset({ElementKind.PATHWAY, ElementKind.CLAIM})
_FEW = 2


@dataclass(frozen=True)
class NamedArgument:
    """An argument of a paragraph: what it holds up, where it is named, its parts with the sentences that name them."""

    name: str
    holder: str
    sentence: Sentence
    premises: tuple[tuple[str, Sentence], ...]
    operator: Operator | None
    graded: tuple[Strength, Sentence] | None

    @property
    def key(self) -> str:
        """Its key inside the document."""
        return f"{ElementKind.ARGUMENT}:{normal(self.name)}"


@once
def named_arguments(reading: Reading) -> tuple[NamedArgument, ...]:
    """Each named argument of two parts at least, at the first paragraph about a pathway or claim that names it so."""
    found: dict[str, NamedArgument] = {}
    for unit in reading.outline.units:
        holder = reading.subject(unit.index)
        if unit.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or holder is None:
            continue
        if reading.kind_of(holder) in _HOLDERS:
            for each in _in_unit(reading, unit, holder):
                found.setdefault(each.key, each)
    return tuple(found.values())


def read_named_arguments(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """The arguments with their operators, the lines from what they hold up, and those to their parts."""
    for each in named_arguments(reading):
        place = Place(reading, each.sentence)
        yield ProposedElement(
            each.key, ElementKind.ARGUMENT, each.name, place.quote, text=place.quote.text, operator=each.operator
        )
        said = Place(reading, each.graded[1]) if each.graded else place
        line = said.relation(RelationType.SUPPORTED_BY, (each.holder, each.key))
        yield replace(line, strength=each.graded[0] if each.graded else None)
        for key, sentence in each.premises:
            yield Place(reading, sentence).relation(RelationType.SUPPORTED_BY, (each.key, key))


def _in_unit(reading: Reading, unit: Unit, holder: str) -> Iterator[NamedArgument]:
    for sentence in unit.sentences:
        match = _NAMED.search(sentence.text)
        name = " ".join(match["name"].split()) if match else ""
        if match is None or not is_argument(name) or is_denied(sentence.text[: match.start()]):
            continue
        spoken = _spoken_of(reading, unit, sentence)
        premises = _premises(reading, spoken, holder)
        if len(premises) >= _FEW:
            about = [s for s in unit.sentences if s.start >= sentence.start]
            texts = [s.text for s in (*spoken, *about)]
            yield NamedArgument(name, holder, sentence, premises, joint_operator(texts), _graded(name, about))


def _spoken_of(reading: Reading, unit: Unit, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentences that name its parts: the one that names it, else those behind it up to the operator, else those before."""
    if len(_premises(reading, (sentence,), "")) >= _FEW:
        return (sentence,)
    behind: list[Sentence] = [sentence]
    for each in unit.sentences:
        if each.start <= sentence.start:
            continue
        if _LEAVES.match(each.text):
            break
        behind.append(each)
        if joint_operator([each.text]):
            break
    if len(_premises(reading, tuple(behind), "")) >= _FEW:
        return tuple(behind)
    return tuple(each for each in unit.sentences if each.start <= sentence.start)


def _premises(reading: Reading, sentences: tuple[Sentence, ...], holder: str) -> tuple[tuple[str, Sentence], ...]:
    found: dict[str, Sentence] = {}
    for sentence in sentences:
        named = [
            (m.start - sentence.start, m.key)
            for m in Place(reading, sentence).mentioned((0, len(sentence.text)), _HELD)
        ]
        for reference in references_in(sentence.text):
            key = numbered_key(reference.kind, reference.number)
            if reading.kind_of(key) is ElementKind.CLAIM and key != holder:
                named.append((reference.start, key))
        for at, key in sorted(named):
            if not _ASIDE.search(sentence.text[:at]):
                found.setdefault(key, sentence)
    return tuple(found.items())


def _graded(name: str, sentences: list[Sentence]) -> tuple[Strength, Sentence] | None:
    """What a sentence gives the argument by its name, or all its parts together."""
    for sentence in sentences:
        strength = strength_in(sentence.text)
        if strength and (name.casefold() in sentence.text.casefold() or _TOGETHER.search(sentence.text)):
            return strength, sentence
    return None
