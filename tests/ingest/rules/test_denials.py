from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extractors.rules.denials import denies_object, is_denied
from tests.ingest.rules.written import ends, extracted

_CONTROLS = (
    "## Controls",
    "**Vault Gate.** Owned by Storage Team. It blocks copies.",
    "**Fog Alarm.** Owned by Harbour Desk. It sounds early.",
    "**Dose Interlock.** Owned by Ward Services. It blocks orders.",
    "## How they hang together",
)
_SAID = {
    "ALERTS": ("The Vault Gate {does} alert the duty officer.", "The Fog Alarm {does} page the duty pilot."),
    "DEPENDS_ON": (
        "The Vault Gate {does} rely on the ticket queue.",
        "The Dose Interlock {does} need the drug register.",
    ),
    "OWNED_BY": ("The Pump Desk {does} own the Vault Gate.", "The Yard Team {does} answer for the Dose Interlock."),
    "OPERATED_BY": ("The Pump Desk {does} operate the Fog Alarm.", "The Yard Team {does} maintain the Vault Gate."),
    "ESCALATES_TO": (
        "The shift lead {does} call the duty engineer.",
        "The night manager {does} inform the duty nurse.",
    ),
}
_STATED = {"alert": "alerts", "page": "pages", "rely": "relies", "need": "needs", "own": "owns", "answer": "answers"}
_STATED |= {"operate": "operates", "maintain": "maintains", "call": "calls", "inform": "informs"}
_DENIALS = (
    "does not",
    "doesn't",
    "doesn’t",
    "never did",
    "won't",
    "will not",
    "cannot",
    "did not once",
    "does not, at present,",
)
_LINES = [(type_, line) for type_, lines in _SAID.items() for line in lines]


def _read(type_: str, line: str) -> set[tuple[str, str]]:
    """The relations of a type that the line adds to what the controls say."""
    return ends(extracted(*_CONTROLS, line), type_) - ends(extracted(*_CONTROLS), type_)


def _plainly(line: str) -> str:
    opening, verb = line.split(" {does} ")
    word, rest = verb.split(" ", 1)
    return f"{opening} {_STATED[word]} {rest}"


@pytest.mark.parametrize(("type_", "line"), _LINES)
def test_every_relation_is_read_where_it_is_stated_and_not_where_it_is_denied(type_: str, line: str) -> None:
    plain = _plainly(line)
    denied = [line.format(does=denial) for denial in _DENIALS]
    subject = plain.removeprefix("The ")
    denied += [f"It is not the case that the {subject}", f"We do not agree that the {subject}"]

    assert _read(type_, plain)
    assert [each for each in denied if _read(type_, each)] == []


@pytest.mark.parametrize(
    ("type_", "line"),
    [
        ("ALERTS", "The Fog Alarm no longer pages the duty pilot."),
        ("ALERTS", "The Vault Gate used to alert the duty officer."),
        ("ALERTS", "Neither the duty pilot nor the duty engineer hears the Fog Alarm."),
        ("ALERTS", "Nobody at the Harbour Desk hears the Fog Alarm."),
        ("DEPENDS_ON", "The Dose Interlock needs nothing from the drug register."),
        ("DEPENDS_ON", "The Vault Gate is no longer fed by the ticket queue."),
        ("DEPENDS_ON", "Neither the Vault Gate nor the Fog Alarm relies on the ticket queue."),
        ("OWNED_BY", "The Fog Alarm is owned by neither the Pump Desk nor the Yard Team."),
        ("OWNED_BY", "The Dose Interlock isn't owned by the Yard Team."),
        ("OPERATED_BY", "The Vault Gate is no longer run by the Pump Desk."),
        ("EVALUATED_BY", "The Vault Gate was never tested by the Pump Desk."),
        ("ESCALATES_TO", "Neither the duty pilot nor the duty engineer is called by the Pump Desk."),
    ],
)
def test_what_is_denied_in_other_words_is_no_relation(type_: str, line: str) -> None:
    assert _read(type_, line) == set()


@pytest.mark.parametrize(
    "line",
    [
        "Claim 1 doesn't rest on the Vault Gate.",
        "Claim 1 no longer rests on the Fog Alarm.",
        "We do not agree that Claim 1 rests on the Dose Interlock.",
    ],
)
def test_a_claim_does_not_rest_on_what_it_is_said_not_to_rest_on(line: str) -> None:
    read = extracted(*_CONTROLS[:-1], "## Claim 1: The copies stay inside", line)

    assert ends(read, "SUPPORTED_BY") == set()


@pytest.mark.parametrize(
    ("line", "blind"),
    [
        (
            "If the ticket queue stops, the Vault Gate is blind, and the Fog Alarm sees everything as before.",
            "Vault Gate",
        ),
        ("If the drug register fails, the Dose Interlock stops, but the Vault Gate carries on.", "Dose Interlock"),
        ("If the mast feed goes down, the Fog Alarm keeps working and the Vault Gate goes dark.", "Vault Gate"),
    ],
)
def test_what_goes_on_as_before_does_not_need_what_stopped(line: str, blind: str) -> None:
    assert {source for source, _ in _read("DEPENDS_ON", line)} == {blind}


def test_two_that_go_blind_together_both_need_what_stopped() -> None:
    read = _read("DEPENDS_ON", "If the ticket queue stops, the Vault Gate and the Fog Alarm are blind.")

    assert {source for source, _ in read} == {"Vault Gate", "Fog Alarm"}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The main supply does not rely on the Harrow substation. It relies on the Keld feeder.", "Harrow"),
        ("The night roster doesn't depend on the Brine database. It needs the Oslo register.", "Brine"),
        ("The crane brake is no longer fed by the Tarn pump. It is powered by the Moss battery.", "Tarn"),
    ],
)
def test_it_does_not_mean_what_the_sentence_before_sets_aside(line: str, wrong: str) -> None:
    assert not [source for source, _ in ends(extracted("## Supply", line), "DEPENDS_ON") if wrong in source]


def test_both_means_the_two_that_the_sentence_names() -> None:
    line = "The inspectorate does not agree that the Fog Alarm is independent of the Dose Interlock: both draw on the station battery."

    assert {source for source, _ in _read("DEPENDS_ON", line)} == {"Fog Alarm", "Dose Interlock"}


def test_a_speaker_denies_as_well_as_a_report() -> None:
    talk = extracted(
        "Ann Lee: And then?", "Bo Chen: The Vault Gate doesn't alert the duty officer.", kind=DocumentKind.INTERVIEW
    )

    assert ends(talk, "ALERTS") == set()


@pytest.mark.parametrize(
    "before",
    [
        "The gate is not new, but it ",
        "Nobody likes it, and the gate ",
        "It not only blocks, it ",
        "Where nobody looks, the gate ",
    ],
)
def test_a_denial_in_another_clause_denies_nothing(before: str) -> None:
    assert not is_denied(before)


@pytest.mark.parametrize(
    "after", ["nothing but the feed", "nothing other than water", "the feed", "no other feed", "another desk"]
)
def test_nothing_but_is_no_denial(after: str) -> None:
    assert not denies_object(after)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does the heat alarm depend on?", "Not the mains supply."),
        ("What does the heat alarm need?", "The mains supply no longer."),
        ("Who runs the heat alarm?", "Not Plant Operations."),
        ("Who did she tell?", "Not me."),
    ],
)
def test_a_short_answer_that_denies_says_no_relation(question: str, answer: str) -> None:
    found = extracted(f"Ann (00:10): {question}", f"Bob (00:20): {answer}", kind=DocumentKind.INTERVIEW)

    assert not found.relations
