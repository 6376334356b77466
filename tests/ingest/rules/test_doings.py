"""Who does the work of a control, and what it works with, told in the control's own description."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

TEAMS = (
    "## Teams",
    "| Control | Owner |",
    "| Front gate | Plant Operations |",
    "| Bed rail | Ward Services |",
    "| Coin tray | Cash Desk |",
    "## Controls",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "**Chlorine watch.** Every Monday Plant Operations compare the samples with the permit.",
            ("Chlorine watch", "Plant Operations"),
        ),
        ("**Bed check.** Two nurses from Ward Services walk the corridor each hour.", ("Bed check", "Ward Services")),
        ("**Till audit.** The Cash Desk counts the drawer, and nobody else does.", ("Till audit", "Cash Desk")),
        (
            "**Badge review.** Once a year Plant Operations go through every badge.",
            ("Badge review", "Plant Operations"),
        ),
    ],
)
def test_who_does_the_work_of_a_control_operates_it(line: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*TEAMS, line), "OPERATED_BY") == {expected}


@pytest.mark.parametrize(
    "line",
    [
        "**Chlorine watch.** Plant Operations do not compare the samples.",
        "**Bed check.** It pages Ward Services when a bed is empty.",
        "**Till audit.** Cash Desk reads the result on paper.",
        "**Badge review.** Somebody said that Plant Operations check each badge.",
    ],
)
def test_who_only_hears_of_it_does_not_operate_it(line: str) -> None:
    assert not ends(extracted(*TEAMS, line), "OPERATED_BY")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Bed check.** Which beds count is looked up in the ward register.", ("Bed check", "Ward register")),
        ("**Till audit.** The draw is made from the shift roster.", ("Till audit", "Shift roster")),
        (
            "**Chlorine watch.** A van that has no entry in the permit file is turned away.",
            ("Chlorine watch", "Permit file"),
        ),
    ],
)
def test_what_a_description_draws_on_its_control_needs(line: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*TEAMS, line), "DEPENDS_ON") == {expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "**Bed check.** It reads the ward register, a file of beds. It is only as good as that file.",
            "Ward register",
        ),
        (
            "**Till audit.** It reads the shift roster, a sheet on the wall. It means nothing without that sheet.",
            "Shift roster",
        ),
    ],
)
def test_a_word_that_explains_a_name_is_no_second_thing(line: str, expected: str) -> None:
    assert names(extracted(*TEAMS, line), "dependency") == {expected}
