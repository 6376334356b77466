"""What reading documents did is told in whole sentences."""

from __future__ import annotations

from graph.case import CaseHead
from graph.changes import Receipt
from tests.ui.ferry_case import HEAD
from ui.views.reports import receipt_line


def test_one_document_is_no_plural() -> None:
    assert "and 1 document added" in receipt_line(HEAD, Receipt(documents=("a",), elements_added=("b",)))
    assert "1 element," in receipt_line(CaseHead(id="x"), Receipt(elements_added=("b",)))
