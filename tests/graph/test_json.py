"""A case as JSON: it comes back as it went, and a file that is no case is refused with the place of its fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.elements import Basis, ReviewStatus, Strength
from graph.errors import LoadpathError
from graph.interchange.json import LIMIT_BYTES, export_case, import_case
from graph.provenance import Entered
from graph.receipts import Receipt
from graph.stores.sqlite import SqliteStore
from tests.strategies import cases

ADA = Entered(who="ada", when="2026-04-01T00:00:00Z")
LATER = Entered(who="ada", when="2026-05-01T00:00:00Z")
BY_HAND = {
    "case": {"id": "hand"},
    "elements": [
        {"id": "p", "kind": "pathway", "name": "Escape", "window_s": 0, "operator": "at_least", "k": 1},
        {"id": "c", "kind": "control", "name": "Monitor", "strength": "weak", "text": None, "aliases": None},
        {"id": "t", "kind": "team", "name": "Watch", "status": "accepted"},
    ],
    "relations": [
        {"id": "r1", "type": "SUPPORTED_BY", "source": "p", "target": "c", "strength": "moderate"},
        {"id": "r2", "type": "ALERTS", "source": "c", "target": "t", "latency_s": 0, "automatic": False},
        {"id": "r3", "type": "OWNED_BY", "source": "c", "target": "t", "basis": "inferred"},
    ],
}
SOURCED = {
    "documents": [{"id": "d", "kind": "report", "title": "D", "text": "It holds. It may not."}],
    "passages": [{"id": "q", "document": "d", "start": 0, "end": 9, "text": "It holds."}],
}


def imported(file: object, *, into: Case | None = None, entered: Entered = ADA) -> Case:
    head, changes = import_case(json.dumps(file), entered)
    case, _ = apply_changes(into or Case.of(head), changes)
    return case


def refusal(text: str | bytes) -> LoadpathError:
    with pytest.raises(LoadpathError) as refused:
        import_case(text, ADA)
    assert "\n" not in refused.value.message
    assert refused.value.hint
    return refused.value


def with_element(**fields: object) -> str:
    element = {"id": "x", "kind": "claim", "name": "x", **fields}
    return json.dumps(BY_HAND | {"elements": [*BY_HAND["elements"], element]})


@given(cases(cycles=True, versions=True))
def test_export_import_export_is_the_same(case: Case) -> None:
    text = export_case(case)

    head, changes = import_case(text, ADA)
    again, _ = apply_changes(Case.of(head), changes)

    assert export_case(again) == text


@given(cases(versions=True))
def test_import_into_its_own_case_adds_nothing(case: Case) -> None:
    _, changes = import_case(export_case(case), ADA)

    assert apply_changes(case, changes) == (case, Receipt())


def test_refused_file_leaves_the_store_alone(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.db")
    store.apply(*import_case(json.dumps(BY_HAND), ADA))
    before = store.load("hand")
    strange = BY_HAND | {"elements": [{"id": "p", "kind": "control", "name": "Escape"}], "relations": []}

    with pytest.raises(LoadpathError, match="element 'p' is a pathway; a control"):
        store.apply(*import_case(json.dumps(strange), ADA))

    assert store.load("hand") == before


@given(cases(versions=True))
def test_case_comes_back_without_nulls_and_texts(case: Case) -> None:
    file = json.loads(export_case(case))
    for item in (*file["elements"], *file["relations"], *file["documents"], *file["passages"]):
        for field in [field for field, value in item.items() if value is None or value == []]:
            del item[field]
    for document in file["documents"]:
        del document["text"]

    again = imported(file)

    assert (again.elements, again.relations, again.passages) == (case.elements, case.relations, case.passages)
    assert imported(file, into=case) == case


def test_export_has_the_fields_of_the_contract() -> None:
    contract = {
        "elements": "id kind name aliases strength operator k text window_s effort effort_days status passages",
        "relations": "id type source target strength basis latency_s channel automatic status passages",
        "documents": "id kind title path sha256 text",
        "passages": "id document page page_label section time speaker start end text",
    }

    file = json.loads(export_case(imported(BY_HAND | SOURCED)))

    assert set(file) == {"case", *contract, "decisions"}
    assert all(set(fields.split()) <= set(file[section][0]) for section, fields in contract.items())


def test_what_no_passage_states_is_entered_by_who_imports_it() -> None:
    case = imported(BY_HAND)

    assert {statement.entered for element in case.elements.values() for statement in element.stated} == {ADA}
    assert case.elements["p"].window_s == 0.0
    assert case.elements["t"].status is ReviewStatus.ACCEPTED
    assert [r.basis for r in case.relations.values()] == [Basis.ENTERED, Basis.ENTERED, Basis.INFERRED]
    assert (case.relations["r2"].latency_s, case.relations["r2"].automatic) == (0.0, False)


def test_file_written_by_hand_is_entered_once() -> None:
    once = imported(BY_HAND)

    assert imported(BY_HAND, into=once, entered=LATER) == once


def test_what_a_passage_states_is_not_entered() -> None:
    element = {"id": "c", "kind": "claim", "name": "c", "strength": "weak", "passages": ["q"]}

    case = imported({"case": {"id": "x"}, "elements": [element], **SOURCED})

    assert not case.elements["c"].entered
    assert [(s.passage, s.strength) for s in case.elements["c"].stated] == [("q", Strength.WEAK)]


def test_edited_field_counts_as_entered() -> None:
    file = json.loads(export_case(imported(BY_HAND)))
    file["elements"][1]["strength"] = "none"
    file["elements"][0]["k"] = 2
    file["relations"][0]["strength"] = "weak"

    case = imported(file, entered=LATER)

    assert case.elements["c"].strength is Strength.NONE
    assert case.elements["p"].k == 2
    assert case.relations["r1"].strength is Strength.WEAK
    assert case.elements["c"].stated[-1].entered == LATER
    assert len(case.elements["t"].stated) == 1


def test_bytes_and_byte_order_mark_are_read() -> None:
    head, _ = import_case(b"\xef\xbb\xbf" + json.dumps(BY_HAND).encode(), ADA)

    assert head == CaseHead(id="hand")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is not JSON: EOF while parsing a value at line 1 column 0"),
        ("Dear reader", "the file is not JSON: expected value at line 1 column 1"),
        ('{"case": {"id": "x"}', "the file is not JSON: EOF while parsing an object at line 1 column 20"),
        (b"\xff\xfe{\x00}\x00", "the file is not JSON: expected value at line 1 column 1"),
        ('{"case": "\\ud800"}', "the file is not JSON: "),
        ("[" * 100_000, "the file is not JSON: recursion limit exceeded"),
        ("[1, 2]", "the file is JSON, but not one object"),
        ("null", "the file is JSON, but not one object"),
        ("{}", "the file is not a case: case is missing"),
        ('{"case": 3}', "the file is not a case: case is 3: it should be an object"),
        ('{"case": {"id": "a b"}}', "the file is not a case: case.id is 'a b': "),
        ('{"case": {"id": "x"}, "nodes": []}', "the file is not a case: nodes is no field that a case has"),
        ('{"case": {"id": "x"}, "elements": {}}', "the file is not a case: elements is an object: "),
        ('{"case": {"id": "x"}, "elements": [[]]}', "the file is not a case: elements[0] is a list: "),
        (with_element(kind="ghost"), "the file is not a case: elements[3].kind is 'ghost': it should be 'pathway',"),
        (with_element(name=7), "the file is not a case: elements[3].name is 7: it should be a valid string"),
        (with_element(colour="red"), "the file is not a case: elements[3].colour is no field that a case has"),
        (with_element(window_s=float("nan")), "the file is not a case: elements[3].window_s is nan: "),
        (with_element(window_s=float("inf")), "the file is not a case: elements[3].window_s is inf: "),
        (with_element(window_s=-1), "the file is not a case: elements[3].window_s is -1"),
        (with_element(k=1), "the file is not a case: elements[3]: element 'x': k goes with the operator at_least"),
        (with_element(kind="document"), "the file is not a case: elements[3]: element 'x' is a document: "),
        (with_element(passages=[None]), "the file is not a case: elements[3].passages[0] is None: "),
        (with_element(name="a\0b"), "elements[3].name holds a NUL character"),
        (with_element(id="p"), "elements[0] and elements[3] have the same id 'p'"),
        (with_element(passages=["gone"]), "element 'x' is stated in 'gone', which is no passage of this case"),
        (with_element(stated=[{"name": "x"}]), "the file is not a case: elements[3].stated[0]: a statement has one"),
    ],
)
def test_what_is_wrong_and_where(text: str | bytes, message: str) -> None:
    assert refusal(text).message.startswith(message)


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ({"source": "c", "target": "p"}, "relation 'r' is illegal: control SUPPORTED_BY pathway ('c' to 'p')"),
        ({"source": "p", "target": "gone"}, "relation 'r' ends at 'gone', which is no element of this case"),
        ({"source": "p", "target": "q", "type": "STATED_IN"}, "relation 'r' is a STATED_IN, which is kept as a field"),
        ({"source": "q", "target": "d", "type": "PART_OF"}, "relation 'r' is a PART_OF, which is kept as a field"),
        ({"source": "p", "target": "c", "type": "HOLDS"}, "the file is not a case: relations[0].type is 'HOLDS': "),
    ],
)
def test_relation_that_cannot_be_is_refused(relation: dict[str, str], message: str) -> None:
    file = BY_HAND | SOURCED | {"relations": [{"id": "r", "type": "SUPPORTED_BY", **relation}]}

    assert refusal(json.dumps(file)).message.startswith(message)


def test_passage_has_to_be_in_its_document() -> None:
    passages = [{"id": "q", "document": "d", "start": 1, "end": 9, "text": "It holds."}]

    assert (
        "passage 'q' is not what 'd' says at 1-9"
        in refusal(json.dumps({"case": {"id": "x"}, **SOURCED, "passages": passages})).message
    )


def test_file_that_is_too_large_is_refused_unread() -> None:
    error = refusal(b" " * (LIMIT_BYTES + 1))

    assert error.message == "the file is 64 MB; at most 64 MB can be imported"


def test_nul_in_a_text_comes_back() -> None:
    documents = [{"id": "d", "kind": "report", "title": "D", "text": "page\x00two"}]

    case = imported({"case": {"id": "x"}, "documents": documents})

    assert json.loads(export_case(case))["documents"][0]["text"] == "page\x00two"


def test_large_value_is_shown_short() -> None:
    assert len(refusal(with_element(kind="g" * 100_000)).message) < 400
