"""How a case lies in Neo4j: each value as the properties, label and lines of one node or relation, and back.

The properties are the value: there is no second copy that could differ. Beside them lie `position`, the place in the
order of reading, and `digest`, a fingerprint of all that the value is made of, labels and lines included. What was
changed by hand no longer has its digest and is refused; what is not Loadpath's (other labels, properties, types of
relation) is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import cast

from pydantic import TypeAdapter
from pydantic_core import from_json

from graph.case import CaseHead
from graph.decisions import Decision
from graph.elements import ELEMENTS, Element, ElementKind, Relation, RelationStatement, Statement
from graph.errors import StoreUnusable
from graph.provenance import Document, Passage
from graph.stores.neo4j_captions import Beside, case_name, passage_name
from graph.stores.queries import Row

LABELS = tuple(sorted(kind.capitalize() for kind in ELEMENTS))
LONGEST_ID_BYTES = 4000
"""The ids of a case and of a thing in it have to fit one entry of an index, which holds about 8000 bytes."""

_QUOTED = 60
_NOTHING = Beside()
_LATER_LINES = frozenset({"cases", "about", "undoes"})

_HEAD = ("id", "title", "created", "follows")
_DOCUMENTS = TypeAdapter(tuple[Document, ...])
_PASSAGES = TypeAdapter(tuple[Passage, ...])
_ELEMENTS = TypeAdapter(tuple[Element, ...])
_RELATIONS = TypeAdapter(tuple[Relation, ...])
_STATEMENTS = TypeAdapter(tuple[Statement, ...])
_LINES = TypeAdapter(tuple[RelationStatement, ...])
_DECISIONS: TypeAdapter[tuple[Decision, ...]] = TypeAdapter(tuple[Decision, ...])

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


class WrongDigest(Exception):
    """A row was changed by something else than Loadpath; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def head_row(head: CaseHead) -> Row:
    """The properties of a case's node that say which case it is."""
    return head.model_dump(include=set(_HEAD)) | {"name": case_name(head)}


def head_of(row: Row) -> CaseHead:
    """The head that a case's node holds."""
    return CaseHead.model_validate({name: row[name] for name in _HEAD if row[name] is not None})


def head_digest(row: Row) -> int:
    """The fingerprint of a case's head, from its properties."""
    return _digest(cast("str", row["id"]), "case", _there({name: row[name] for name in (*_HEAD, "name")}))


def value_row(
    case: str, value: Document | Passage | Element | Relation | Decision, position: int, *, beside: Beside = _NOTHING
) -> Row:
    """What is written of a value: its `id`, its `props`, their `digest`, and what is no property.

    That is, of a document the `cases` that it leads to, of a passage its `document`, of an element its `label`,
    `passages` and `cases`, of a relation what it joins, of a decision `cases`, `about` and what it `undoes`.
    StoreUnusable where its id is too long for an index.
    """
    match value:
        case Document():
            props = {**value.model_dump(mode="json"), "name": value.title}
            return _row(case, "document", props, position=position, cases=[case])
        case Passage():
            props = {**value.model_dump(mode="json", exclude={"document"}), "name": passage_name(value)}
            return _row(case, "passage", props, position=position, document=value.document)
        case Element():
            props = value.model_dump(mode="json", exclude={"kind", "passages", "stated", "edits"}) | _history(value)
            cases = [case] if value.kind is ElementKind.PATHWAY else []
            lines = {"label": value.kind.capitalize(), "passages": list(value.passages), "cases": cases}
            return _row(case, "element", props, position=position, **lines)
        case Relation():
            props = value.model_dump(mode="json", exclude={"type", "source", "target", "stated", "edits"}) | _history(
                value
            )
            ends = {"type": value.type.value, "source": value.source, "target": value.target}
            return _row(case, "relation", props | {"quotes": list(beside.quotes)}, position=position, **ends)
        case _:
            about: Row = {"about": [list(to) for to in beside.about], "undoes": list(beside.undoes)}
            return _row(case, "decision", _decision_props(value, beside.name), position=position, cases=[case], **about)


def _decision_props(decision: Decision, name: str) -> Row:
    """A decision as JSON text, with who decided what, when and why beside it, for people who browse."""
    told = {"action": decision.action, "who": decision.by.who, "made": decision.by.when, "why": decision.why}
    return {"id": decision.id, "name": name, **told, "body": decision.model_dump_json(exclude_none=True)}


def _history(thing: Element | Relation) -> Row:
    """What each place says and what people corrected, a JSON text each: properties cannot be nested."""
    history = {"stated": thing.stated, "edits": thing.edits}
    return {field: [said.model_dump_json(exclude_none=True) for said in found] for field, found in history.items()}


def laid_over(digests: Iterable[object]) -> int:
    """One number for many digests in any order (xor); a digest that is no number counts as none."""
    checksum = 0
    for digest in digests:
        checksum ^= digest if isinstance(digest, int) else 0
    return checksum


