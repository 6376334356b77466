"""Commands of the person in charge: review and its actions, remove, coverage."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import ValidationError

from graph.analysis.proposals import Standing, Weighed, by_weight
from graph.case import Case
from graph.coverage import coverage
from graph.decisions import Decision, Undone
from graph.elements import Element, ElementKind, Relation, RelationStatement, RelationType, Statement
from graph.errors import RefusedDecision, StaleCase
from graph.faults import first_fault
from graph.provenance import Entered
from graph.review import Review, change_of
from graph.search import document_named, thing_named
from graph.store import Store
from ingest import likely_unions
from ui.settings import Settings
from ui.terminal import show, show_json
from ui.views.coverage import coverage_json, coverage_lines
from ui.views.decisions import Outcome, history_json, history_lines, outcome_json, outcome_lines
from ui.views.proposals import proposals_json, proposals_lines
from ui.views.unions import unions_json, unions_lines
from ui.wiring import chosen_case, chosen_embedders, open_store

TOP = 10
ATTEMPTS = 8
_ELEMENT_FIELDS = {
    "name": "name",
    "kind": "kind",
    "number": "number",
    "text": "text",
    "strength": "strength",
    "operator": "operator",
} | {
    "k": "k",
    "window": "window_s",
    "effort": "effort",
    "effort_days": "effort_days",
}
_RELATION_FIELDS = {"strength": "strength", "latency": "latency_s", "channel": "channel", "automatic": "automatic"}


def run_review(options: argparse.Namespace, settings: Settings) -> int:
    """Run an action of review, remove or coverage; 0, and RefusedDecision where a decision cannot be made."""
    store = open_store(settings)
    case = store.load(chosen_case(store, settings))
    match options.command, getattr(options, "action", None):
        case "coverage", _:
            _coverage(case, options)
        case "review", "list":
            _list(case, options)
        case "review", "unions":
            _unions(case, options, settings)
        case "review", "history":
            _history(case, options)
        case _:
            outcome = _decided(store, case, options, who=settings.user)
            if options.json:
                show_json(outcome_json(outcome))
            else:
                show(outcome_lines(outcome))
    return 0


def _decided(store: Store, case: Case, options: argparse.Namespace, *, who: str) -> Outcome:
    """The decision made on the case as it is: where somebody else changes it meanwhile, on what it has become."""
    attempt = 0
    while True:
        attempt += 1
        by = Entered(who=who, when=datetime.now(UTC).isoformat(timespec="seconds"))
        decision = _decision(Review(case, by, getattr(options, "why", "")), options)
        try:
            receipt = store.apply(case.head, change_of(decision, case))
        except StaleCase:
            if attempt == ATTEMPTS or _is_the_last_undone(decision, options):
                raise
            case = store.load(case.head.id)
            continue
        return Outcome(decision, receipt, case, store.load(case.head.id))


def _is_the_last_undone(decision: Decision, options: argparse.Namespace) -> bool:
    """Would "the last" be another decision by now than the one that was meant?"""
    return isinstance(decision, Undone) and options.decision is None


def _decision(review: Review, options: argparse.Namespace) -> Decision:  # noqa: PLR0911  one return for each action
    case = review.case
    match options.action if options.command == "review" else "remove":
        case "accept" | "reject" as action:
            return review.judge(action, _judged(case, options))
        case "edit":
            return _edit(review, options)
        case "add":
            return _add(review, options)
        case "merge":
            kept, taken = (_element(case, name).id for name in (options.kept, options.taken))
            return review.unite(kept, taken, forced=options.force)
        case "distinct":
            one, other = (_element(case, name).id for name in (options.one, options.other))
            return review.tell_apart(one, other)
        case "split":
            element = _element(case, options.source)
            return review.divide(element.id, options.made, _moving(case, element, options))
        case "undo":
            return review.undo(options.decision)
        case _:
            return review.remove(document_named(case, options.document).id)


def _element(case: Case, name: str) -> Element:
    """The element of this name, a rejected or withdrawn one too."""
    thing = thing_named(case, name)
    if isinstance(thing, Relation):
        raise RefusedDecision(f"'{name}' is a relation, and an element is needed", "Name an element.")
    return thing


def _judged(case: Case, options: argparse.Namespace) -> tuple[str, ...]:
    things = [thing_named(case, name).id for name in options.names]
    if options.relations:
        things += [line.id for line in case.standing_relations if line.source in things or line.target in things]
    return tuple(dict.fromkeys(things))


def _edit(review: Review, options: argparse.Namespace) -> Decision:
    thing = thing_named(review.case, options.thing)
    if isinstance(thing, Element):
        return review.edit(thing.id, _statement(review.by, options, needed=True), forced=options.force)
    return review.edit(thing.id, _line(review.by, options, needed=True))


def _add(review: Review, options: argparse.Namespace) -> Decision:
    words = options.words
    if len(words) == 3 and words[1] in set(RelationType):
        ends = (_element(review.case, words[0]).id, _element(review.case, words[2]).id)
        return review.add_relation(RelationType(words[1]), ends, _line(review.by, options))
    if len(words) == 2 and words[0] in set(ElementKind):
        options.name = words[1]
        return review.add_element(ElementKind(words[0]), _statement(review.by, options), forced=options.force)
    raise RefusedDecision(
        f"{' '.join(map(repr, words))} is neither KIND NAME nor SOURCE TYPE TARGET",
        "Put names of several words in quotes; docs/graph.md lists the kinds and the types of relation.",
    )


def _statement(by: Entered, options: argparse.Namespace, *, needed: bool = False) -> Statement:
    given = _given(options, _ELEMENT_FIELDS, needed=needed, what="an element")
    try:
        return Statement.model_validate({"entered": by, **given})
    except ValidationError as error:
        raise RefusedDecision(f"these values cannot be: {first_fault(error)}", "Correct the values.") from error


def _line(by: Entered, options: argparse.Namespace, *, needed: bool = False) -> RelationStatement:
    given = _given(options, _RELATION_FIELDS, needed=needed, what="a relation")
    if "automatic" in given:
        given["automatic"] = given["automatic"] == "yes"
    try:
        return RelationStatement.model_validate({"entered": by, "basis": "entered", **given})
    except ValidationError as error:
        raise RefusedDecision(f"these values cannot be: {first_fault(error)}", "Correct the values.") from error


def _given(options: argparse.Namespace, fields: dict[str, str], *, needed: bool, what: str) -> dict[str, object]:
    every = _ELEMENT_FIELDS | _RELATION_FIELDS
    said = {option: getattr(options, option, None) for option in every}
    wrong = [
        f"--{option.replace('_', '-')}" for option, value in said.items() if value is not None and option not in fields
    ]
    if wrong:
        raise RefusedDecision(f"{', '.join(wrong)}: no field of {what}", "Leave it out.")
    found = {field: said[option] for option, field in fields.items() if said[option] is not None}
    if needed and not found:
        names = ", ".join(f"--{option.replace('_', '-')}" for option in fields)
        raise RefusedDecision(f"no new value is given for {what}", f"Give one or more of: {names}.")
    return found


def _moving(case: Case, element: Element, options: argparse.Namespace) -> Iterable[str]:
    """The passages of an element that go to another one: by id, by document, or by the name that they use."""
    documents = {document_named(case, name).id for name in options.document}
    for said in element.stated:
        if said.passage is None:
            continue
        called = {said.name, *(said.aliases or ())}
        chosen = said.passage in options.passage or case.passages[said.passage].document in documents
        if chosen or called & set(options.called):
            yield said.passage


def _list(case: Case, options: argparse.Namespace) -> None:
    every = [weighed for weighed in by_weight(case) if _is_asked(case, weighed, options)]
    rows = every[: options.top or (None if options.json else TOP)]
    if options.json:
        show_json(proposals_json(case, rows, total=len(every)))
    else:
        show(proposals_lines(case, rows, total=len(every)))


def _is_asked(case: Case, weighed: Weighed, options: argparse.Namespace) -> bool:
    thing = weighed.thing
    if options.status != "all" and weighed.standing is not Standing(options.status):
        return False
    if options.document is not None:
        wanted = document_named(case, options.document).id
        if not any(case.passages[passage].document == wanted for passage in thing.passages):
            return False
    return options.kind is None or _kind(thing) in _kinds(options.kind)


def _kind(thing: Element | Relation) -> str:
    return thing.kind.value if isinstance(thing, Element) else thing.type.value


def _kinds(text: str) -> frozenset[str]:
    known = {kind.value for kind in (*ElementKind, *RelationType)}
    names = {name.strip() for name in text.split(",")}
    wrong = sorted(names - known)
    if wrong:
        raise RefusedDecision(
            f"--kind names no kind of element or type of relation: {', '.join(map(repr, wrong))}",
            "docs/graph.md lists both; separate several by commas.",
        )
    return frozenset(names)


def _unions(case: Case, options: argparse.Namespace, settings: Settings) -> None:
    kinds = frozenset(ElementKind) if options.kind is None else _kinds(options.kind)
    every = [union for union in likely_unions(case, chosen_embedders(settings)) if union.kept.kind in kinds]
    rows = every[: options.top or (None if options.json else TOP)]
    if options.json:
        show_json(unions_json(case, rows, total=len(every)))
    else:
        show(unions_lines(case, rows, total=len(every)))


def _history(case: Case, options: argparse.Namespace) -> None:
    if options.json:
        show_json(history_json(case))
    else:
        show(history_lines(case))


def _coverage(case: Case, options: argparse.Namespace) -> None:
    chosen = None if options.document is None else [document_named(case, options.document)]
    documents = chosen or [d for d in case.documents.values() if d.id in case.current_documents]
    found = [(document, coverage(case, document.id)) for document in documents]
    if options.json:
        show_json(coverage_json(found))
    else:
        show(coverage_lines(found))
