"""What comes back: a reply as it is kept, and the proposals that its record makes.

A reply is outside input: what is not of the form asked for is left out and counted, and whether a quote stands in
the document is for `grounding` to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pydantic import Field, JsonValue, ValidationError

from graph.elements import Basis, ElementKind, Operator, RelationType, Strength
from graph.naming import normal
from graph.provenance import Frozen
from ingest.document import ParsedDocument
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.model.costs import Usage
from ingest.extractors.model.record import UNSTATED, SaidElement, SaidRelation, Verdicts

_Form = TypeVar("_Form", SaidElement, SaidRelation)


class Outcome(StrEnum):
    """How a reply ended."""

    COMPLETE = "complete"
    CUT_OFF = "cut off"
    DECLINED = "declined"


class Reply(Frozen):
    """What a model answered: `filled` is what it put into the form, None where it did not use it."""

    outcome: Outcome
    filled: JsonValue = None
    usage: Usage = Field(default=Usage())


@dataclass(frozen=True)
class PartRecord:
    """What a reply says of a part. `misshapen`: how many entries were not of the form asked for."""

    elements: tuple[ProposedElement, ...]
    relations: tuple[ProposedRelation, ...]
    misshapen: int


def recorded(reply: Reply, document: ParsedDocument) -> PartRecord | None:
    """The proposals of a reply to `Material.record`; None where it holds no record at all."""
    filled = reply.filled
    if not isinstance(filled, dict):
        return None
    lists = (filled.get("elements"), filled.get("relations"))
    if not all(isinstance(entries, list) for entries in lists):
        return None
    said, bad_elements = _formed(SaidElement, lists[0])
    joined, bad_relations = _formed(SaidRelation, lists[1])
    keys = {element.ref: _key(element) for element in said}
    loose = sum(1 for relation in joined if not {relation.source, relation.target} <= keys.keys())
    return PartRecord(
        tuple(dict.fromkeys(_element(element, document) for element in said)),
        tuple(dict.fromkeys(_relations(joined, keys, document))),
        bad_elements + bad_relations + loose,
    )


def judged(reply: Reply) -> Mapping[int, bool] | None:
    """Number -> whether that proposal stands, of a reply to `Material.judge`; None where it judges nothing."""
    try:
        found = Verdicts.model_validate(reply.filled)
    except ValidationError:
        return None
    return {verdict.number: verdict.stands for verdict in found.verdicts}


def _formed(form: type[_Form], entries: JsonValue) -> tuple[tuple[_Form, ...], int]:
    """The entries that have the form, and how many have not."""
    found: list[_Form] = []
    bad = 0
    for entry in entries if isinstance(entries, list) else []:
        try:
            found.append(form.model_validate(entry))
        except ValidationError:
            bad += 1
    return tuple(found), bad


def _key(element: SaidElement) -> str:
    return f"{element.kind}:{normal(element.number or element.name)}"


def _element(said: SaidElement, document: ParsedDocument) -> ProposedElement:
    operator = None if said.operator == UNSTATED else Operator(said.operator)
    return ProposedElement(
        key=_key(said),
        kind=ElementKind(said.kind),
        name=said.name,
        quote=_quote(said.quote, said.block, document),
        number=said.number or None,
        aliases=tuple(alias for alias in said.aliases if alias),
        mention=not said.introduces,
        text=said.text or None,
        strength=_strength(said.strength),
        operator=operator,
        k=said.k if operator is Operator.AT_LEAST and said.k > 0 else None,
        window_s=_stated(said.window_s),
        effort=said.effort or None,
        effort_days=_stated(said.effort_days),
    )


def _relations(
    joined: Iterable[SaidRelation], keys: Mapping[int, str], document: ParsedDocument
) -> Iterable[ProposedRelation]:
    for said in joined:
        if {said.source, said.target} <= keys.keys():
            yield ProposedRelation(
                type=RelationType(said.type),
                source=keys[said.source],
                target=keys[said.target],
                quote=_quote(said.quote, said.block, document),
                basis=Basis.INFERRED if said.inferred else Basis.STATED,
                strength=_strength(said.strength),
                latency_s=_stated(said.latency_s),
                channel=said.channel or None,
                automatic={"yes": True, "no": False}.get(said.automatic),
            )


def _quote(text: str, number: int, document: ParsedDocument) -> Quote:
    """The quote at its place in the block; without a place, which grounding then has to find, where it is not there."""
    if text and 0 <= number < len(document.blocks):
        block = document.blocks[number]
        start = document.text.find(text, block.start, block.end)
        if start >= 0:
            return Quote(start, start + len(text), text)
    return Quote(-1, -1, text)


def _strength(word: str) -> Strength | None:
    return None if word == UNSTATED else Strength(word)


def _stated(value: float) -> float | None:
    return value if value >= 0 else None
