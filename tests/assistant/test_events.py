"""Who noticed, who was told, how fast and what happened by itself, of incidents told in several styles."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from assistant import Scope, Turn, ask
from assistant.answer import Answer, Status
from assistant.findings import find
from assistant.intents import OpenQuestion
from assistant.verify import verify
from assistant.writers.template import TemplateWriter
from graph.case import CaseHead
from graph.provenance import DocumentKind
from ingest import Intake, ingest_file
from ingest.extractors.rules import RulesExtractor
from tests.assistant.told_cases import told_scope
from tests.fakes import MemoryStore

FOLDER = Path(__file__).parent / "incidents"


@cache
def scope(*names: str) -> Scope:
    store, head = MemoryStore(), CaseHead(id="incident")
    for name in names:
        intake = Intake(store, head, RulesExtractor(), "ada", lambda: "2026-01-01T00:00:00Z", DocumentKind.REPORT)
        ingest_file(FOLDER / f"{name}.md", intake)
    return Scope(store.load("incident"))


def told(name: str, question: str) -> Answer:
    return ask(question, scope(name))


def said(answer: Answer) -> str:
    return "\n".join(statement.text for statement in answer.statements)


@pytest.mark.parametrize(("name", "time"), [("water-works", "40 minutes from"), ("ferry", "45 seconds from")])
@pytest.mark.parametrize("question", ["How quickly was the first report made?", "How soon did the first report come?"])
def test_how_soon_the_first_report_came_is_counted_from_the_beginning(name: str, time: str, question: str) -> None:
    answer = told(name, question)

    assert answer.statements[0].text.startswith(time)


def test_who_else_of_an_incident_tells_of_everybody_again() -> None:
    first = told("ferry", "Who was told?")

    again = ask("Who else?", scope("ferry"), history=(Turn(question="Who was told?", answer=first),))

    assert again.statements == first.statements


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("water-works", "A patrol guard smells chlorine"),
        ("hospital", "a theatre nurse noticed"),
        ("ferry", "The helmsman notices"),
        ("bakery", "the shop monitor paged the on-call engineer"),
    ],
)
@pytest.mark.parametrize(
    "question", ["Who noticed?", "Who noticed it first?", "Who found it?", "Who discovered the problem?"]
)
def test_who_noticed_is_told_first(name: str, first: str, question: str) -> None:
    answer = told(name, question)

    assert answer.status is Status.ANSWERED
    assert first in answer.statements[0].text
    assert not answer.withheld


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("water-works", ["Patrol guard escalates to Duty operator, by telephone", "notifies the fire brigade"]),
        ("hospital", ["telephoned the blood bank technician", "The transfusion doctor was informed by the technician"]),
        ("ferry", ["calls the engine room", "reports the failure to the coastguard"]),
        ("bakery", ["paged the on-call engineer"]),
    ],
)
@pytest.mark.parametrize("question", ["Who was told?", "Who was informed of it?"])
def test_who_was_told_is_told(name: str, names: list[str], question: str) -> None:
    answer = told(name, question)

    cited = "\n".join((said(answer), *(citation.quote for citation in answer.citations)))
    assert [part for part in names if part not in cited] == []


@pytest.mark.parametrize(
    ("name", "question", "times"),
    [
        ("water-works", "How fast was it noticed?", ["40 minutes from “21:40", "to “22:20"]),
        ("water-works", "How long until it was contained?", ["2 hours 32 minutes from “21:40", "to “00:12"]),
        ("water-works", "How quickly did they respond?", ["38 minutes from “22:20", "to “22:58"]),
        ("hospital", "How fast?", ["Twenty minutes later", "within four minutes", "An hour later"]),
        ("ferry", "How fast was it noticed?", ["45 seconds from “23:41:10"]),
        ("ferry", "How long until it was fixed?", ["45 minutes from “23:41:10", "to “00:26"]),
        ("bakery", "How fast was it resolved?", ["78 minutes from “At 06:02", "to “At 07:20"]),
        ("bakery", "How quickly did they respond?", ["19 minutes from “At 06:02", "to “At 06:21"]),
    ],
)
def test_how_fast_is_worked_out_from_two_places_that_are_both_cited(name: str, question: str, times: list[str]) -> None:
    answer = told(name, question)

    assert [part for part in times if part not in said(answer)] == []
    assert all(len(each.citations) == 2 for each in answer.statements if " from “" in each.text)
    assert not answer.withheld


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("water-works", "the ventilation starts by itself"),
        ("bakery", "moved the card terminals to the spare site automatically"),
    ],
)
@pytest.mark.parametrize("question", ["What happened automatically?", "What happened by itself?"])
def test_what_happened_by_itself_is_told(name: str, sentence: str, question: str) -> None:
    assert sentence in said(told(name, question))


@pytest.mark.parametrize(
    ("name", "question", "refusal"),
    [
        ("hospital", "What happened automatically?", "No document of this case says what happened by itself."),
        ("bakery", "How fast was it noticed?", "No document of this case says how fast that was."),
        ("ferry", "Who was paged?", "No document of this case says who was paged."),
    ],
)
def test_what_no_report_says_is_refused_in_plain_words(name: str, question: str, refusal: str) -> None:
    answer = told(name, question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert said(answer) == refusal


@pytest.mark.parametrize("name", ["water-works", "hospital", "bakery"])
@pytest.mark.parametrize("question", ["Who noticed?", "Who was told?", "How fast?", "What happened by itself?"])
def test_advice_habits_and_plans_are_no_part_of_what_happened(name: str, question: str) -> None:
    answer = said(told(name, question))

    assert not any(word in answer for word in ("should", "usually", "could", "would", "in future", "Page the release"))


def test_a_question_about_one_incident_is_not_answered_from_another() -> None:
    answer = ask("Who noticed the loss of steering?", scope("ferry", "hospital"))

    assert {citation.document for citation in answer.citations} == {"Loss of steering on the ferry Grey Heron"}


@pytest.mark.parametrize("question", ["Was anyone informed?", "Who was warned?"])
def test_whether_anybody_was_told_is_answered_by_who_was(question: str) -> None:
    assert "notifies the fire brigade" in "".join(c.quote for c in told("water-works", question).citations)


def test_a_verb_that_is_asked_for_by_name_is_not_answered_from_another() -> None:
    assert told("ferry", "How fast was the steering pump quarantined?").status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("40 minutes", "41 minutes"),
        ("40 minutes", "40 hours"),
        ("“21:40", "“22:20"),
        ("from “21:40 | Store | A flange gasket gives way.…” to “", "from “"),
        (" from ", " not from "),
    ],
)
def test_a_wrong_time_between_entries_is_withheld(right: str, wrong: str) -> None:
    case = scope("water-works").case
    facts = find(OpenQuestion("How fast was it noticed?"), scope("water-works"))
    (drafted, *_) = TemplateWriter().write("How fast was it noticed?", facts, case)
    mutant = replace(drafted, text=drafted.text.replace(right, wrong, 1))

    assert right in drafted.text
    assert verify((drafted,), facts, case)[0] == (drafted,)
    assert verify((mutant,), facts, case)[0] == ()


def test_when_somebody_was_told_is_the_entry_that_tells_them() -> None:
    answer = told("water-works", "When was the duty operator told?")

    assert [citation.quote[:5] for citation in answer.citations[:1]] == ["22:24"]


TIMELINE = """# Report of the leak

