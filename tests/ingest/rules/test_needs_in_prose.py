from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted

CONTROLS = ("## Controls", "**Gate lock.** Owned by Port Services.", "**Night scanner.** Owned by Port Services.")


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        (
            "The gate lock cannot tell one lorry from another without the Harbour badge service.",
            ("Gate lock", "Harbour badge service"),
        ),
        ("The night scanner knows whom to admit only from the crew register.", ("Night scanner", "Crew register")),
        ("The gate lock looks each plate up in the lorry database.", ("Gate lock", "Lorry database")),
        ("If the Tarn signal cables are cut, the gate lock is down as well.", ("Gate lock", "Signal cables")),
    ],
)
def test_plain_words_for_a_need_are_read(sentence: str, pair: tuple[str, str]) -> None:
    found = ends(extracted(*CONTROLS, "## How it works", sentence), "DEPENDS_ON")

    assert {(source, target) for source, target in found if source == pair[0] and pair[1].split()[-1] in target}


@pytest.mark.parametrize(
    "sentence",
    [
        "The gate lock can tell one lorry from another even without the Harbour badge service.",
        "The gate lock never looks anything up in the lorry database.",
        "The gate lock might one day look each plate up in the lorry database.",
    ],
)
def test_what_is_not_needed_is_none(sentence: str) -> None:
    assert ends(extracted(*CONTROLS, "## How it works", sentence), "DEPENDS_ON") == set()


def test_whose_a_thing_is_stays_a_name_of_it() -> None:
    lines = (
        "Ann Ek: There's a gate lock. When Harland's badge service was down in May, the gate lock was down with it.",
        "Jo Lind: The gate lock cannot work without the Harland badge service.",
    )

    read = extracted(*lines, kind=DocumentKind.INTERVIEW)

    assert {source for source, _ in ends(read, "DEPENDS_ON")} == {"Gate lock"}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Claim 1 requires the Night Crew Team to be there.", "DEPENDS_ON"),
        ("Claim 1 rests on the gate lock.", "SUPPORTED_BY"),
    ],
)
def test_a_claim_requires_what_it_is_said_to_require_and_rests_on_its_lines(sentence: str, type_: str) -> None:
    read = extracted(*CONTROLS, "## The case", "**Claim 1: the port is shut.** It is.", sentence)

    assert {source for source, _ in ends(read, type_)} == {"1"}
