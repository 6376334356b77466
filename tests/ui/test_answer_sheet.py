from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from assistant.answer import Answer, IntentName, PathwayOutcome, Status
from graph.elements import Strength
from tests.ui.ferry_case import ferry_answer, ferry_case, no_answer
from ui.views.answer_sheet import answer_sheet, headline_sheet, turn_summary
from ui.views.no_answer import choices, question_about
from ui.views.sheet import sheet_text
from ui.views.standing import Standing
from ui.views.talk import earlier_sheet, next_sheet, opening_sheet, question_sheet


def test_an_answer_reads_in_order(snapshot: SnapshotAssertion) -> None:
    answer = ferry_answer()

    assert "\n".join((sheet_text(headline_sheet(answer)), sheet_text(answer_sheet(ferry_case(), answer)))) == snapshot


def test_what_is_empty_is_left_out() -> None:
    bare = Answer(question="Why?", assistant="offline", status=Status.ANSWERED, intent=IntentName.OTHER)

    assert sheet_text(answer_sheet(ferry_case(), bare)) == "article: "
    assert next_sheet(bare) is None
    assert choices(bare) is None


def test_circular_support_is_said_in_place_of_a_verdict() -> None:
    outcome = PathwayOutcome(id="course", name="Silent course change", before=None, after=None, verdict=None)
    answer = ferry_answer().model_copy(update={"pathways": (outcome,)})

    shown = sheet_text(answer_sheet(ferry_case(), answer))

    assert "no verdict" in shown
    assert "circular support" in shown


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ANSWERED])
def test_each_way_of_no_answer_says_which_it_is(status: Status, snapshot: SnapshotAssertion) -> None:
    answer = no_answer(status, "Helm Watch")
    offered = choices(answer)

    assert sheet_text(headline_sheet(answer)) + "\n" + (sheet_text(offered) if offered else "") == snapshot


def test_the_ways_of_no_answer_look_different() -> None:
    styles = {headline_sheet(no_answer(status)).style for status in Status}

    assert len(styles) == len(Status)


def test_a_nearest_name_asks_the_same_of_that_name() -> None:
    answer = no_answer(Status.UNKNOWN_ELEMENT, "Helm Watch")

    assert question_about(answer, "Helm Watch") == "What breaks if Helm Watch fails?"


def test_a_reading_is_asked_as_it_is() -> None:
    assert question_about(no_answer(Status.NOT_UNDERSTOOD), "Who owns it?") == "Who owns it?"


def test_the_question_stays_in_sight() -> None:
    assert "What breaks if the plan share is writable?" in sheet_text(question_sheet(ferry_answer()))


def test_an_empty_talk_offers_questions_about_the_case(snapshot: SnapshotAssertion) -> None:
    case = ferry_case()
    pathways = ((case.elements["course"], Standing(Strength.STRONG)), (case.elements["lockout"], Standing(None)))

    assert sheet_text(opening_sheet(pathways, ("plan share", "Helm Watch", "drill of May"))) == snapshot


def test_other_turns_can_be_gone_back_to() -> None:
    turns = (ferry_answer(), no_answer(Status.NOT_IN_DOCUMENTS))

    sheet = earlier_sheet(turns, 1)

    assert sheet is not None
    assert "<What breaks if the plan share is writable?>One of two pathways is weakened." in sheet_text(sheet)
    assert "helm clock" not in sheet_text(sheet)


def test_a_talk_of_one_turn_has_no_others() -> None:
    assert earlier_sheet((ferry_answer(),), 0) is None


def test_an_answer_without_headline_is_summed_up_by_its_status() -> None:
    bare = Answer(question="Why?", assistant="offline", status=Status.NOT_IN_DOCUMENTS, intent=IntentName.OTHER)

    assert turn_summary(bare) == "not in documents"
