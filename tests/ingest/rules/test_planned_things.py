"""What documents of any kind say is planned, asked for or on its way, and what that would change."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extractors.rules.plan_names import short_plan_names
from tests.ingest.rules.written import ends, extracted, names

TITLE = "# Flood gate stuck in May"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Next step, not yet begun: a tide check that will make the gate refuse.", "Tide check"),
        ("A dose counter is planned for the autumn.", "Dose counter"),
        ("A spare winch, promised for July, will replace the chain.", "Spare winch"),
        ("The wardens have asked for a relief valve in hall 2, and none of them objects.", "Relief valve in hall 2"),
        ("Ward Systems will add a weight check to the scales.", "Weight check"),
        ("There's a second mast on the way.", "Second mast"),
        ("The council recommends that the port weld the hatch shut.", ""),
        ("The surveyor recommends that the port install a hatch alarm.", "Install a hatch alarm"),
        ("They've put a radar trial log on their list.", "Radar trial log"),
        ("The feed will be placed under a write lock in June.", "Write lock"),
        ("Logging of the valve room has been agreed.", "Logging of the valve room"),
    ],
)
def test_what_is_planned_is_a_mitigation(sentence: str, name: str) -> None:
    read = extracted(TITLE, f"The gate stood open. {sentence}")

    assert names(read, "mitigation") == ({name} if name else set())


@pytest.mark.parametrize(
    "sentence",
    [
        "There is talk of a second mast on the way.",
        "A dose counter was never planned.",
        "The crew will be back in May.",
        "Nothing else is planned.",
        "If a second winch is planned, nobody told us.",
        "Some asked for a shorter document.",
        "The minutes will be circulated by June.",
    ],
)
def test_talk_and_paper_are_no_plans(sentence: str) -> None:
    assert not names(extracted(TITLE, f"The gate stood open. {sentence}"), "mitigation")


@pytest.mark.parametrize(
    ("remark", "name"),
    [
        ("Suggestion: make the ward clerk sign twice.", "Make the ward clerk sign twice"),
        ("3.2 Proposal: lock the dose cabinet by night.", "Lock the dose cabinet by night"),
        ("Put the two pumps on separate fuses.", "Put the two pumps on separate fuses"),
        ("The gap could be closed by a tide sensor at the sill.", "Tide sensor"),
        ("She proposes lowering the limit to three boats.", "Lowering the limit to three boats"),
        ("A hatch alarm on the top deck would have saved a day.", "Hatch alarm on the top deck"),
    ],
)
def test_critiques_advise_in_other_words(remark: str, name: str) -> None:
    read = extracted("# Review of the port report", "## Remarks", remark, kind=DocumentKind.CRITIQUE)

    assert names(read, "mitigation") == {name}


@pytest.mark.parametrize(
    "remark", ["Keep in mind that pumps age.", "Let me begin with the pumps.", "It has been said that the pump is new."]
)
def test_turns_of_speech_advise_nothing(remark: str) -> None:
    read = extracted("# Review of the port report", "## Remarks", remark, kind=DocumentKind.CRITIQUE)

    assert not names(read, "mitigation")


def test_an_answer_names_what_is_planned() -> None:
    read = extracted(
        "# Talk", "Ann: Is anything coming?", "Bo: A cached key list, for when it is away.", kind=DocumentKind.INTERVIEW
    )

    assert names(read, "mitigation") == {"Cached key list"}


@pytest.mark.parametrize(
    ("sentence", "type_", "target"),
    [
        ("Recommendation: test the Harbour Siren twice a year.", "IMPROVES", "Harbour Siren"),
        ("A scale log is planned, in place of the paper ledger.", "REPLACES", "Paper ledger"),
        ("Action: name an owner for the Dose Gate.", "IMPROVES", "Dose Gate"),
    ],
)
def test_what_a_plan_changes_is_in_force(sentence: str, type_: str, target: str) -> None:
    assert {aim for _, aim in ends(extracted(TITLE, sentence), type_)} == {target}


@pytest.mark.parametrize("sentence", ["Action: thank the Harbour Council.", "Action: read Chapter Two again."])
def test_bodies_and_places_in_documents_are_not_changed(sentence: str) -> None:
    assert not ends(extracted(TITLE, sentence), "IMPROVES")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Fit a relief valve in hall 2", ("Relief valve",)),
        ("Shared vault for the signing key", ("Shared vault",)),
        ("Backing the rota up with an automatic dialler", ("Automatic dialler",)),
        ("Tide check", ()),
        ("Repaint it", ()),
    ],
)
def test_a_plan_is_called_by_the_thing_it_adds(name: str, short: tuple[str, ...]) -> None:
    assert short_plan_names(name) == short
