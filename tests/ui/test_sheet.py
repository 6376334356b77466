from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.ui.ferry_case import HOSTILE
from ui.views.sheet import Act, ActKind, Node, ask_button, box, node_data, sheet_text, with_numbers


def test_numbers_of_sources_become_buttons() -> None:
    pieces = tuple(with_numbers("It fails [2], see P1.", ("a", "b"), 1))

    assert [(piece.text, piece.act.value) for piece in pieces if piece.act] == [("[2]", "b"), ("P1", "P1")]
    assert "".join(piece.text for piece in pieces) == "It fails [2], see P1."


@pytest.mark.parametrize("text", ["see [3]", "see [0]", "see P2", "P0", "[99999]", "[]", ""])
def test_numbers_of_nothing_stay_text(text: str) -> None:
    pieces = tuple(with_numbers(text, ("a", "b"), 1))

    assert not any(piece.act for piece in pieces)
    assert "".join(piece.text for piece in pieces) == text


def test_data_carries_text_as_it_is() -> None:
    sheet = box("section", Node("h2", HOSTILE), ask_button(HOSTILE))

    assert node_data(sheet) == {
        "tag": "section",
        "kids": [
            {"tag": "h2", "text": HOSTILE},
            {"tag": "button", "text": HOSTILE, "style": "ask", "act": "ask", "value": HOSTILE},
        ],
    }


def test_box_leaves_out_what_is_none() -> None:
    assert box("ul", None, Node("li", "one"), None).kids == (Node("li", "one"),)


def test_text_of_a_sheet_marks_its_buttons() -> None:
    sheet = box("section", Node("h2", "Next"), box("p", Node("span", "Try "), ask_button("Why?")))

    assert sheet_text(sheet) == "section\n  h2: Next\n  p: Try <Why?>"


@pytest.mark.parametrize(
    "pressed", [{"kind": "delete", "value": "x"}, {"kind": "ask"}, {"kind": "ask", "value": "x", "more": 1}]
)
def test_unknown_presses_are_refused(pressed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Act.model_validate(pressed)


def test_presses_are_read_back() -> None:
    assert Act.model_validate({"kind": "cite", "value": "q1"}) == Act(kind=ActKind.CITE, value="q1")
