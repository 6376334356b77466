from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names

OPENING = ("# Review of the dock case", "Lloyd Institute. Lead reviewer: Bo Chen.")


@pytest.mark.parametrize(
    ("sentence", "type_", "target"),
    [
        ("We dispute Claim 3, on the hull.", "DISPUTES", "3"),
        ("Claim 4.1 is, in our opinion, wrong as it stands.", "DISPUTES", "4.1"),
        ("The Radar Filter should not be counted.", "DISPUTES", "Radar Filter"),
        ("We do not accept the Radar Filter as a barrier.", "DISPUTES", "Radar Filter"),
        ("The result of the fog drill cannot be relied upon.", "DISPUTES", "Fog drill"),
        ("Claim 2 needs qualifying: few doors were opened.", "QUALIFIES", "2"),
        ("We would qualify the night study.", "QUALIFIES", "Night study"),
        ("We agree with Claim 5.", "AGREES_WITH", "5"),
        ("We agree with what is said of the Radar Filter.", "AGREES_WITH", "Radar Filter"),
    ],
)
def test_findings_aim_at_what_they_name(sentence: str, type_: str, target: str) -> None:
    proposals = extracted(*OPENING, "## Finding 1", sentence, kind=DocumentKind.CRITIQUE)

    assert ends(proposals, type_) == {("1", target)}
    assert ends(proposals, "RAISED_BY") == {("1", "Lloyd Institute")}


@pytest.mark.parametrize(
    "line", ["**R-1.** We contest Claim 3.", "**AB-2.** We contest Claim 3.", "**F3.** We contest Claim 3."]
)
def test_coded_findings_of_a_critique_are_read(line: str) -> None:
    proposals = extracted("# Critique of the ward report", line, kind=DocumentKind.CRITIQUE, title="Critique")

    assert len(elements(proposals, "finding")) == 1
    assert {target for _, target in ends(proposals, "DISPUTES")} == {"3"}


def test_what_is_left_aside_is_no_target() -> None:
    proposals = extracted(
        *OPENING, "## Finding 1", "We dispute the Radar Filter, not the Vault Alarm.", kind=DocumentKind.CRITIQUE
    )

    assert ends(proposals, "DISPUTES") == {("1", "Radar Filter")}


def test_denied_opinions_are_none() -> None:
    proposals = extracted(*OPENING, "## Finding 1", "We do not dispute Claim 3.", kind=DocumentKind.CRITIQUE)

    assert not ends(proposals, "DISPUTES")


@pytest.mark.parametrize(
    "lines",
    [
        ("## 7 Limitations", "- The ward sees only day patients.", "- We did not test two pumps at once."),
        ("## 7 Known gaps", "- The dock is dark.", "- Fog was not tried."),
        (
            "## 7 Limitations",
            "### 7.1 Relays may be older than we believe",
            "Text.",
            "### 7.2 Loads might grow",
            "Text.",
        ),
    ],
)
def test_limitations_of_a_report_are_findings(lines: tuple[str, ...]) -> None:
    assert len(names(extracted("# Report", *lines), "finding")) == 2


def test_ordinal_criticisms_are_one_finding_each() -> None:
    proposals = extracted(
        "## Review",
        "I have two criticisms. First, the drill was announced. Second, Claim 3 overstates the survey.",
        "## Claim 3: The hull holds",
    )

    assert len(elements(proposals, "finding")) == 2
    assert {target for _, target in ends(proposals, "QUALIFIES")} == {"3"}


def test_numbered_items_of_a_critique_are_findings() -> None:
    proposals = extracted(
        "# Response",
        "Author: Review Collective",
        "1. C2 is overstated.",
        "2. We concur with Claim 1.",
        "3. It is unclear who keeps the key list.",
        kind=DocumentKind.CRITIQUE,
    )

    assert len(elements(proposals, "finding")) == 3
    assert {target for _, target in ends(proposals, "QUALIFIES")} == {"C2"}
    assert {target for _, target in ends(proposals, "AGREES_WITH")} == {"1"}
