"""Decisions in words: what was decided, what that changed, and the history of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from assistant.wording import capital, counted, verb
from graph.case import Case
from graph.decisions import (
    Added,
    Decision,
    Distinct,
    Divided,
    Edited,
    Judged,
    Removed,
    Undone,
    United,
    in_force,
    undoings_in_force,
)
from graph.elements import Element, Relation
from graph.receipts import Receipt
from ui.views.shapes import Json


@dataclass(frozen=True)
class Outcome:
    """A decision with the receipt of its store, and the case before and after it."""

    decision: Decision
    receipt: Receipt
    before: Case
    after: Case


def thing_words(thing: Element | Relation, case: Case) -> str:
    """An element with its kind, or a relation as a sentence with its type."""
    if isinstance(thing, Element):
        return f"{thing.name} ({thing.kind})"
    source, target = (case.elements.get(end) for end in (thing.source, thing.target))
    if source is None or target is None:
        return thing.id
    return f"{source.name} {verb(thing.type, target.kind)} {target.name} ({thing.type})"


def decision_words(decision: Decision, case: Case) -> str:  # noqa: PLR0911  one return for each kind
    """What was decided, as the beginning of a sentence; an id stands for what the case no longer holds."""
    match decision:
        case Judged():
            more = f" and {len(decision.things) - 1} more" if len(decision.things) > 1 else ""
            return f"{decision.status} {_called(decision.things[0], case)}{more}"
        case Edited():
            return f"corrected {_called(decision.thing, case)}: {_values(decision)}"
        case Added():
            made = decision.element or decision.relation
            return f"added {thing_words(made, case)}" if made else "added nothing"
        case United():
            return f"merged {_called(decision.taken, case)} into {_called(decision.kept, case)}"
        case Distinct():
            return f"kept {_called(decision.one, case)} apart from {_called(decision.other, case)}"
        case Divided():
            some = counted(len(decision.passages), "passage")
            return f"split {some} off {_called(decision.source, case)} as {decision.name}"
        case Undone():
            undone = case.decisions.get(decision.decision)
            whose = f" of {undone.by.who}" if undone and undone.by.who != decision.by.who else ""
            return f"undid {decision.decision}{whose}" + (f": {decision_words(undone, case)}" if undone else "")
        case Removed():
            return f"removed {', '.join(_called(document, case) for document in decision.documents)}"
        case _ as never:
            assert_never(never)


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What was decided and what that did, and how to take it back."""
    decision, receipt, before, after = outcome.decision, outcome.receipt, outcome.before, outcome.after
    if isinstance(decision, Judged) and len(decision.things) > 1:
        yield from _listed(capital(decision.status), decision.things, before)
    else:
        words = decision_words(decision, after if isinstance(decision, Undone) else before)
        yield capital(words)
    if isinstance(decision, Removed):
        yield from _removal_lines(outcome)
        yield "Read the document again to have it back; decisions on what it states are kept."
        return
    if not isinstance(decision, Added):
        yield from _listed("  new", (*receipt.elements_added, *receipt.relations_added), after)
    gone = (*receipt.elements_removed, *receipt.relations_removed)
    yield from _listed("  now part of it" if isinstance(decision, United) else "  gone", gone, before)
    yield from _listed(
        "  no longer legal, and so no longer counted", _only(after.withheld, before.withheld, after), after
    )
    yield from _listed("  counted again", _only(before.withheld, after.withheld, after), after)
    yield f"Signed {decision.by.who}, {decision.by.when}. To take it back: loadpath review undo {decision.id}"


def outcome_json(outcome: Outcome) -> dict[str, Json]:
    """The decision, what it changed and, where documents were removed, what stayed because of which others."""
    decision, before = outcome.decision, outcome.before
    found: dict[str, Json] = {"case": before.head.id, "decision": decision.model_dump(mode="json", exclude_none=True)}
    found |= outcome.receipt.model_dump(mode="json")
    if isinstance(decision, Removed):
        found["stayed"] = [
            {"id": element.id, "name": element.name, "documents": list(titles), "entered": element.entered}
            for element, titles in _stayed(before, outcome.after)
        ]
    return found


def history_json(case: Case) -> dict[str, Json]:
    """Every decision, oldest first, and whether it is in force."""
    holding = history_in_force(case)
    rows: list[Json] = [
        {
            **decision.model_dump(mode="json", exclude_none=True),
            "in_force": decision.id in holding,
            "words": decision_words(decision, case),
        }
        for decision in case.decisions.values()
    ]
    return {"case": case.head.id, "total": len(rows), "decisions": rows}


def history_lines(case: Case) -> Iterator[str]:
    """One line a decision, oldest first."""
    if not case.decisions:
        yield f"Nobody has decided anything in case {case.head.id} yet."
    holding = history_in_force(case)
    for decision in case.decisions.values():
        undone = "" if decision.id in holding else "  (undone)"
        yield f"{decision.id}  {decision.by.when}  {decision.by.who}: {decision_words(decision, case)}{undone}"
        if decision.why:
            yield f"            because: {decision.why}"


def history_in_force(case: Case) -> frozenset[str]:
    """The ids of the decisions that hold, undoings among them."""
    log = tuple(case.decisions.values())
    return frozenset(decision.id for decision in (*in_force(log), *undoings_in_force(log)))


def _listed(word: str, things: Iterable[str], case: Case) -> Iterator[str]:
    """A word and under it one line a thing; nothing where there is none."""
    names = [_called(thing, case) for thing in things]
    if names:
        yield f"{word}:"
        yield from (f"    {name}" for name in names)


def _only(those: frozenset[str], not_these: frozenset[str], case: Case) -> tuple[str, ...]:
    return tuple(id_ for id_ in case.relations if id_ in those - not_these)


def _removal_lines(outcome: Outcome) -> Iterator[str]:
    before, after = outcome.before, outcome.after
    elements, relations = outcome.receipt.elements_removed, outcome.receipt.relations_removed
    yield f"  gone: {counted(len(elements), 'element')} and {counted(len(relations), 'relation')} that nothing else states"
    yield from (f"    {_called(id_, before)}" for id_ in elements)
    stayed = tuple(_stayed(before, after))
    yield f"  kept: {counted(len(stayed), 'element')} that something else states too"
    for element, titles in stayed:
        sources = [*titles, *(["a person"] if element.entered else [])]
        yield f"    {thing_words(element, after)}: {', '.join(sources)}"


def _stayed(before: Case, after: Case) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Elements that the removed documents stated too, with the titles of the documents that still do."""
    gone = frozenset(before.documents) - frozenset(after.documents)
    for element in after.elements.values():
        old = before.elements.get(element.id)
        if old and any(before.passages[passage].document in gone for passage in old.passages):
            documents = dict.fromkeys(after.passages[passage].document for passage in element.passages)
            yield element, tuple(after.documents[document].title for document in documents)


def _called(id_: str, case: Case) -> str:
    if id_ in case.documents:
        return case.documents[id_].title
    thing = case.elements.get(id_) or case.relations.get(id_)
    return thing_words(thing, case) if thing else id_


def _values(decision: Edited) -> str:
    said = decision.statement or decision.line
    given = said.model_dump(mode="json", exclude_none=True, exclude={"entered", "basis", "aliases"}) if said else {}
    return ", ".join(f"{field} {value}" for field, value in given.items())
