"""Arguments and mitigating factors that a report lists under a pathway: claims, controls or evidence, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.elements import Basis, ElementKind, RelationType, Strength
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.factor_items import factor_items
from ingest.extractors.rules.factor_tables import table_factors
from ingest.extractors.rules.factor_targets import meant, pointed_at
from ingest.extractors.rules.inline_factors import inline_factors
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.joining import is_argument, joint_operator
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.weighed_clauses import read_weighed_clauses
from ingest.extractors.rules.weights import FactorItem, said_weight

_TAG = Cue(r"[*_]*\s*[(\[]\s*(?:see\s+|i\.e\.,?\s+)?(?P<number>\w+\s+[\w.-]*\w)\s*[)\]]", re.IGNORECASE)
_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})


@dataclass(frozen=True)
class Factor:
    """One factor: its key, the pathway that it speaks for, its name, the unit that opens it, and the weight of its mark."""

    key: str
    pathway: str
    name: str
    unit: Unit
    strength: Strength | None = None
    is_new: bool = False

    @property
    def kind(self) -> ElementKind:
        """What a factor of its own is: an argument where it is called one, else a claim."""
        return ElementKind.ARGUMENT if is_argument(self.name) else ElementKind.CLAIM


@once
def find_factors(reading: Reading) -> Mapping[int, Factor]:
    """Unit -> the factor that the unit belongs to."""
    claims = {normal(each.name): key for key, each in reading.numbered.items() if each.kind is ElementKind.CLAIM}
    known: dict[int, Factor] = {}
    found: dict[int, Factor] = {}
    for unit, item in factor_items(reading).items():
        if item.unit.index not in known:
            known[item.unit.index] = _factor(reading, claims, item)
        found[unit] = known[item.unit.index]
    return found


def find_row_factors(reading: Reading) -> tuple[Factor, ...]:
    """The factors that stand several in one unit: in the rows of tables and in enumerations."""
    claims = {normal(each.name): key for key, each in reading.numbered.items() if each.kind is ElementKind.CLAIM}
    pathways = {key: each for key, each in reading.numbered.items() if each.kind is ElementKind.PATHWAY}
    tabled = table_factors(reading.gathered.tables, pathways, reading.subjects)
    return tuple(_factor(reading, claims, item) for item in (*tabled, *inline_factors(reading)))


def _factor(reading: Reading, claims: dict[str, str], item: FactorItem) -> Factor:
    """The factor of that name: a claim or thing that the document names elsewhere, else one of its own."""
    name, unit = item.name, item.unit
    numbered = _called(reading, name)
    thing = reading.by_name.get(normal(name)) if numbered is None else None
    if thing is not None and thing.kind in _SUPPORTS:
        return Factor(thing.key, item.pathway, thing.name, unit, item.strength)
    known = numbered or claims.get(normal(name)) or _tagged(reading, item) or pointed_at(reading, item)
    known = known or (None if references_in(unit.text) or is_argument(name) else meant(reading, name, unit))
    if known is not None:
        claims[normal(name)] = known
        return Factor(known, item.pathway, name, unit, item.strength)
    key = f"{ElementKind.ARGUMENT if is_argument(name) else ElementKind.CLAIM}:{normal(name)}"
    return Factor(key, item.pathway, name, unit, item.strength, is_new=True)


def _called(reading: Reading, name: str) -> str | None:
    """The claim that is called by its number and nothing else: "Claim 2"."""
    found = [r for r in references_in(name) if (r.start, r.end) == (0, len(name)) and r.kind is ElementKind.CLAIM]
    key = numbered_key(found[0].kind, found[0].number) if found else None
    return key if key in reading.proposable else None


def _tagged(reading: Reading, item: FactorItem) -> str | None:
    """The claim whose number is all that stands in brackets behind the label: "Lack of motive (Claim 2)."."""
    at = item.unit.text.casefold().find(item.name.casefold())
    tag = _TAG.match(item.unit.text, at + len(item.name)) if at >= 0 else None
    found = references_in(tag["number"]) if tag else ()
    keys = [numbered_key(each.kind, each.number) for each in found if each.kind is ElementKind.CLAIM]
    return keys[0] if len(keys) == len(found) == 1 and keys[0] in reading.numbered else None


def read_factors(
    reading: Reading, factors: Mapping[int, Factor], holders: Mapping[tuple[str, str], str]
) -> Iterator[ProposedElement | ProposedRelation]:
    """Factors as claims, controls and evidence, their lines to the pathway with strengths, and what their own words name beneath them.

    `holders`: (pathway, factor) -> the argument that holds the factor in the pathway's stead.
    """
    for unit, factor in factors.items():
        if unit == factor.unit.index:
            yield from _introduced(reading, factor, holders.get((factor.pathway, factor.key), factor.pathway))
        if not factor.is_new:
            continue
        for sentence in reading.outline.units[unit].sentences:
            place = Place(reading, sentence)
            for key in dict.fromkeys(m.key for m in place.mentioned((0, len(sentence.text)), _SUPPORTS)):
                basis = Basis.STATED if factor.kind is ElementKind.ARGUMENT else Basis.INFERRED
                yield place.relation(RelationType.SUPPORTED_BY, (factor.key, key), basis=basis)


def read_row_factors(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Factors of tables and enumerations, and what clauses of running text weigh, with their lines to the pathways."""
    for factor in find_row_factors(reading):
        yield from _introduced(reading, factor, factor.pathway)
    yield from read_weighed_clauses(reading)


def _introduced(reading: Reading, factor: Factor, holder: str) -> Iterator[ProposedElement | ProposedRelation]:
    unit = factor.unit
    body = unit.sentences if unit.kind is not BlockKind.HEADING else reading.section_sentences(unit.index)
    sentences = (*unit.sentences[:1], *(body[1:] if unit.kind is not BlockKind.HEADING else body))[:6]
    graded = next(((s, grade) for s in sentences if (grade := said_weight(s.text))), None)
    quote = reading.outline.short_quote(unit.start, unit.end)
    if factor.is_new:
        joined = joint_operator(s.text for s in body) if factor.kind is ElementKind.ARGUMENT else None
        yield ProposedElement(factor.key, factor.kind, factor.name, quote, text=quote.text, operator=joined)
    elif factor.key in reading.numbered:
        known = reading.numbered[factor.key]
        called = known.name or known.label
        yield ProposedElement(factor.key, known.kind, called, quote, known.shown, (factor.name,), mention=True)
    said = Place(reading, graded[0] if graded else unit.sentences[0])
    line = said.relation(RelationType.SUPPORTED_BY, (holder, factor.key))
    yield replace(line, strength=factor.strength or (graded[1] if graded else None))
