"""The commands of the person in charge: what they print, what they refuse, and that every decision can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.elements import ELEMENTS, Operator, Strength
from tests.ui.grain_case import REPORT, refusal, said, value
from ui.cli import main
from ui.review_options import KINDS, OPERATORS, STRENGTHS


def content(capsys: pytest.CaptureFixture[str]) -> tuple[object, object]:
    exported = json.loads(said(capsys, "export"))
    return exported["elements"], exported["relations"]


@pytest.mark.usefixtures("case")
def test_what_carries_most_is_listed_first(capsys: pytest.CaptureFixture[str]) -> None:
    listed = value(capsys, "review", "list")

    ranks = [row["rank"] for row in listed["rows"] if row["rank"] is not None]
    assert listed["total"] == len(listed["rows"])
    assert ranks == sorted(ranks)
    assert listed["rows"][0]["kind"] == "pathway"


@pytest.mark.usefixtures("case")
def test_a_listed_quote_stands_between_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    rows = value(capsys, "review", "list", "--kind", "control", "--document", "report.md")["rows"]

    quote = rows[0]["quotes"][0]
    around = f"{quote['before'].removeprefix('…')}{quote['quote']}{quote['after'].removesuffix('…')}"
    assert " ".join(around.split()) in " ".join(REPORT.replace("#", "").split())


@pytest.mark.usefixtures("case")
def test_a_cut_list_says_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    total = value(capsys, "review", "list")["total"]

    assert f"1 of {total} shown: --top {total} shows all" in said(capsys, "review", "list", "--top", "1")


def test_an_element_can_be_corrected_to_every_kind() -> None:
    assert set(KINDS) == {kind.value for kind in ELEMENTS}


@pytest.mark.usefixtures("case")
def test_a_corrected_kind_says_which_relations_it_rules_out(capsys: pytest.CaptureFixture[str]) -> None:
    printed = said(capsys, "review", "edit", "Night Lock Monitor", "--kind", "dependency")

    assert "Corrected Night Lock Monitor (control): kind dependency" in printed
    assert "no longer legal, and so no longer counted:" in printed
    assert "(SUPPORTED_BY)" in printed
    assert "counted again:" in said(capsys, "review", "undo")


@pytest.mark.usefixtures("case")
def test_an_accepted_element_is_proposed_no_more_until_that_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    before = value(capsys, "review", "list")["total"]

    assert "Signed ada" in said(capsys, "review", "accept", "Night Lock Monitor")
    assert value(capsys, "review", "list")["total"] == before - 1
    said(capsys, "review", "undo")

    assert value(capsys, "review", "list")["total"] == before


@pytest.mark.usefixtures("case")
def test_a_rejection_is_overturned_by_accepting(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "reject", "Night Lock Monitor", "--why", "it was taken down")
    said(capsys, "review", "accept", "Night Lock Monitor")

    accepted = value(capsys, "review", "list", "--status", "accepted")["rows"]
    assert [row["name"] for row in accepted] == ["Night Lock Monitor"]
    assert "because: it was taken down" in said(capsys, "review", "history")


@pytest.mark.parametrize(
    "decision",
    [
        ("edit", "Night Lock Monitor", "--strength", "weak", "--name", "Night lock"),
        ("edit", "Night Lock Monitor", "--kind", "team"),
        ("edit", "Claim 1 SUPPORTED_BY Night Lock Monitor", "--strength", "weak"),
        ("add", "control", "Spare lock", "--strength", "moderate"),
        ("add", "Night Lock Monitor", "OWNED_BY", "Yard Team"),
        ("add", "Night Lock Monitor", "ALERTS", "Yard Team", "--latency", "60", "--automatic", "yes"),
        ("split", "Night Lock Monitor", "Other monitor", "--document", "talk.md"),
        ("reject", "Night Lock Monitor", "Night Lock Monitor DEPENDS_ON badge server"),
        ("accept", "Night Lock Monitor", "--relations"),
    ],
)
@pytest.mark.usefixtures("case")
def test_a_decision_changes_the_case_and_undo_restores_it(
    decision: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(capsys)
    made = value(capsys, "review", *decision)["decision"]

    assert content(capsys) != before
    said(capsys, "review", "undo", made["id"][:6])

    assert content(capsys) == before


@pytest.mark.usefixtures("case")
def test_merged_elements_are_one_that_has_the_relations_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "add", "control", "Night lock")
    said(capsys, "review", "merge", "Night lock", "Night Lock Monitor")

    elements, relations = content(capsys)
    merged = next(element for element in elements if element["name"] == "Night lock")
    assert "Night Lock Monitor" in merged["aliases"]
    assert {r["type"] for r in relations if r["source"] == merged["id"]} >= {"DEPENDS_ON", "OPERATED_BY"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("accept", "Night Lock Minotor"), "Did you mean: Night Lock Monitor"),
        (("edit", "Night Lock Monitor"), "no new value is given"),
        (("edit", "Night Lock Monitor", "--latency", "3"), "--latency: no field of an element"),
        (("edit", "Night Lock Monitor", "--operator", "at_least"), "k goes with the operator at_least"),
        (("edit", "Night Lock Monitor", "--window", "nan"), "window_s is nan"),
        (("add", "ghost", "Casper"), "neither KIND NAME nor SOURCE TYPE TARGET"),
        (("add", "control", "Night Lock Monitor"), "there is a control 'Night Lock Monitor' already"),
        (("add", "control", "night-lock monitors"), "there is a control 'Night Lock Monitor' already"),
        (("add", "team", "Dock team", "--effort-days", "3"), "a team has no effort-days"),
        (("edit", "Night Lock Monitor", "--window", "60"), "a control has no window"),
        (("add", "Yard Team", "SUPPORTED_BY", "badge server"), "team SUPPORTED_BY dependency is no legal relation"),
        (("merge", "Night Lock Monitor", "Yard Team"), "they cannot be one"),
        (("merge", "Night Lock Monitor", "Night Lock Monitor"), "is one element already"),
        (("split", "Night Lock Monitor", "Other"), "none of the"),
        (("undo",), "no decision is in force"),
        (("undo", "zzz"), "is the id of no decision"),
        (("list", "--kind", "ghost"), "no kind of element"),
        (("list", "--document", "absent.md"), "absent.md"),
    ],
)
@pytest.mark.usefixtures("case")
def test_what_cannot_be_decided_is_refused_with_the_reason(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in refusal(capsys, "review", *arguments)


@pytest.mark.usefixtures("case")
def test_a_removed_document_says_what_went_and_what_stayed(capsys: pytest.CaptureFixture[str]) -> None:
    printed = said(capsys, "remove", "report.md")

    assert "Silos stay shut at night (claim)" in printed.split("kept:")[0]
    assert "Night Lock Monitor (control): Interview" in printed.split("kept:")[1]


@pytest.mark.usefixtures("case")
def test_decisions_are_there_again_when_a_removed_document_is_read_again(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "reject", "Claim 1")
    said(capsys, "remove", "report.md")
    said(capsys, "ingest", "report.md")

    rejected = value(capsys, "review", "list", "--status", "rejected")["rows"]
    assert [row["name"] for row in rejected] == ["Silos stay shut at night"]


@pytest.mark.usefixtures("case")
def test_coverage_names_the_sections_that_gave_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = value(capsys, "coverage", "report.md")["documents"]

    assert report["nothing"] == ["Weather"]
    assert "! " in said(capsys, "coverage", "report.md")


@pytest.mark.usefixtures("case")
def test_check_lists_problems_and_fails_only_on_what_it_was_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "add", "control", "Spare lock")

    listed = value(capsys, "check")["problems"]

    assert {"kind", "severity", "elements", "relations", "message", "passages"} == set(listed[0])
    assert main(["check", "--fail-on", "orphan_control,circular_support"]) == 3
    assert main(["check", "--fail-on", "circular_support"]) == 0
    assert "Spare lock (control): nothing recorded rests on it" in capsys.readouterr().out


@pytest.mark.usefixtures("case")
def test_an_unknown_kind_of_problem_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no kind of problem: 'ghost'" in refusal(capsys, "check", "--fail-on", "ghost")


def test_the_choices_of_the_arguments_are_those_of_the_graph() -> None:
    assert set(KINDS) == ELEMENTS
    assert set(STRENGTHS) == set(Strength)
    assert set(OPERATORS) == set(Operator)


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("command", [("remove",), ("coverage",), ("review", "list", "--document")])
def test_an_unknown_document_is_called_one_and_the_nearest_are_named(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    printed = refusal(capsys, *command, "raport.md")

    assert "no document 'raport.md' in this case" in printed
    assert "Did you mean: Risk report (" in printed


@pytest.mark.usefixtures("case")
def test_a_rejected_element_says_who_rejected_it(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "reject", "Night Lock Monitor")

    printed = refusal(capsys, "impact", "Night Lock Monitor")

    assert "element 'Night Lock Monitor' counts no more: it was rejected by " in printed
    assert "loadpath review accept control-night-lock-monitor" in printed


@pytest.mark.usefixtures("case")
def test_a_merged_element_says_into_which(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "add", "team", "Yard crew")
    said(capsys, "review", "merge", "Yard Team", "team-yard-crew")

    printed = refusal(capsys, "review", "accept", "team-yard-crew")

    assert "counts no more: ada merged it into 'Yard crew'" in printed
    assert "Name that one: team-yard-team" in printed


@pytest.mark.usefixtures("case")
def test_a_name_that_another_has_is_taken_on_only_by_force(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "review", "add", "team", "Dock crew")

    printed = refusal(capsys, "review", "edit", "Dock crew", "--name", "yard team")

    assert "loadpath review merge team-yard-team team-dock-crew" in printed
    assert "Corrected Dock crew" in said(capsys, "review", "edit", "Dock crew", "--name", "yard team", "--force")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Night Lock Monitor DEPENDS_ON badge server", ("--strength", "weak")),
        ("Night Lock Monitor DEPENDS_ON badge server", ("--latency", "60")),
        ("Night Lock Monitor OPERATED_BY Yard Team", ("--channel", "page")),
    ],
)
@pytest.mark.usefixtures("case")
def test_a_relation_takes_only_the_fields_of_its_type(
    line: str, field: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    type_ = line.split("Monitor ")[1].split(maxsplit=1)[0]

    printed = refusal(capsys, "review", "edit", line, *field)

    assert f"a {type_} has no {field[0].removeprefix('--')}" in printed
    assert "it is a field of: " in printed


@pytest.mark.usefixtures("case")
def test_what_was_withdrawn_keeps_its_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(
        "# Risk report\n\n## Pathways\n\n1. Grain theft: the elevator empties a silo at night.\n", "utf-8"
    )
    said(capsys, "ingest", str(report))

    rows = value(capsys, "review", "list", "--status", "withdrawn")["rows"]

    claim = next(row for row in rows if row["kind"] == "claim")
    assert claim["text"]
    assert "Silos stay shut at night" in claim["quotes"][0]["quote"]
