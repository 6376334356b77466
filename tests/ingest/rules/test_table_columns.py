"""Tables whose titles do not say what a column holds are read by what stands in them."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names, relations

KEPT = [
    (
        "# Watch of the lock",
        "| Arrangement | Run by | Answerable |",
        "| Sluice alarm | Water Desk | Ada Moor |",
        "| Gate camera | Quay Team | Bo Reyes |",
    ),
    (
        "# Ward safety",
        "| What we have | Owner | Team |",
        "| Dose check | Ines Varga | Pharmacy Team |",
        "| Bed alarm | Jon Aske | Ward Team |",
    ),
    (
        "# Monitoring",
        "| Layer | Responsible | Depends on |",
        "| Session reader | Mira Holt | Session archive |",
        "| Egress limiter | Tom Ruud | Flow meters |",
    ),
]
NO_CONTROLS = [
    ("| Week | Owner | Notes |", "| Week 12 | Ada Moor | quiet |", "| Week 13 | Bo Reyes | a flood |"),
    ("| Role | Owner | Phone |", "| Night lead | Ada Moor | 112 |", "| Day lead | Bo Reyes | 113 |"),
    ("| Person | Depends on | Since |", "| Ada Moor | Bo Reyes | May |", "| Ines Varga | Jon Aske | June |"),
    ("| Remark | Owner |", "| The gate was open. Nobody knows why. | Ada Moor |", "| It rained. | Bo Reyes |"),
]


@pytest.mark.parametrize("lines", KEPT)
def test_a_table_of_owners_is_one_of_controls_whatever_its_first_column_is_called(lines: tuple[str, ...]) -> None:
    proposals = extracted(*lines)

    assert names(proposals, "control") == {line.split("|")[1].strip() for line in lines[2:]}
    assert len(relations(proposals, "OWNED_BY")) == 2


@pytest.mark.parametrize("lines", NO_CONTROLS)
def test_rows_about_times_roles_persons_and_sentences_name_no_controls(lines: tuple[str, ...]) -> None:
    proposals = extracted("# Notes", *lines)

    assert names(proposals, "control") == set()
    assert relations(proposals, "OWNED_BY") == []


@pytest.mark.parametrize(
    ("title", "type_"), [("Contact", "OWNED_BY"), ("Lead", "OWNED_BY"), ("Where to turn", "OWNED_BY")]
)
def test_a_column_of_persons_beside_controls_names_their_owners(title: str, type_: str) -> None:
    proposals = extracted(
        "# Barriers", f"| Control | {title} |", "| Tide gauge | Ada Moor |", "| Crane brake | Bo Reyes |"
    )

    assert len(relations(proposals, type_)) == 2


@pytest.mark.parametrize("title", ["Tested by", "Approved by", "Deputy", "Last reviewer"])
def test_a_column_of_persons_who_tried_or_signed_names_no_owners(title: str) -> None:
    proposals = extracted(
        "# Barriers", f"| Control | {title} |", "| Tide gauge | Ada Moor |", "| Crane brake | Bo Reyes |"
    )

    assert relations(proposals, "OWNED_BY") == []


def test_what_is_needed_stays_a_dependency_among_controls_that_no_title_told() -> None:
    proposals = extracted(
        "# Estate",
        "| Item | Kept by | Answerable |",
        "| Session reader | Oversight Team | Ada Moor |",
        "| Session archive | Oversight Team | Bo Reyes |",
    )

    assert names(proposals, "control") == {"Session reader"}
    assert "Session archive" in names(proposals, "dependency")


@pytest.mark.parametrize(
    ("title", "cell"),
    [("What was examined", "tide gauge, 40 floods"), ("Of what", "the tide gauge"), ("Subject", "tide gauge (May)")],
)
def test_a_table_of_tests_says_which_control_each_examined(title: str, cell: str) -> None:
    proposals = extracted(
        "# Tests",
        "| Control | Owner |",
        "| Tide gauge | Ada Moor |",
        "What was tried is told below.",
        f"| Test | {title} | Result |",
        f"| Flood drill | {cell} | 38 of 40 |",
        "| Storm trial | the sea wall in general | it held |",
    )

    tested = [(line.source, line.target) for line in relations(proposals, "EVALUATED_BY")]
    assert tested == [("control:tide gauge", "evidence:flood drill")]


@pytest.mark.parametrize(
    ("title", "beside"), [("Work", "Effort"), ("What", "Due"), ("Item", "By when"), ("Improvement", "Priority")]
)
def test_a_table_of_owners_with_efforts_or_dates_is_one_of_plans(title: str, beside: str) -> None:
    proposals = extracted(
        "# Roadmap",
        f"| No. | {title} | {beside} | Owner |",
        "| 1 | Second sluice alarm | 9 weeks | Ada Moor |",
        "| 2 | Spare gate camera | 4 days | Bo Lindgren |",
    )

    assert names(proposals, "control") == set()
    assert names(proposals, "mitigation") == {"Second sluice alarm", "Spare gate camera"}
