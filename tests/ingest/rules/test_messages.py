from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, relations


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It pages the duty nurse within two minutes.", ("page", 120, False)),
        ("A mismatch opens a ticket to Ward Services by the next working day.", ("ticket", 86400, False)),
        (
            "It blocks the order by itself and posts to Ward Services in the dose channel within thirty seconds.",
            ("chat", 30, True),
        ),
        (
            "Flagged orders go to Ward Services through the review queue within one working day.",
            ("queue", 86400, False),
        ),
        ("It sends an e-mail to the duty nurse every four hours.", ("e-mail", 14400, False)),
        ("The duty nurse gets paged at once.", ("page", None, False)),
    ],
)
def test_alerts_have_channel_latency_and_automatic(line: str, expected: tuple[str, float | None, bool]) -> None:
    proposals = extracted("## A Controls", f"**Dosage Interlock.** Owned by Ward Services. {line}")

    alerts = relations(proposals, "ALERTS")
    channel, latency_s, automatic = expected
    assert [(a.channel, a.automatic) for a in alerts] == [(channel, automatic)]
    assert latency_s is None or alerts[0].latency_s == latency_s


@pytest.mark.parametrize(
    ("line", "channel", "latency_s"),
    [
        ("The shift lead calls the duty engineer by telephone within twenty minutes.", "telephone", 1200),
        ("The duty engineer escalates to Pia Holm by radio within an hour.", "radio", 3600),
        ("Grid Operations brings confirmed cases to the duty engineer by chat within four hours.", "chat", 14400),
    ],
)
def test_people_escalate_to_people(line: str, channel: str, latency_s: float) -> None:
    proposals = extracted("## Who is called", line)

    assert [(r.channel, r.latency_s) for r in relations(proposals, "ESCALATES_TO")] == [(channel, latency_s)]


@pytest.mark.parametrize(
    "line", ["It sends no alert.", "It does not page the duty nurse.", "Nobody tells the duty nurse."]
)
def test_silence_is_no_alert(line: str) -> None:
    assert not ends(extracted("## A Controls", f"**Dosage Interlock.** Owned by Ward Services. {line}"), "ALERTS")


def test_a_speaker_corrects_the_report() -> None:
    proposals = extracted(
        "Ann Lee: When Berth Monitor refuses a ship, who hears of it?",
        "Bo Chen: The duty pilot gets paged. The report says two minutes. It is more like fifteen minutes.",
        kind=DocumentKind.INTERVIEW,
    )

    assert [alert.latency_s for alert in relations(proposals, "ALERTS")] == [900]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A mismatch is mailed to Ward Services overnight.", "e-mail"),
        ("Refusals are posted to a channel that Ward Services reads when somebody has time.", "chat"),
        ("An override is texted to Ward Services.", "text"),
    ],
)
def test_what_is_sent_to_somebody_alerts_them(line: str, expected: str) -> None:
    alerts = relations(extracted("## A Controls", f"**Dosage Interlock.** Owned by Ward Services. {line}"), "ALERTS")

    assert [alert.channel for alert in alerts] == [expected]


@pytest.mark.parametrize(
    "line",
    ["Nothing is mailed to Ward Services.", "Refusals are no longer posted to a channel that Ward Services reads."],
)
def test_what_is_sent_to_nobody_alerts_nobody(line: str) -> None:
    assert not relations(extracted("## A Controls", f"**Dosage Interlock.** Owned by Ward Services. {line}"), "ALERTS")
