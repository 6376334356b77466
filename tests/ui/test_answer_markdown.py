"""An answer as Markdown: all of it, and nothing that a document says acts in it."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from graph.case import Case
from graph.changes import apply_changes
from tests.ui.ferry_case import CHANGES, HEAD
from ui.views.answer_markdown import answer_markdown, plain
from ui.wiring import chosen_assistant


def written(question: str) -> str:
    case, _ = apply_changes(Case.of(HEAD), CHANGES)
    return answer_markdown(ask(question, Scope(case), assistant=chosen_assistant("offline")))


def test_an_answer_has_its_verdict_paths_and_exact_quotes() -> None:
    text = written("What breaks if the plan share fails?")

    assert text.startswith("# What breaks if the plan share fails?\n")
    assert "\n## ▼ Silent course change: strong → " in text
    assert "\n- P1: " in text
    assert "  > The Helm Watch only works if the plan share is mounted read-only" in text


def test_an_unknown_name_offers_the_nearest() -> None:
    assert "## Nearest" in written("What breaks if the automatic override fails?")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<img src=x>", "\\<img src=x\\>"),
        ("[a](b) *c* `d`", "\\[a\\](b) \\*c\\* \\`d\\`"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("two\n# lines", "two \\# lines"),
        ("a plain - sentence, 3.2", "a plain - sentence, 3.2"),
    ],
)
def test_what_markdown_would_act_on_is_set_as_text(text: str, safe: str) -> None:
    assert plain(text) == safe
