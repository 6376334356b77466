"""What people read in a terminal: everything that the answer says, once, in the words of the field."""

from __future__ import annotations

from assistant import Impact, Scope, ask, reply
from graph.analysis import minimal_cut_sets, structure_of
from graph.case import Switches
from tests.assistant.cases import vault_case
from tests.drafting import drafted
from ui.views.answers import answer_lines
from ui.views.cuts import cuts_lines


def test_what_is_hit_beside_the_pathways_is_told() -> None:
    case = drafted({"p": "pathway", "x": "control", "b": "claim"}, "p > x, b > x")

    lines = list(answer_lines(reply(Impact(("x",)), Scope(case))))

    assert "  · b is lost." in lines


def test_what_a_pathway_loses_is_told_once() -> None:
    lines = list(answer_lines(ask("What breaks if the bucket permission is wrong?", Scope(vault_case()))))

    assert not [line for line in lines if "gone:" in line and "Pathway" in line]


def test_the_nearest_names_are_told_once() -> None:
    text = "\n".join(answer_lines(ask("What breaks if the badge watcher fails?", Scope(vault_case()))))

    assert text.count("Watcher A") == 1


def test_a_failed_pathway_on_circular_support_had_no_verdict() -> None:
    case = drafted({"p": "pathway", "a": "claim", "b": "claim"}, "p > a, a > b, b > a")

    text = "\n".join(answer_lines(reply(Impact(("p",)), Scope(case))))

    assert "no verdict → none" in text


def test_a_cut_set_counts_failures() -> None:
    case = drafted({"p": "pathway", "x": "control"}, "p > x")

    found = minimal_cut_sets(structure_of(case, Switches()), "p", None)

    assert next(cuts_lines(found, case)).endswith("the smallest has 1 failure.")


def test_a_list_is_read_as_in_plain_verbs() -> None:
    answer = ask("Which controls depend on the Brook log pipeline?", Scope(vault_case()))

    assert "DEPENDS_ON" not in answer.read_as
    assert '"needs"' in answer.read_as


def test_a_path_without_steps_is_not_shown() -> None:
    case = drafted({"p": "pathway", "q": "pathway", "a": "claim", "x": "control"}, "p > x, q > a, a > a")

    lines = list(answer_lines(reply(Impact(("x",)), Scope(case))))

    assert [line.split()[:2] for line in lines if line.startswith("  P")] == [["P1", "x"], ["P2", "a"]]


def test_a_lost_line_points_at_a_path_that_is_shown() -> None:
    lines = list(answer_lines(ask("What breaks if the bucket permission is wrong?", Scope(vault_case()))))
    shown = {line.split()[0] for line in lines if line.startswith("  P")}

    pointed = {line.split()[-1] for line in lines if line.startswith("      lost")}

    assert pointed <= shown


def test_a_short_answer_names_its_source_beside_it() -> None:
    lines = list(answer_lines(ask("Who owns the Vault Gate?", Scope(vault_case()))))

    assert "Vault Gate is owned by Vault Team. [1]" in lines
