"""Arguments and mitigating factors that a report lists under a pathway, with the weight that it gives each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.elements import Basis, ElementKind, RelationType
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.factor_targets import meant
from ingest.extractors.rules.introductions import cleaned, heading_name
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_PLAIN_HEADING = re.compile(
    r"^(?:overview|description|introduction|summary|discussion|assessment|analysis|conclusions?|background|scope|notes?|residual\s+risk|"
    r"(?:the\s+)?(?:key\s+|main\s+)?(?:arguments?|factors?|mitigations?|mitigating\s+factors|lines|considerations|reasons|evidence|threats?|pathway|limitations?|caveats)"
    r"(?:\s+and\s+(?:arguments?|mitigating\s+factors|factors|mitigations?))?)\b|[?]$|^(?:how|what|why|when|critical\s+action)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_FACTORS = re.compile(
    r"\b(?:factors?|arguments?|reasons?|lines|considerations?|mitigat\w+|evidence|safeguards?|grounds|protections?|barriers?)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"\s[–—-]\s|\s?\(|[:;,.](?:\s|$)")
_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_TAG = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_NAME = 90


@dataclass(frozen=True)
class Factor:
    """One factor: its key, the pathway that it speaks for, its name, and the unit that introduces it."""

    key: str
    pathway: str
    name: str
    unit: Unit
    is_new: bool


def find_factors(reading: Reading) -> Mapping[int, Factor]:
    """Unit -> the factor that the unit belongs to."""
    found: dict[int, Factor] = {}
    claims = {normal(each.name): key for key, each in reading.numbered.items() if each.kind is ElementKind.CLAIM}
    headed: Factor | None = None
    listing = False
    for unit in reading.outline.units:
        pathway = reading.subject(unit.index)
        if pathway is None or not pathway.startswith(f"{ElementKind.PATHWAY}:") or reading.introductions_in(unit.index):
            headed, listing = None, False
            continue
        name = _name(unit, listing=listing)
        if unit.kind is BlockKind.HEADING:
            headed = _factor(reading, claims, (pathway, name), unit=unit) if name else None
            listing = bool(_SPEAKS_OF_FACTORS.search(unit.text))
        elif unit.kind is not BlockKind.LIST_ITEM:
            listing = bool(unit.sentences and _SPEAKS_OF_FACTORS.search(unit.sentences[-1].text))
        own = (
            _factor(reading, claims, (pathway, name), unit=unit)
            if name and unit.kind is not BlockKind.HEADING
            else None
        )
        if (factor := own or headed) is not None:
            found[unit.index] = factor
    return found


def _factor(reading: Reading, claims: dict[str, str], said: tuple[str, str], *, unit: Unit) -> Factor:
    """The factor of that name: a claim or thing that the document names elsewhere, else an argument of its own."""
    pathway, name = said
    thing = reading.by_name.get(normal(name))
    if thing is not None and thing.kind in _SUPPORTS:
        return Factor(thing.key, pathway, thing.name, unit, is_new=False)
    known = claims.get(normal(name)) or (None if references_in(unit.text) else meant(reading, name, unit))
    if known is not None:
        claims[normal(name)] = known
        return Factor(known, pathway, name, unit, is_new=False)
    return Factor(f"{ElementKind.ARGUMENT}:{normal(name)}", pathway, name, unit, is_new=True)


def _name(unit: Unit, *, listing: bool) -> str:
    """The name of the factor that a unit introduces; "" where it introduces none."""
    if unit.kind is BlockKind.HEADING:
        name = heading_name(unit)
        return "" if _PLAIN_HEADING.search(name) or len(name) > _NAME else name
    marked = unit.kind is BlockKind.LIST_ITEM or unit.bold
    graded = bool(unit.sentences) and strength_in(unit.sentences[0].text) is not None
    if not marked or not (listing or graded or unit.bold) or _opens_with_reference(unit):
        return ""
    name = cleaned(_TAG.sub("", unit.lead)) if unit.lead else cleaned(_CLAUSE_END.split(unit.text, maxsplit=1)[0])
    return name if 3 < len(name) <= _NAME and not _PLAIN_HEADING.search(name) else ""


def _opens_with_reference(unit: Unit) -> bool:
    return any(reference.start < 3 for reference in references_in(unit.text))


def read_factors(
    reading: Reading, factors: Mapping[int, Factor], holders: Mapping[tuple[str, str], str]
) -> Iterator[ProposedElement | ProposedRelation]:
    """Factors as arguments, their lines to the pathway with strengths, and what their own words name beneath them.

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
                yield place.relation(RelationType.SUPPORTED_BY, (factor.key, key), basis=Basis.INFERRED)


def _introduced(reading: Reading, factor: Factor, holder: str) -> Iterator[ProposedElement | ProposedRelation]:
    unit = factor.unit
    body = unit.sentences if unit.kind is not BlockKind.HEADING else reading.section_sentences(unit.index)
    sentences = (*unit.sentences[:1], *(body[1:] if unit.kind is not BlockKind.HEADING else body))[:6]
    graded = next(((s, grade) for s in sentences if (grade := strength_in(s.text))), None)
    quote = reading.outline.short_quote(unit.start, unit.end)
    if factor.is_new:
        yield ProposedElement(factor.key, ElementKind.ARGUMENT, factor.name, quote, text=quote.text)
    elif factor.key in reading.numbered:
        known = reading.numbered[factor.key]
        called = known.name or known.label
        yield ProposedElement(factor.key, known.kind, called, quote, known.shown, (factor.name,), mention=True)
    said = Place(reading, graded[0] if graded else unit.sentences[0])
    line = said.relation(RelationType.SUPPORTED_BY, (holder, factor.key))
    yield replace(line, strength=graded[1] if graded else None)
