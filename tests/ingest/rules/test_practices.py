from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Before each sailing we conduct a hull inspection process with two surveyors.", "Hull inspection process"),
        ("We use an automated dosage monitoring pipeline on every ward.", "Automated dosage monitoring pipeline"),
        ("Large transfers are stopped by a sanctions screening process.", "Sanctions screening process"),
        ("Our terms of service forbid resale of the drug.", "Terms of service"),
        (
            "Clerks then manually review on the order of 40 payments per week.",
            "Manual review of about 40 payments per week",
        ),
    ],
)
def test_controls_by_ordinary_names_are_read(sentence: str, name: str) -> None:
    assert name in names(extracted("# Report", sentence), "control")


@pytest.mark.parametrize(
    "sentence",
    ["Other forms of payment monitoring exist.", "The review was long.", "A nurse may monitor the ward."],
)
def test_sorts_and_bare_words_are_no_controls(sentence: str) -> None:
    assert not names(extracted("# Report", sentence), "control")


def test_wordings_of_one_control_are_one() -> None:
    proposals = extracted(
        "# Report", "We run an automated payment monitoring pipeline.", "Here payment monitoring found nothing."
    )

    assert names(proposals, "control") == {"Automated payment monitoring pipeline"}


@pytest.mark.parametrize(
    ("heading", "items", "part"),
    [
        (
            "We run a ward alarm system, our dose monitoring pipeline. It is composed of:",
            ("- A bedside dose monitor covering ten wards.",),
            "Bedside dose monitor",
        ),
        (
            "We use a berth screening process. It consists of:",
            ("- A radar echo filter for small craft.",),
            "Radar echo filter",
        ),
        (
            "We operate a payment screening process. It is made up of:",
            ("- A sanctions name filter, run nightly.",),
            "Sanctions name filter",
        ),
    ],
)
def test_parts_listed_of_a_control_are_what_it_needs(heading: str, items: tuple[str, ...], part: str) -> None:
    proposals = extracted("# Report", heading, *items)

    assert part in {target for _, target in ends(proposals, "DEPENDS_ON")}


@pytest.mark.parametrize(
    ("talk", "name"),
    [
        (("Bo Chen: I keep the ledger. For the ledger that rack is not there. The ledger is blind.",), "Ledger"),
        (("Bo Chen: Ward Lock depends on Paging Bus, so do the tripwires.",), "Tripwires"),
        (("Bo Chen: The interlock holds. We built the interlock. Without the interlock, nothing."), "Interlock"),
    ],
)
def test_controls_only_called_by_one_word_in_talk_are_kept(talk: tuple[str, ...] | str, name: str) -> None:
    lines = (talk,) if isinstance(talk, str) else talk

    assert name in names(extracted(*lines, kind=DocumentKind.INTERVIEW), "control")
