"""What reading documents did is told in whole sentences."""

from __future__ import annotations

from graph.case import CaseHead
from graph.receipts import Receipt
from ingest import DocumentReport, IngestStatus
from tests.ui.ferry_case import HEAD
from ui.views.reports import failures, receipt_line


def test_one_document_is_no_plural() -> None:
    assert "and 1 document added" in receipt_line(HEAD, Receipt(documents=("a",), elements_added=("b",)))
    assert "1 element," in receipt_line(CaseHead(id="x"), Receipt(elements_added=("b",)))


def test_a_failure_that_files_share_is_told_once_and_names_the_files_that_it_does_not_name_itself() -> None:
    lost = {"status": IngestStatus.FAILED, "error": "the server went away", "hint": "Run it again."}
    empty = DocumentReport(path="c.md", status=IngestStatus.FAILED, error="'c.md' is empty", hint="Name another.")
    added = DocumentReport(path="d.md", status=IngestStatus.ADDED)

    told = failures((DocumentReport(path="a.md", **lost), empty, DocumentReport(path="b.md", **lost), added))

    assert list(told) == [
        ("the server went away (not read: a.md, b.md)", "Run it again."),
        ("'c.md' is empty", "Name another."),
    ]