def documents_of(case: str, rows: Iterable[Row]) -> tuple[Document, ...]:
    """The documents that rows of `load_documents` hold. WrongDigest where one is not as it was written."""
    return _DOCUMENTS.validate_python(
        [_checked(case, "document", _there(row), beside=("name", "cases")) for row in rows]
    )


def passages_of(case: str, rows: Iterable[Row]) -> tuple[Passage, ...]:
    """The passages that rows of `load_passages` hold; see `documents_of`."""
    return _PASSAGES.validate_python([_passage_fields(case, row) for row in rows])


def elements_of(case: str, rows: Iterable[Row]) -> tuple[Element, ...]:
    """The elements that rows of `load_elements` hold; see `documents_of`."""
    return _ELEMENTS.validate_python([_element_fields(case, row) for row in rows])


def relations_of(case: str, rows: Iterable[Row]) -> tuple[Relation, ...]:
    """The relations that rows of `load_relations` hold; see `documents_of`."""
    found = (_checked(case, "relation", row, beside=("quotes",)) for row in rows)
    return _RELATIONS.validate_python([_with_history(row, _LINES) for row in found])


def decisions_of(case: str, rows: Iterable[Row]) -> tuple[Decision, ...]:
    """The decisions that rows of `load_decisions` hold; see `documents_of`."""
    return _DECISIONS.validate_python([from_json(_decision_body(case, row)) for row in rows])


def _decision_body(case: str, row: Row) -> str:
    row["about"] = sorted(cast("list[list[str | None]]", row["about"]), key=_by_words)
    return cast("str", _checked(case, "decision", _there(row))["body"])


def _by_words(line: Iterable[str | None]) -> tuple[str, ...]:
    """A line that was drawn by hand may lead to what has no id, and is found out by the digest."""
    return tuple(word or "" for word in line)


def _passage_fields(case: str, row: Row) -> Row:
    row["document"] = _only(row["document"])
    return _checked(case, "passage", row, beside=("name",))


def _element_fields(case: str, row: Row) -> Row:
    pairs = cast("list[tuple[int, str]]", row["passages"])
    row["passages"] = [passage for _, passage in sorted(pairs, key=_by_position)]
    row["label"] = _only(row["label"])
    fields = _checked(case, "element", _there(row), beside=("cases",))
    fields["kind"] = cast("str", fields.pop("label")).lower()
    return _with_history(fields, _STATEMENTS)


def _only(found: object) -> object:
    """The one there is; where something was drawn or taken away by hand, all of them, found out by the digest."""
    return found[0] if isinstance(found, list) and len(found) == 1 else found


def _by_position(pair: tuple[int | None, str]) -> int:
    """A line that was drawn by hand has no position, and is found out by the digest."""
    return -1 if pair[0] is None else pair[0]


def _with_history(
    row: Row, sort: TypeAdapter[tuple[Statement, ...]] | TypeAdapter[tuple[RelationStatement, ...]]
) -> Row:
    """The row with what `_history` wrote; a store from before there were corrections has none."""
    for field in ("stated", "edits"):
        if found := cast("list[str]", row.get(field)):
            row[field] = sort.validate_json(f"[{','.join(found)}]")
    return row


def _row(case: str, sort: str, props: Row, *, position: int, **lines: object) -> Row:
    """Properties and lines of one value; the fingerprint covers both."""
    if len(str(props["id"]).encode()) > LONGEST_ID_BYTES:
        raise StoreUnusable(
            f"the id of {sort} '{str(props['id'])[:_QUOTED]}…' is longer than Neo4j can look up:"
            f" {LONGEST_ID_BYTES} bytes; nothing was changed",
            "Give it a shorter id, or keep the case in a file: --store sqlite:///loadpath.db",
        )
    props["position"] = position
    digest = _digest(case, sort, _there({**props, **lines}))
    return {"id": props["id"], **lines, "digest": digest, "props": {**props, "case": case, "digest": digest}}


def _checked(case: str, sort: str, row: Row, *, beside: Iterable[str] = ()) -> Row:
    """What is left of a row, in which nothing is null, without what is `beside` the value."""
    digest = row.pop("digest", None)
    if digest != _digest(case, sort, row):
        raise WrongDigest(_named(sort, row))
    for field in ("position", *beside):
        row.pop(field, None)
    return row


def _named(sort: str, row: Row) -> str:
    if sort == "relation":
        return f"the relation {row['type']} from '{row.get('source')}' to '{row.get('target')}'"
    called = row.get("title") or row.get("name")
    return f"{sort} '{called}' (id '{row.get('id')}')" if called else f"{sort} '{row.get('id')}'"


def _there(content: Row) -> Row:
    """What is null is not there at all, nor is a line that leads nowhere.

    So what was written before there were such names and lines still has its fingerprint.
    """
    return {key: value for key, value in content.items() if value is not None and (value or key not in _LATER_LINES)}


def _digest(case: str, sort: str, there: Row) -> int:
    """64 bits, signed, as Neo4j keeps whole numbers, over what `_there` gives."""
    text = _ENCODER.encode([case, sort, there])
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
