"""Imports over time: the same file adds nothing, a new version replaces what the old one said, files stay apart."""

from __future__ import annotations

from graph.elements import ElementKind
from graph.interchange.formats import Format
from graph.search import element_named
from tests.graph.importing import brought

OLD = {"a.yaml": "G1: {text: Whole, supportedBy: [Sn1, Sn2]}\nSn1: {text: First}\nSn2: {text: Second}"}
NEW = {"a.yaml": "G1: {text: Whole, supportedBy: [Sn1]}\nSn1: {text: First of all}"}
PARTS = {"main.yaml": "G1: {text: Whole, supportedBy: [G2]}", "part.yaml": "G2: {text: Part}"}


def test_the_same_file_twice_adds_nothing() -> None:
    case, _ = brought(OLD, Format.GSN)
    again, receipt = brought(OLD, Format.GSN, case)

    assert receipt.is_empty
    assert again == case


def test_the_same_file_under_another_path_adds_nothing() -> None:
    case, _ = brought(OLD, Format.GSN)
    _, receipt = brought({"/tmp/a.yaml": OLD["a.yaml"]}, Format.GSN, case)  # noqa: S108  a name, no file

    assert receipt.is_empty


def test_a_new_version_replaces_what_the_old_one_said() -> None:
    case, _ = brought(NEW, Format.GSN, brought(OLD, Format.GSN)[0])

    assert {element.name for element in case.standing.values()} == {"Whole", "First of all"}
    assert len(case.standing_relations) == 1


def test_a_version_that_comes_back_counts_again() -> None:
    case, _ = brought(OLD, Format.GSN, brought(NEW, Format.GSN, brought(OLD, Format.GSN)[0])[0])

    assert {element.name for element in case.standing.values()} == {"Whole", "First", "Second"}


def test_a_version_that_came_back_adds_nothing_when_imported_again() -> None:
    case, _ = brought(OLD, Format.GSN, brought(NEW, Format.GSN, brought(OLD, Format.GSN)[0])[0])
    _, receipt = brought(OLD, Format.GSN, case)

    assert receipt.is_empty


def test_files_may_come_in_any_order() -> None:
    case, _ = brought(PARTS, Format.GSN)
    _, receipt = brought(dict(reversed(PARTS.items())), Format.GSN, case)

    assert receipt.is_empty


def test_an_element_keeps_its_id_from_version_to_version() -> None:
    old, new = brought(OLD, Format.GSN)[0], brought(NEW, Format.GSN)[0]

    assert element_named(old, "Sn1").id == element_named(new, "Sn1").id


def test_files_of_one_name_in_two_folders_stay_apart() -> None:
    case, _ = brought({"x/a.yaml": OLD["a.yaml"]}, Format.GSN)
    both, receipt = brought({"y/a.yaml": NEW["a.yaml"]}, Format.GSN, case)

    assert len(both.of_kind(ElementKind.PATHWAY)) == 2
    assert not receipt.elements_updated
    assert brought({"y/a.yaml": NEW["a.yaml"]}, Format.GSN, both)[1].is_empty


def test_a_module_that_was_imported_alone_is_read_anew_with_the_others() -> None:
    alone, _ = brought({"part.yaml": PARTS["part.yaml"]}, Format.GSN)
    together, _ = brought(PARTS, Format.GSN, alone)

    assert [pathway.name for pathway in together.of_kind(ElementKind.PATHWAY)] == ["Whole"]
    assert element_named(together, "G2").kind is ElementKind.CLAIM


def test_keys_that_differ_in_signs_only_stay_apart() -> None:
    case, _ = brought({"a.yaml": "G_1: {text: One}\nG-1: {text: Other}"}, Format.GSN)

    assert len(case.elements) == 2
