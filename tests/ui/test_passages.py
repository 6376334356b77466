from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.provenance import Document, DocumentKind, Passage
from tests.ui.ferry_case import HOSTILE, ferry_case
from ui.views.passages import AROUND, passage_sheet
from ui.views.sheet import Node, sheet_text


def pieces(node: Node) -> list[Node]:
    return [node, *(piece for kid in node.kids for piece in pieces(kid))]


def case_of(text: str | None, start: int, end: int, quote: str) -> tuple[Case, Passage]:
    document = Document(id="d", kind=DocumentKind.REPORT, title="Long report", text=text)
    passage = Passage(id="p", document="d", start=start, end=end, text=quote)
    return Case.of(CaseHead(id="c"), documents=(document,), passages=(passage,)), passage


def test_a_passage_shows_where_it_stands() -> None:
    case = ferry_case()

    shown = sheet_text(passage_sheet(case, case.passages["q3"]))

    assert "Interview: bridge" in shown
    assert "00:03:10" in shown
    assert "Ada Lund" in shown


def test_the_quote_is_marked_within_its_text() -> None:
    case = ferry_case()

    sheet = passage_sheet(case, case.passages["q2"])

    assert [piece.text for piece in pieces(sheet) if piece.tag == "mark"] == ["Claim 2.1 rests on the Helm Watch"]
    assert ", which compares the course with the plan" in sheet_text(sheet)


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=4000), st.data())
def test_the_context_is_the_document_word_for_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(start + 50, len(text))))
    case, passage = case_of(text, start, end, text[start:end])

    before, quote, after = (
        piece.text for piece in pieces(passage_sheet(case, passage)) if piece.tag in {"span", "mark"}
    )

    assert quote == text[start:end]
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    assert max(len(before), len(after)) <= AROUND


def test_what_is_not_shown_of_a_document_is_counted() -> None:
    text = "word " * 1000
    case, passage = case_of(text, 2500, 2504, text[2500:2504])

    shown = sheet_text(passage_sheet(case, passage))

    assert "1,905 more characters before" in shown
    assert "1,901 more characters after" in shown


def test_without_the_text_the_quote_stands_alone() -> None:
    case, passage = case_of(None, 0, 0, "the quote")

    shown = sheet_text(passage_sheet(case, passage))

    assert "the quote" in shown
    assert "without the document's text" in shown


def test_markup_in_a_document_is_text() -> None:
    case = ferry_case()

    assert HOSTILE in [piece.text for piece in pieces(passage_sheet(case, case.passages["q6"]))]
