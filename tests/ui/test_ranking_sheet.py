from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from assistant import Scope
from graph.analysis import Ranking, rank
from graph.elements import ElementKind, Strength
from tests.drafting import drafted
from tests.ui.ferry_case import ferry_case
from ui.views.ranking import SHOWN, ranking_sheet
from ui.views.sheet import sheet_text


def ferry_ranking(**asked: object) -> Ranking:
    return rank(Scope(ferry_case()).structure, **asked)  # type: ignore[arg-type]  # passed on as it is


def test_the_table_stands_in_tiers_with_paths(snapshot: SnapshotAssertion) -> None:
    ranking = ferry_ranking()

    assert sheet_text(ranking_sheet(ranking, ranking.rows, every=False)) == snapshot


def test_rows_that_are_not_shown_are_counted() -> None:
    names = [f"c{number}" for number in range(SHOWN + 4)]
    case = drafted({"p": "pathway"} | dict.fromkeys(names, "control"), ", ".join(f"p > {name}" for name in names))
    ranking = rank(Scope(case).structure)

    cut, every = (sheet_text(ranking_sheet(ranking, ranking.rows, every=every)) for every in (False, True))

    assert "4 more are not shown." in cut
    assert "not shown" not in every


def test_a_level_that_is_not_reached_leaves_its_pathway_out() -> None:
    case = drafted({"p": "pathway", "c": "control weak"}, "p > c")
    ranking = rank(Scope(case).structure, level=Strength.STRONG)

    shown = sheet_text(ranking_sheet(ranking, ranking.rows, every=False))

    assert "Left out, below the level as it is: p." in shown


def test_no_row_is_said() -> None:
    ranking = ferry_ranking(kinds=frozenset({ElementKind.PERSON}))

    assert "Nothing of this kind bears on a pathway." in sheet_text(ranking_sheet(ranking, ranking.rows, every=False))
