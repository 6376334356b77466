"""Fetching replies: whatever breaks off in between, nothing that was answered is asked or paid for again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.case import Case, CaseHead
from graph.elements import ElementKind
from ingest.acquaintance import acquaint
from ingest.errors import ModelUnusable
from ingest.extraction import KnownName
from ingest.extractors.claude import Claude, Patience
from ingest.extractors.model import (
    ArchivedExtractor,
    Correspondence,
    Reply,
    ReplyArchive,
    plan,
    send_in_batches,
    send_one_by_one,
)
from tests.claude_server import ClaudeServer, failing, honest, said, serving
from tests.fakes import LineExtractor, document

DOCUMENTS = tuple(
    document(f"control: Lock {number}\n\nteam: Watch\n\ncontrol Lock {number} -OWNED_BY-> team Watch\n", f"{number}.md")
    for number in range(3)
)
READ = acquaint(DOCUMENTS, Case.of(CaseHead(id="case")), LineExtractor())


@pytest.fixture
def server() -> Iterator[ClaudeServer]:
    with serving() as state:
        yield state


@pytest.fixture
def extractor(tmp_path: Path) -> ArchivedExtractor:
    return ArchivedExtractor("claude-test", LineExtractor(), ReplyArchive(tmp_path / "replies"))


def post(server: ClaudeServer, extractor: ArchivedExtractor, told: list[Reply] | None = None) -> Correspondence:
    patience = Patience(retries=0, poll_s=0.0, sleep=lambda _: None)
    kept: list[Reply] = [] if told is None else told
    return Correspondence(Claude("secret", address=server.address, patience=patience), extractor, kept.append)


def test_everything_is_read_from_kept_replies(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    send_one_by_one(READ, post(server, extractor))
    asked = len(server.asked)

    found = [extractor.extract(one) for one in DOCUMENTS]

    assert [len(proposals.relations) for proposals in found] == [1, 1, 1]
    assert len(server.asked) == asked == 3


def test_a_run_that_broke_off_asks_only_for_the_rest(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    server.failing = lambda _: False
    told: list[Reply] = []
    server.always = lambda body: failing(529)(body) if "Lock 1" in said(body) else honest(body)
    with pytest.raises(ModelUnusable):
        send_one_by_one(READ, post(server, extractor, told))
    server.always, server.asked = None, []

    send_one_by_one(READ, post(server, extractor, told))

    assert len(told) == 3
    assert ["Lock 0" in said(body) for body in server.asked] == [False, False]


def test_a_document_without_replies_is_an_error_that_says_so(extractor: ArchivedExtractor) -> None:
    with pytest.raises(ModelUnusable, match=r"'0.md' is not read: 1 of 1 parts have no reply"):
        extractor.extract(DOCUMENTS[0])


def test_names_that_are_known_by_now_are_not_paid_for_again(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    named = tuple(replace(one, known=(KnownName(ElementKind.TEAM, "Watch"),)) for one in READ)
    send_one_by_one(READ, post(server, extractor))
    asked = len(server.asked)

    send_one_by_one(named, post(server, extractor))

    assert len(server.asked) == asked
    assert extractor.extract(named[0].document, named[0].known) == extractor.extract(DOCUMENTS[0])


def test_what_is_known_from_elsewhere_goes_along_as_a_name(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    known = (KnownName(ElementKind.DEPENDENCY, "Watch"),)
    (named,) = acquaint([document("Nobody is on Watch.\n")], Case.of(CaseHead(id="case")), LineExtractor())

    send_one_by_one((replace(named, known=known),), post(server, extractor))

    assert "dependency: Watch" in json.dumps(server.asked[0]["system"])


def test_batches_give_what_single_requests_give(
    server: ClaudeServer, extractor: ArchivedExtractor, tmp_path: Path
) -> None:
    other = ArchivedExtractor("claude-test", LineExtractor(), ReplyArchive(tmp_path / "other"))
    send_one_by_one(READ, post(server, extractor))

    send_in_batches(READ, post(server, other))

    assert [other.extract(one) for one in DOCUMENTS] == [extractor.extract(one) for one in DOCUMENTS]
    assert len(server.batches) == 1


def test_a_batch_under_way_is_taken_up_not_handed_in_again(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    wave = tuple(request for one in DOCUMENTS for request in next(extractor.consult(one)))
    extractor.archive.keep_batch(wave, post(server, extractor).model.hand_in(wave))

    send_in_batches(READ, post(server, extractor))

    assert len(server.batches) == 1


def test_a_batch_that_is_gone_is_handed_in_anew(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    wave = tuple(request for one in DOCUMENTS for request in next(extractor.consult(one)))
    extractor.archive.keep_batch(wave, "msgbatch_99")

    send_in_batches(READ, post(server, extractor))

    assert len(server.batches) == 1


def test_only_what_failed_in_a_batch_is_asked_anew(server: ClaudeServer, extractor: ArchivedExtractor) -> None:
    server.failing = lambda params: "Lock 1" in said(params)
    with pytest.raises(ModelUnusable, match="1 of 3 requests of a batch were not answered: scripted failure"):
        send_in_batches(READ, post(server, extractor))
    server.failing = lambda _: False

    send_in_batches(READ, post(server, extractor))

    assert [len(requests) for requests in server.batches.values()] == [3, 1]


def test_a_plan_counts_what_is_not_answered_and_sends_nothing(
    server: ClaudeServer, extractor: ArchivedExtractor
) -> None:
    before = plan(READ, extractor)
    send_one_by_one(READ[:2], post(server, extractor))
    asked = len(server.asked)

    after = plan(READ, extractor)

    assert ([one.requests for one in before.documents], [one.requests for one in after.documents]) == (
        [1, 1, 1],
        [0, 0, 1],
    )
    assert after.estimate.written < before.estimate.written
    assert len(server.asked) == asked


def test_replies_are_for_their_owner_alone(server: ClaudeServer, extractor: ArchivedExtractor, tmp_path: Path) -> None:
    send_one_by_one(READ, post(server, extractor))

    assert (tmp_path / "replies").stat().st_mode & 0o077 == 0
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "replies").iterdir()} == {0}


def test_a_kept_reply_that_cannot_be_read_is_asked_for_again(
    server: ClaudeServer, extractor: ArchivedExtractor, tmp_path: Path
) -> None:
    send_one_by_one(READ, post(server, extractor))
    next((tmp_path / "replies").glob("*.json")).write_text("{")

    send_one_by_one(READ, post(server, extractor))

    assert len(server.asked) == 4


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(server: ClaudeServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    blocked = ArchivedExtractor("claude-test", LineExtractor(), ReplyArchive(tmp_path / "file"))

    with pytest.raises(ModelUnusable, match="cannot keep the replies"):
        send_one_by_one(READ, post(server, blocked))
