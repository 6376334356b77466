from __future__ import annotations

from assistant.answer import AnswerPath
from graph.case import Case, CaseHead
from tests.drafting import drafted
from tests.ui.ferry_case import HOSTILE, ferry_answer, ferry_case
from ui.views.drawing import MOST, MOST_IN_ANSWER, answer_drawing, drawing_data, drawing_words, neighbour_drawing
from ui.views.search_results import first_opened


def test_an_answer_is_drawn_from_the_failure_to_the_pathway() -> None:
    drawing = answer_drawing(ferry_case(), ferry_answer())

    assert [spot.id for spot in sorted(drawing.spots, key=lambda spot: spot.x)] == ["share", "watch", "seen", "course"]
    assert [(line.left, line.right) for line in drawing.lines] == [
        ("share", "watch"),
        ("watch", "seen"),
        ("seen", "course"),
    ]


def test_steps_are_numbered_like_the_citations() -> None:
    drawing = answer_drawing(ferry_case(), ferry_answer())

    assert [(line.said, line.bold) for line in drawing.lines] == [("[1]", True), ("[2]", True), ("[3]", True)]


def test_paths_beside_the_question_are_not_drawn() -> None:
    aside = AnswerPath(elements=("drill", "undone"), relations=("undone|SUPPORTED_BY|drill",), text="aside")
    answer = ferry_answer()

    drawing = answer_drawing(ferry_case(), answer.model_copy(update={"paths": (*answer.paths, aside)}))

    assert "drill" not in {spot.id for spot in drawing.spots}


def test_a_drawing_of_an_answer_stays_small() -> None:
    names = [f"c{number}" for number in range(40)]
    case = drafted({"p": "pathway"} | dict.fromkeys(names, "claim"), ", ".join(f"p > {name}" for name in names))
    paths = tuple(AnswerPath(elements=(name, "p"), relations=(f"p>{name}",)) for name in names)

    drawing = answer_drawing(case, ferry_answer().model_copy(update={"paths": paths, "pathways": (), "elements": ()}))

    assert (len(drawing.spots), drawing.left_out) == (MOST_IN_ANSWER, 41 - MOST_IN_ANSWER)


def test_without_subjects_every_path_is_drawn() -> None:
    drawing = answer_drawing(ferry_case(), ferry_answer().model_copy(update={"subjects": ()}))

    assert len(drawing.lines) == 3


def test_an_inferred_step_is_marked() -> None:
    drawing = answer_drawing(ferry_case(), ferry_answer())

    assert [line.inferred for line in drawing.lines] == [False, True, False]


def test_verdicts_have_a_shape_beside_their_look() -> None:
    drawing = answer_drawing(ferry_case(), ferry_answer())

    looks = {spot.id: (spot.look, spot.label[0]) for spot in drawing.spots}
    assert looks["course"] == ("weakened", "▼")
    assert looks["watch"] == ("lost", "✕")
    assert looks["share"][0] == "chosen"


def test_neighbours_read_from_start_to_end_of_a_relation() -> None:
    drawing = neighbour_drawing(ferry_case(), ("watch",))

    needs = next(line for line in drawing.lines if line.said == "needs")
    assert (needs.left, needs.right, needs.leftward, needs.bold) == ("share", "watch", True, False)


def test_opening_another_element_keeps_the_first() -> None:
    before = {spot.id for spot in neighbour_drawing(ferry_case(), ("watch",)).spots}
    after = {spot.id for spot in neighbour_drawing(ferry_case(), ("watch", "seen")).spots}

    assert before < after
    assert "course" in after - before


def test_what_is_not_drawn_is_counted() -> None:
    names = [f"c{number}" for number in range(70)]
    case = drafted({"p": "pathway"} | dict.fromkeys(names, "claim"), ", ".join(f"p > {name}" for name in names))

    drawing = neighbour_drawing(case, ("p",))

    assert (len(drawing.spots), drawing.left_out) == (MOST, 71 - MOST)
    assert "11 more elements are not drawn" in drawing_words(drawing)


def test_hostile_names_stay_text() -> None:
    data = drawing_data(neighbour_drawing(ferry_case(), ("note",)))

    assert any(str(spot["label"]).startswith(HOSTILE[:20]) for spot in data["spots"])  # type: ignore[index,union-attr]  # plain data


def test_an_empty_case_opens_nothing() -> None:
    assert first_opened(Case.of(CaseHead(id="empty"))) == ()
