"""The case as one JSON value: the format in which it travels whole, and in which people write cases by hand.

`export_case` and `import_case` are each other's reverse. What a file leaves out is empty; what it states without a
passage is entered by whoever imports it; where its fields say more than the history that it carries, a person has
edited them, and that is entered too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.decisions import Decision
from graph.elements import Basis, Element, Relation, RelationStatement, Statement
from graph.errors import IllegalCase
from graph.faults import first_fault
from graph.provenance import Document, Entered, Frozen, Passage

LIMIT_BYTES = 64 * 2**20
_SECTIONS = ("elements", "relations", "documents", "passages", "decisions")
_FACTS = ("name", "text", "strength", "operator", "k", "window_s", "effort", "effort_days")
_RELATION_FACTS = ("strength", "latency_s", "channel", "automatic")
_SHAPE = (
    'A case is one object: {"case": {"id": …}, "elements": […], "relations": […], "documents": […], "passages": […]}'
)
_CORRECT = "Correct the file and import it again; nothing was changed."


class _CaseFile(Frozen):
    case: CaseHead
    elements: tuple[Element, ...] = ()
    relations: tuple[Relation, ...] = ()
    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    decisions: tuple[Decision, ...] = ()


def export_case(case: Case) -> str:
    """The whole case as JSON text, every element and relation with its history, rejected ones and decisions too."""
    whole = _CaseFile(
        case=case.head,
        elements=tuple(case.elements.values()),
        relations=tuple(case.relations.values()),
        documents=tuple(case.documents.values()),
        passages=tuple(case.passages.values()),
        decisions=tuple(case.decisions.values()),
    )
    exported = whole.model_dump(mode="json")
    for thing in (*exported["elements"], *exported["relations"]):
        thing["stated"] = [_without_nulls(statement) for statement in thing["stated"]]
        thing["edits"] = [_without_nulls(statement) for statement in thing["edits"]]
    exported["decisions"] = [decision.model_dump(mode="json", exclude_none=True) for decision in whole.decisions]
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


def import_case(text: str | bytes, entered: Entered) -> tuple[CaseHead, Changes]:
    """The head of the case in a file and the changes that bring its content into a store.

    `entered`: who imports it, and when, for what has no passage. IllegalCase says what is wrong, and where.
    """
    file = _read(text)
    _refuse_duplicates(file)
    _refuse_nul(file)
    changes = Changes(
        documents=file.documents,
        passages=file.passages,
        elements=tuple(_sourced(element, entered) for element in file.elements),
        relations=tuple(_sourced_relation(relation, entered) for relation in file.relations),
        decisions=file.decisions,
        once=entered,
    )
    summed, _ = apply_changes(Case.of(file.case), changes)
    return file.case, changes.model_copy(
        update={
            "elements": tuple(_edited(element, summed.elements[element.id], entered) for element in changes.elements),
            "relations": tuple(
                _edited_relation(relation, summed.relations[relation.id], entered) for relation in changes.relations
            ),
        }
    )


def _read(text: str | bytes) -> _CaseFile:
    size = len(text)
    if size > LIMIT_BYTES:
        raise IllegalCase(
            f"the file is {size / 2**20:.0f} MB; at most {LIMIT_BYTES / 2**20:.0f} MB can be imported",
            'Leave out the "text" of its documents.',
        )
    try:
        found = from_json(_without_mark(text))
    except ValueError as error:
        raise IllegalCase(f"the file is not JSON: {error}", "Save it as JSON in UTF-8.") from error
    if not isinstance(found, dict):
        raise IllegalCase("the file is JSON, but not one object", _SHAPE)
    try:
        return _CaseFile.model_validate_json(to_json(_tidy(found)), strict=True)
    except ValidationError as error:
        raise IllegalCase(f"the file is not a case: {first_fault(error)}", _SHAPE) from error


def _without_mark(text: str | bytes) -> str | bytes:
    """The text without the mark that some editors put before it."""
    return text.removeprefix("\ufeff") if isinstance(text, str) else text.removeprefix(b"\xef\xbb\xbf")


def _tidy(file: Mapping[str, object]) -> dict[str, object]:
    """A null is the same as nothing: in the file, in its items, and in their statements."""
    tidy = _without_nulls(file)
    if isinstance(head := tidy.get("case"), dict):
        tidy["case"] = _without_nulls(head)
    for section in _SECTIONS:
        if isinstance(items := tidy.get(section), list):
            tidy[section] = [_tidy_item(item) if isinstance(item, dict) else item for item in items]
    return tidy


def _tidy_item(item: Mapping[str, object]) -> dict[str, object]:
    tidy = _without_nulls(item)
    if isinstance(said := tidy.get("stated"), list):
        tidy["stated"] = [_without_nulls(one) if isinstance(one, dict) else one for one in said]
    return tidy


def _without_nulls(item: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if value is not None}


def _refuse_duplicates(file: _CaseFile) -> None:
    for section in _SECTIONS:
        things: Iterable[Element | Relation | Document | Passage | Decision] = getattr(file, section)
        twice = [id_ for id_, times in Counter(thing.id for thing in things).items() if times > 1]
        if twice:
            places = [f"{section}[{place}]" for place, thing in enumerate(things) if thing.id == twice[0]]
            raise IllegalCase(f"{' and '.join(places)} have the same id '{twice[0]}'", _CORRECT)


def _refuse_nul(file: _CaseFile) -> None:
    """A NUL may stand in a text that was extracted from a file; in an id or a name it is a mistake."""
    for section in _SECTIONS:
        for place, thing in enumerate(getattr(file, section)):
            for field in ("id", "name", "title"):
                if "\x00" in getattr(thing, field, ""):
                    raise IllegalCase(f"{section}[{place}].{field} holds a NUL character", _CORRECT)


def _sourced(element: Element, entered: Entered) -> Element:
    """An element that no passage states is entered by whoever imports it."""
    if element.passages or element.stated:
        return element
    said = {field: value for field in _FACTS if (value := getattr(element, field)) not in {None, ""}}
    return element.model_copy(update={"stated": (Statement.model_validate({"entered": entered, **said}),)})


def _sourced_relation(relation: Relation, entered: Entered) -> Relation:
    if relation.passages or relation.stated:
        return relation
    said = {field: getattr(relation, field) for field in _RELATION_FACTS}
    said["basis"] = Basis.INFERRED if relation.basis is Basis.INFERRED else Basis.ENTERED
    return relation.model_copy(update={"stated": (RelationStatement.model_validate({"entered": entered, **said}),)})


def _edited(element: Element, summed: Element, entered: Entered) -> Element:
    """An element with what its fields say beyond its history, as a statement of whoever imports it."""
    given = {field: value for field in _FACTS if (value := getattr(element, field)) not in {None, ""}}
    new = {field: value for field, value in given.items() if value != getattr(summed, field)}
    if not element.stated or not new:
        return element
    if {"operator", "k"} & set(new):
        new |= {"operator": element.operator, "k": element.k}
    said = Statement.model_validate({"entered": entered, **new})
    return element.model_copy(update={"stated": (*element.stated, said)})


def _edited_relation(relation: Relation, summed: Relation, entered: Entered) -> Relation:
    given = {field: getattr(relation, field) for field in _RELATION_FACTS}
    new = {field: value for field, value in given.items() if value is not None and value != getattr(summed, field)}
    if not relation.stated or not new:
        return relation
    said = RelationStatement.model_validate({"entered": entered, "basis": relation.basis, **new})
    return relation.model_copy(update={"stated": (*relation.stated, said)})
