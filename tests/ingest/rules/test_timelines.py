from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names, relations


@pytest.mark.parametrize(
    ("entries", "source", "target", "channel"),
    [
        (
            (
                "- 02:14 The night nurse notices a dead pump.",
                "- 02:20 The night nurse calls the duty pharmacist by telephone.",
            ),
            "Night nurse",
            "Duty pharmacist",
            "telephone",
        ),
        (
            ("- 09:00: A dock worker sees smoke.", "- 09:04: A yard guard radios in and pages the harbour pilot."),
            "Yard guard",
            "Harbour pilot",
            "page",
        ),
        (
            ("- 14:33, a customer reports a wrong sum.", "- 14:46 A branch clerk e-mails the fraud analyst."),
            "Branch clerk",
            "Fraud analyst",
            "e-mail",
        ),
    ],
)
def test_entries_say_who_told_whom(entries: tuple[str, ...], source: str, target: str, channel: str) -> None:
    proposals = extracted("## Timeline", *entries)

    assert (source, target) in ends(proposals, "ESCALATES_TO")
    assert {r.channel for r in relations(proposals, "ESCALATES_TO")} == {channel}


def test_a_latency_between_two_entries_is_inferred_from_both() -> None:
    proposals = extracted(
        "## Timeline",
        "- 23:50 The night nurse notices a dead pump.",
        "- 00:05 The night nurse calls the duty pharmacist.",
        "- 00:35 The duty pharmacist calls the ward manager.",
    )

    said = relations(proposals, "ESCALATES_TO")
    assert [(r.basis, r.latency_s) for r in said if r.basis == "stated"] == [("stated", None)] * 2
    assert [(r.latency_s, r.quote.text[:5]) for r in said if r.basis == "inferred"] == [
        (900, "23:50"),
        (900, "00:05"),
        (1800, "00:05"),
        (1800, "00:35"),
    ]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("- 09:00 A yard guard posts a notice.", "- 09:30 Another yard guard calls the harbour pilot."),
        ("- 09:00 The ward nurse writes a memo.", "- 09:30 The ward nurse calls the duty pharmacist."),
        ("- 09:00 A customer sees a wrong sum.", "- 09:30 A customer calls the fraud analyst."),
    ],
)
def test_somebody_else_and_somebody_who_noticed_nothing_give_no_latency(first: str, then: str) -> None:
    proposals = extracted("## Timeline", first, then)

    assert [r.latency_s for r in relations(proposals, "ESCALATES_TO")] == [None]


def test_a_new_day_of_a_timeline_starts_afresh() -> None:
    proposals = extracted(
        "### 3 May",
        "- 10:00 The night nurse notices a fault.",
        "### 4 May",
        "- 10:05 The night nurse calls the duty pharmacist.",
    )

    assert [r.latency_s for r in relations(proposals, "ESCALATES_TO")] == [None]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Ward Services were informed by a patient via e-mail.", ("Patient", "Ward Services")),
        ("Grid Operations was alerted to it by a customer.", ("Customer", "Grid Operations")),
        ("Port Security was first told of the fire by a visitor.", ("Visitor", "Port Security")),
    ],
)
def test_passive_reports_say_who_told(sentence: str, pair: tuple[str, str]) -> None:
    assert ends(extracted("## What happened", sentence), "ALERTS") == {pair}


@pytest.mark.parametrize(
    "line",
    [
        "- From alarm to isolation: 1h 26m",
        "- First report to recall: 3 days",
        "- Total downtime to recovery: 40 minutes",
    ],
)
def test_intervals_that_a_report_sums_up_are_evidence(line: str) -> None:
    assert names(extracted("## Response", line), "evidence") == {line[2:]}


def test_time_codes_of_a_single_line_are_no_timeline() -> None:
    assert not elements(extracted("# Notes", "- 10:00 A user sees a page."), "person")