## Timeline

- 09:00: A visitor calls the desk about a smell.
- 10:00: The duty porter escalates to the shift lead.
- 11:00: The shift lead calls Lumen Gas (ticket #2).
- 12:00: The shift lead calls Lumen Gas again (ticket #3).
- 12:20: Lumen Gas responds to ticket #3.
"""


@pytest.fixture
def leak(tmp_path: Path) -> Scope:
    (tmp_path / "leak.md").write_text(TIMELINE, encoding="utf-8")
    store, head = MemoryStore(), CaseHead(id="incident")
    intake = Intake(store, head, RulesExtractor(), "ada", lambda: "2026-01-01T00:00:00Z", DocumentKind.REPORT)
    ingest_file(tmp_path / "leak.md", intake)
    return Scope(store.load("incident"))


def test_a_party_is_timed_from_the_entry_in_which_it_is_told(leak: Scope) -> None:
    answer = ask("How fast did Lumen Gas respond?", leak)

    assert [statement.text.split(" from ")[0] for statement in answer.statements] == ["20 minutes"]


def test_whom_somebody_told_is_told_of_nobody_else(leak: Scope) -> None:
    assert said(ask("Who did the duty porter escalate to?", leak)).startswith("Duty porter escalates to Shift lead")
    assert "Visitor" not in said(ask("Who did the duty porter escalate to?", leak))


def test_how_fast_they_responded_is_told_by_the_times_that_are_summed_up(tmp_path: Path) -> None:
    text = "# Report of the leak\n\nThe gas leak was found early.\n\n## Times\n\n- First report to shut-off: 1h 12m\n"
    (tmp_path / "times.md").write_text(text, encoding="utf-8")
    store, head = MemoryStore(), CaseHead(id="incident")
    intake = Intake(store, head, RulesExtractor(), "ada", lambda: "2026-01-01T00:00:00Z", DocumentKind.REPORT)
    ingest_file(tmp_path / "times.md", intake)

    answer = ask("How fast did they respond?", Scope(store.load("incident")))

    assert "First report to shut-off: 1h 12m" in said(answer)


def test_whom_somebody_told_is_not_who_told_somebody() -> None:
    incident = told_scope(
        {"Leak report": "At 09:00 the porter told the plumber.\nAt 09:10 the plumber told the tenants."},
        {"porter": ("person", "the porter"), "plumber": ("person", "the plumber"), "tenants": ("team", "the tenants")},
        (("porter", "ESCALATES_TO", "plumber", "the porter"), ("plumber", "ESCALATES_TO", "tenants", "the tenants")),
    )

    assert ask("Who did the plumber tell?", incident).statements[0].text.startswith("plumber escalates to tenants")
    assert ask("Who told the plumber?", incident).statements[0].text.startswith("porter escalates to plumber")
    assert "escalates" not in said(ask("Who did the tenants tell?", incident))
