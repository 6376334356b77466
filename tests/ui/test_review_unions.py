"""What is probably one thing under two names: told with its reasons, and decided by a person."""

from __future__ import annotations

import sys

import pytest

from tests.ui.grain_case import refusal, said, value


def proposed(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    return [(row["kept"]["id"], row["taken"]["id"]) for row in value(capsys, "review", "unions")["rows"]]


def with_twin(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    said(capsys, "review", "add", "control", "Night Lock Monitor service")
    (pair,) = proposed(capsys)
    return pair


@pytest.mark.usefixtures("case")
def test_a_likely_union_is_told_with_its_reasons_and_how_to_decide(capsys: pytest.CaptureFixture[str]) -> None:
    kept, taken = with_twin(capsys)

    told = said(capsys, "review", "unions")

    assert "'Night Lock Monitor service' is 'Night Lock Monitor' with a word for its kind" in told
    assert f"loadpath review merge {kept} {taken}" in told
    assert f"loadpath review distinct {kept} {taken}" in told


@pytest.mark.usefixtures("case")
def test_a_proposed_union_that_is_merged_or_refused_is_proposed_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    pair = with_twin(capsys)

    said(capsys, "review", "distinct", *pair)
    assert proposed(capsys) == []
    assert "1 pair more is decided to be two" in said(capsys, "review", "unions")

    said(capsys, "review", "undo")
    assert proposed(capsys) == [pair]

    said(capsys, "review", "merge", *pair)
    assert proposed(capsys) == []


@pytest.mark.usefixtures("case")
def test_what_was_decided_to_be_two_is_merged_only_when_forced(capsys: pytest.CaptureFixture[str]) -> None:
    pair = with_twin(capsys)
    said(capsys, "review", "distinct", *pair)

    assert "it was decided that" in refusal(capsys, "review", "merge", *pair)
    assert "two already" in refusal(capsys, "review", "distinct", *pair)
    assert "Merged" in said(capsys, "review", "merge", *pair, "--force")


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("other", "why"), [("Night Lock Monitor", "is one element"), ("badge server", "they are two already")]
)
def test_a_distinction_without_a_difference_is_refused(
    capsys: pytest.CaptureFixture[str], other: str, why: str
) -> None:
    assert why in refusal(capsys, "review", "distinct", "Night Lock Monitor", other)


@pytest.mark.usefixtures("case")
def test_a_model_without_its_extra_is_refused_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # as where the extra is not installed
    monkeypatch.delitem(sys.modules, "graph.embedders.sentence", raising=False)
    monkeypatch.setenv("LOADPATH_EMBEDDING_MODEL", "models/small")

    assert "pip install 'loadpath[embeddings]'" in refusal(capsys, "review", "unions")


@pytest.mark.usefixtures("case")
def test_a_case_without_twins_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No two elements" in said(capsys, "review", "unions")
    assert "ghost" in refusal(capsys, "review", "unions", "--kind", "ghost")
