"""What incident reports tell of by ordinary words: safeguards that acted or did not, and apparatus that failed."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names


def incident(*lines: str) -> Proposals:
    return extracted("# Post-mortem of the night of 3 May", *lines)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The chain-of-thought monitor raised no alerts all night.", "Chain-of-thought monitor"),
        ("The spend limit stopped further use at 500 dollars.", "Spend limit"),
        ("The pump's dose limit was out of force on four wards.", "Dose limit"),
        ("After that the train stop could not act.", "Train stop"),
        ("The export policy refused eleven payments.", "Export policy"),
    ],
)
def test_a_safeguard_that_acted_or_did_not_is_a_control(sentence: str, name: str) -> None:
    assert name in names(incident(sentence), "control")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The log collector in region west ran out of disk.", "Log collector"),
        ("By then the policy file had not been rolled out.", "Policy file"),
        ("The radio link went down at nine.", "Radio link"),
    ],
)
def test_apparatus_that_failed_is_a_dependency(sentence: str, name: str) -> None:
    assert name in names(incident(sentence), "dependency")


@pytest.mark.parametrize(
    "sentence",
    [
        "The night porter stopped the pump.",
        "The whole system was down.",
        "A second dose limit would have stopped it.",
        "The customer's agent refused the offer.",
        "The attacker blocked the request.",
    ],
)
def test_people_and_what_says_too_little_are_neither(sentence: str) -> None:
    read = incident(sentence)

    assert not names(read, "control") | names(read, "dependency")


def test_outside_incident_reports_nothing_is_taken_from_such_words() -> None:
    read = extracted("The log collector ran out of disk.", "The export policy refused eleven payments.")

    assert not names(read, "control") | names(read, "dependency")


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        (
            "The log collector had stopped on 2 May, when the account under which it runs was removed.",
            ("Log collector", "Account"),
        ),
        ("The flood monitor went blind when its sensor feed failed.", ("Flood monitor", "Sensor feed")),
        ("The berth dialler's phone line had been cut.", ("Berth dialler", "Phone line")),
        ("The flood monitor had been reading from a stale replica.", ("Flood monitor", "Stale replica")),
    ],
)
def test_what_failed_with_it_is_what_it_needs(sentence: str, need: tuple[str, str]) -> None:
    opening = (
        "The log collector crashed twice.",
        "The flood monitor raised no alarm.",
        "The berth dialler did not ring.",
    )

    assert need in ends(incident(*opening, sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood monitor raised an alarm when the log collector was down.",
        "The flood monitor did not stop, although the log collector was down.",
        "It was not the case that the log collector's phone line had been cut.",
    ],
)
def test_what_failed_beside_it_is_no_need(sentence: str) -> None:
    read = incident("The log collector crashed twice.", "The flood monitor raised no alarm.", sentence)

    assert not ends(read, "DEPENDS_ON")


@pytest.mark.parametrize(
    ("sentence", "person", "group"),
    [
        ("Anselm Krug of the Monitoring Desk finds it strange.", "Anselm Krug", "Monitoring Desk"),
        ("A trainee in Fraud Analytics, Bea Oyelaran, asked why.", "Bea Oyelaran", "Fraud Analytics"),
        ("Hannah Voss of Tallow Labs reported it at noon.", "Hannah Voss", "Tallow Labs"),
    ],
)
def test_who_acts_belongs_to_the_team_named_beside(sentence: str, person: str, group: str) -> None:
    assert (person, group) in ends(incident(sentence), "MEMBER_OF")


def test_a_column_of_who_acted_names_persons_and_their_teams() -> None:
    read = incident(
        "| Time | Who | What |",
        "| 14:10 | Idris Quell, Evaluations | Sees an unknown host and stops the run. |",
        "| 14:14 | Idris Quell | Pages Security Operations. |",
        "| 14:19 | Security Operations | Acknowledge. |",
    )

    assert ("Idris Quell", "Evaluations") in ends(read, "MEMBER_OF")
    assert ("Idris Quell", "Security Operations") in ends(read, "ESCALATES_TO")


@pytest.mark.parametrize(
    ("sentence", "latency"),
    [
        ("Tom Rusk rang the night desk twenty minutes later.", 1200),
        ("Tom Rusk told the night desk by chat after 6 minutes.", 360),
        ("Tom Rusk wrote to the night desk.", None),
    ],
)
def test_running_text_says_who_told_whom(sentence: str, latency: float | None) -> None:
    read = incident("The night desk calls the guard.", sentence)

    assert ("Tom Rusk", "Night desk") in ends(read, "ESCALATES_TO")
    assert latency in {r.latency_s for r in read.relations if r.type == "ESCALATES_TO"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Rusk should have told the night desk.",
        "Tom Rusk would have rung the night desk.",
        "Nobody told the night desk.",
    ],
)
def test_what_should_have_been_told_was_not(sentence: str) -> None:
    read = incident("The night desk calls the guard.", "Tom Rusk found the leak.", sentence)

    assert ("Tom Rusk", "Night desk") not in ends(read, "ESCALATES_TO")


def test_an_interview_is_no_incident_report() -> None:
    read = extracted("# Incident", "Ana: The export policy refused eleven.", kind=DocumentKind.INTERVIEW)

    assert not names(read, "control")


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("The probe sensor registers the alarm and hands it to the flood dialler.", ("Flood dialler", "Probe sensor")),
        ("The record pipeline passes every line on to the flood monitor.", ("Flood monitor", "Record pipeline")),
        (
            "The flood monitor means something only as long as that sensor feed is whole.",
            ("Flood monitor", "Sensor feed"),
        ),
    ],
)
def test_what_hands_something_to_a_control_is_needed_by_it(sentence: str, need: tuple[str, str]) -> None:
    opening = (
        "The probe sensor was down, and the record pipeline was down.",
        "The flood monitor raised no alarm. The sensor feed was cut.",
        "The flood dialler did not ring.",
    )

    assert need in ends(incident(*opening, sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood monitor hands its record to the audit log.",
        "The flood monitor never hands anything to the probe logger.",
        "The porter hands it to the guard.",
    ],
)
def test_what_is_only_delivered_is_no_need(sentence: str) -> None:
    assert not ends(
        incident("The probe logger was down.", "The flood monitor raised no alarm.", sentence), "DEPENDS_ON"
    )


def test_who_offers_what_a_part_of_the_report_describes_runs_it() -> None:
    read = extracted(
        "# Controls", "**Trend display.** The logger's vendor, Thermalink Ltd, offers a web page with curves."
    )

    assert ("Trend display", "Thermalink Ltd") in ends(read, "OPERATED_BY")


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("It is edited by hand by Workplace Team.", "Workplace Team"),
        ("It is renewed once a year by the Fleet Office.", "Fleet Office"),
        ("It is weighed every other Friday by Plant Facilities.", "Plant Facilities"),
    ],
)
def test_who_tends_a_thing_operates_it(sentence: str, agent: str) -> None:
    read = extracted("# Controls", f"**Dose gate.** {sentence}", f"{agent} pages the guard.")

    assert ("Dose gate", agent) in ends(read, "OPERATED_BY")


def test_what_is_only_to_be_reviewed_was_not() -> None:
    read = extracted(
        "# Controls", "**Dose gate.** It stops a dose. I ask that the dose gate be reviewed by the Fleet Office."
    )

    assert not ends(read, "EVALUATED_BY")


@pytest.mark.parametrize(
    ("sentences", "need"),
    [
        ("The dose monitor sent no alerts. The alert queue was full.", ("Dose monitor", "Alert queue")),
        ("The flood alarm went dark. Its phone line had been cut.", ("Flood alarm", "Phone line")),
        ("The berth limiter never tripped. The sensor feed had expired.", ("Berth limiter", "Sensor feed")),
    ],
)
def test_the_next_sentence_tells_what_was_lacking(sentences: str, need: tuple[str, str]) -> None:
    read = incident(sentences)

    assert need in ends(read, "DEPENDS_ON")
    assert {r.basis for r in read.relations if r.type == "DEPENDS_ON"} == {"inferred"}


@pytest.mark.parametrize(
    "sentences",
    [
        "The dose monitor worked all night. The alert queue was full.",
        "The dose monitor sent no alerts. The room was empty.",
        "The dose monitor and the flood alarm sent no alerts. The alert queue was full.",
    ],
)
def test_a_sentence_behind_another_is_no_cause_by_itself(sentences: str) -> None:
    assert not ends(incident("The flood alarm did not ring. It was night.", sentences), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("The generator's starter battery was flat. The generator stood still.", ("Generator", "Starter battery")),
        (
            "The dose scanner's database was empty. The database has no owner; nobody opens the database.",
            ("Dose scanner", "Database"),
        ),
    ],
)
def test_a_part_that_failed_is_needed_by_its_whole(sentence: str, need: tuple[str, str]) -> None:
    read = incident("The dose scanner raised no alarm.", "The generator did not start.", sentence)

    assert need in ends(read, "DEPENDS_ON")
