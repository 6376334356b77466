from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from graph.case import Switches
from graph.elements import ElementKind, RelationType, Strength
from graph.errors import UnknownCase
from tests.drafting import drafted
from tests.ui.ferry_case import ferry_case
from ui.views.case_strip import case_strip, trouble_sheet
from ui.views.elements import element_sheet
from ui.views.search_results import MOST_FOUND, found_elements, found_sheet
from ui.views.sheet import sheet_text
from ui.views.standing import Standing
from ui.views.wording import read_from


def test_an_element_shows_all_that_is_known_of_it(snapshot: SnapshotAssertion) -> None:
    case = ferry_case()

    assert sheet_text(element_sheet(case, case.elements["watch"], Standing(Strength.STRONG))) == snapshot


def test_circular_support_is_said_of_an_element() -> None:
    case = ferry_case()

    assert "no verdict: circular support" in sheet_text(element_sheet(case, case.elements["seen"], Standing(None)))


def test_a_leaf_is_said_to_have_nothing_beneath() -> None:
    case = ferry_case()
    standing = Standing(Strength.STRONG, bare=True)

    assert "nothing recorded beneath" in sheet_text(element_sheet(case, case.elements["share"], standing))


def test_an_element_without_owner_says_so() -> None:
    case = ferry_case()

    assert "nobody on record" in sheet_text(element_sheet(case, case.elements["share"], Standing(Strength.STRONG)))


def test_without_a_search_pathways_come_first() -> None:
    case = drafted({"c": "control", "p": "pathway"}, "")

    assert [element.id for element in found_elements(case, " ", ())] == ["p", "c"]


def test_a_search_finds_by_alias() -> None:
    assert found_elements(ferry_case(), "plan share", ())[0].id == "share"


def test_a_search_keeps_to_the_chosen_kinds() -> None:
    found = found_elements(ferry_case(), "", [ElementKind.CLAIM])

    assert [element.id for element in found] == ["seen", "undone"]


def test_what_a_search_does_not_show_is_counted() -> None:
    case = drafted({f"c{number}": "claim" for number in range(MOST_FOUND + 3)}, "")

    assert "3 more" in sheet_text(found_sheet(found_elements(case, "", ()), ""))


def test_a_search_without_a_hit_says_so() -> None:
    assert "anything like “xyzzy”" in sheet_text(found_sheet((), "xyzzy"))


@pytest.mark.parametrize("backwards", [False, True])
def test_every_relation_between_elements_has_a_verb(backwards: bool) -> None:
    kinds = set(RelationType) - {RelationType.STATED_IN, RelationType.PART_OF}

    assert len({read_from(kind, ElementKind.CLAIM, backwards=backwards) for kind in kinds}) == len(kinds)


def test_the_strip_says_what_counts() -> None:
    shown = sheet_text(case_strip(ferry_case(), Switches(basis="stated", status="accepted")))

    assert "Ferry pilot, first assessment" in shown
    assert "2 documents · 9 elements · 7 relations · counting stated relations only · accepted only" in shown


def test_trouble_names_the_next_step() -> None:
    shown = sheet_text(trouble_sheet(UnknownCase("this store holds no case yet", "Read documents into it first.")))

    assert "This store holds no case yet." in shown
    assert "Read documents into it first." in shown
