"""Numbered claims and arguments: what they say, how their premises combine, and what stands beneath each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.elements import Basis, ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, numbered_key
from ingest.extractors.rules.numbering import Reference, parent_number
from ingest.extractors.rules.operators import StatedOperator, operator_in
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Reading

_PREMISED = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT})
_BELOW = Cue(r"\b(?:following|below|subclaims?|sub-claims?|these)\b|:\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class StatedPremises:
    """A sentence that says how premises combine: for which element, with which operator, over which numbers."""

    key: str
    said: StatedOperator
    premises: tuple[str, ...]
    sentence: Sentence


def read_claims(reading: Reading, apart: frozenset[int] = frozenset()) -> Iterator[ProposedElement | ProposedRelation]:
    """Numbered claims and arguments with their operators, and their premises.

    `apart`: where sentences start that combine only a part of what their section lists.
    """
    stated = [said for said in stated_premises(reading) if said.sentence.start not in apart]
    combined = {said.key: said for said in reversed(stated)}
    for introduction in reading.introductions:
        if introduction.kind in _PREMISED:
            yield _element(reading, introduction)
    for said in combined.values():
        kind = reading.kind_of(said.key)
        if kind in _PREMISED | {ElementKind.PATHWAY}:
            yield _combined(reading, said)
    yield from _premises(reading, combined)
    for said in combined.values():
        if not said.premises:
            yield from _listed(reading, said)


def stated_premises(reading: Reading) -> tuple[StatedPremises, ...]:
    """Every sentence that states an operator for a numbered thing, in reading order."""
    found = []
    for unit in reading.outline.units:
        for sentence in unit.sentences:
            subject = reading.subject_at(sentence)
            said = operator_in(sentence.text)
            if said is None:
                continue
            named = reading.outline.references(sentence)
            references = [r for r in named if numbered_key(r.kind, r.number) in reading.numbered]
            key = _combines(said, references, subject)
            if key is not None and not reading.is_name(sentence):
                premises = tuple(_premise_keys(references, key))
                found.append(StatedPremises(key, said, premises, sentence))
    return tuple(found)


def _combines(said: StatedOperator, references: list[Reference], subject: str | None) -> str | None:
    """The key of the thing whose premises a sentence combines: one named before its verb, else the section's own."""
    first = references[0] if references else None
    if first and first.end <= said.start and len({r.number for r in references}) > 1:
        others = [r for r in references[1:] if r.end > said.start]
        if first.kind is ElementKind.PATHWAY or (others and len(references) == len(others) + 1):
            return numbered_key(first.kind, first.number)
    return subject


def _premise_keys(references: list[Reference], key: str) -> Iterator[str]:
    keys = [numbered_key(r.kind, r.number) for r in references if r.kind in _PREMISED]
    yield from dict.fromkeys(each for each in keys if each != key)


def _element(reading: Reading, introduction: Introduction) -> ProposedElement:
    return ProposedElement(
        key=introduction.key,
        kind=introduction.kind,
        name=introduction.name or introduction.label,
        quote=reading.outline.short_quote(introduction.start, introduction.end),
        number=introduction.shown,
        aliases=(introduction.label,) if introduction.name and introduction.shown else (),
        text=introduction.name or None,
        mention=introduction.end - introduction.start < len(introduction.name),
    )


def _combined(reading: Reading, said: StatedPremises) -> ProposedElement:
    known = reading.numbered[said.key]
    return ProposedElement(
        key=said.key,
        kind=known.kind,
        name=known.name or known.label,
        quote=reading.outline.short_quote(said.sentence.start, said.sentence.end),
        number=known.shown,
        mention=True,
        operator=said.said.operator,
        k=said.said.k,
    )


def _premises(reading: Reading, combined: Mapping[str, StatedPremises]) -> Iterator[ProposedRelation]:
    """Lines from stated premises, and from each claim to those numbered beneath it, unless others are said to do."""
    claims = {key: each for key, each in reading.numbered.items() if each.kind in _PREMISED}
    taken: set[str] = set()
    for said in combined.values():
        for premise in said.premises:
            if premise in claims:
                quote = reading.outline.short_quote(said.sentence.start, said.sentence.end)
                yield _supported(said.key, premise, quote)
                if said.key.startswith("argument:"):
                    taken.add(premise)
    for argument in (each for each in claims.values() if each.kind is ElementKind.ARGUMENT and not each.inside):
        above = _claim_above(reading, argument)
        if above:
            yield _supported(above, argument.key, reading.outline.short_quote(argument.start, argument.end))
    for claim in (each for each in claims.values() if each.kind is ElementKind.CLAIM):
        parent = _parent(claims, claim.number)
        said_of_parent = combined.get(parent) if parent else None
        listed = said_of_parent.premises if said_of_parent else ()
        beneath = [each for each in listed if parent and each.startswith(parent + ".")]
        if parent is None or claim.key in taken or claim.key in listed or (beneath and claim.key not in beneath):
            continue
        yield _supported(parent, claim.key, _quote_beneath(reading, claim, said_of_parent))


def _quote_beneath(reading: Reading, claim: Introduction, said: StatedPremises | None) -> Quote:
    """The words for a line to a claim numbered beneath: the sentence that speaks of "the below subclaims", or its own."""
    if said is not None and _BELOW.search(said.sentence.text):
        return reading.outline.short_quote(said.sentence.start, said.sentence.end)
    return reading.outline.short_quote(claim.start, claim.end)


def _supported(source: str, target: str, quote: Quote) -> ProposedRelation:
    return ProposedRelation(RelationType.SUPPORTED_BY, source, target, quote, Basis.STATED)


def _parent(claims: Mapping[str, Introduction], number: str) -> str | None:
    above = parent_number(number)
    while above is not None:
        if (key := numbered_key(ElementKind.CLAIM, above)) in claims:
            return key
        above = parent_number(above)
    return None


def _claim_above(reading: Reading, argument: Introduction) -> str | None:
    """The claim or pathway in whose section an argument is introduced."""
    before = [
        each
        for each in reading.introductions
        if each.kind in {ElementKind.CLAIM, ElementKind.PATHWAY}
        and each.unit < argument.unit
        and reading.outline.units[each.unit].kind is BlockKind.HEADING
    ]
    return before[-1].key if before else None


def _listed(reading: Reading, said: StatedPremises) -> Iterator[ProposedElement | ProposedRelation]:
    """Items listed under a sentence such as "This claim is a conjunction of:" where nothing numbered stands beneath."""
    numbered_beneath = any(key.startswith(said.key + ".") for key in reading.numbered)
    if numbered_beneath or not said.sentence.text.rstrip().endswith(":") or said.key.startswith("pathway"):
        return
    for position, item in enumerate(_items_after(reading, said.sentence.unit), start=1):
        sentence = item.sentences[0] if item.sentences else None
        if sentence is None or reading.subject(item.index) != said.key:
            return
        key = f"{said.key}/{position}"
        quote = reading.outline.short_quote(sentence.start, sentence.end)
        name = re.sub(r"\s+", " ", sentence.text).rstrip(" .;,")
        name = re.sub(r"[;,]\s+(?:and|or)$", "", name)
        yield ProposedElement(key, ElementKind.CLAIM, name, quote, text=name)
        yield _supported(said.key, key, quote)


def _items_after(reading: Reading, unit: int) -> Iterator[Unit]:
    for below in reading.outline.units[unit + 1 :]:
        if below.kind is not BlockKind.LIST_ITEM:
            return
        if below.block.level <= 1:
            yield below
