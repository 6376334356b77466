"""Linking: the same thing is always the same element, and nothing else ever is."""

from __future__ import annotations

import pytest

from graph.case import Case, CaseHead
from tests.fakes import case_of, document, read_into

JOINING = [
    ("control: Berth lock", "control? berth locks"),
    ("control: Berth lock", "control: the berth-lock"),
    ("control: Offline transcript monitor (OTM)", "control? OTM"),
    ("control: OTM (offline transcript monitor)", "control: Offline Transcript Monitors"),
    ("control: Weight access broker", "control: WAB"),
    ("control: WAB", "control: Weight access broker"),
    ("control: Weight access broker (WAB)", "control: WAB"),
    ("control: Database cooling loop", "control: data base cooling loop"),
    ("control: Authorisation service", "control: authorization service"),
    ("control: Labelling behaviour check", "control: labelling behavior check"),
    ("control: Irradiation interlock", "control: Irradiaton interlock"),
    ("control: Separator overpresure valve", "control: Separator overpressure valve"),
    ("claim 5.2: The gate cannot be opened alone", "claim 5.2: No one opens the gate alone"),
    ("claim 5.2: The gate cannot be opened alone", "claim? Claim 5.2"),
    ("claim: The gate can't be opened by one guard", "claim: The gate cannot be opened by one guard"),
    ("claim: Doses of the wrong kind are caught", "claim: doses of the wrong kind were caught"),
    ("pathway 3: Flooding", "pathway? Pathway 3"),
    ("dependency: File mode on the weights bucket", "dependency? file modes on the weights bucket"),
    ("control: Night transcript monitor", "control? the monitor"),
    ("control: Night transcript monitor", "control? that transcript monitor"),
    ("dependency: Badge reader in the east wing", "dependency? this reader"),
    ("person: Maren Oyelaran", "person: M. Oyelaran"),
    ("person: Maren Oyelaran", "person: Maren Oyeleran"),
    ("person: Maren Oyelaran", "person: Oyelaran, Maren"),
    ("person: Maren Oyelaran", "person: Dr. Maren Oyelaran"),
    ("person: Maren Oyelaran", "person: Dr Oyelaran"),
    ("person: Maren Oyelaran", "person: Maren"),
    ("person: Maren", "person: Maren Oyelaran"),
    ("person: Kateryna Holub", "person: Katerina Holub"),
    ("person: José Muñoz", "person: Jose Munoz"),
    ("person: Maren K. Oyelaran", "person: Maren Oyelaran"),
    ("person: on-call security engineer", "person: On-call security engineers"),
    ("person: Duty officer of the port", "person? the duty officer"),
    ("dependency: File mode of the weights bucket", "dependency: file mode on the weights bucket"),
    ("dependency: File mode of the weights bucket", "dependency? the file mode on that bucket"),
    ("dependency: File mode on that bucket = file mode", "dependency: File mode on the weights bucket"),
    ("person: Port shift lead", "person: the shift lead"),
    ("evidence: Still Waters evaluation", "evidence? Still Waters"),
    ("control: SieveGate", "control: Sieve Gate"),
    ("team: Harbour Watch", "team: Harbour Watch team"),
    ("team: Harbour Board", "team? the Board"),
    ("team: Harbour Watch", "organization? Harbour Watch"),
    ("organization? Harbour Watch", "team: Harbour Watch"),
    ("control: Log relay", "dependency? Log relay"),
    ("dependency: Log relay", "control? Log relay"),
]

APART = [
    ("control: Monitor A", "control: Monitor B"),
    ("control: Monitor A", "control: Monitor"),
    ("control: Tier 1 sandbox", "control: Tier 2 sandbox"),
    ("control: First stage filter", "control: Second stage filter"),
    ("control: Filter for Corvane 4.6", "control: Filter for Corvane 4.8"),
    ("control: Stage II filter", "control: Stage III filter"),
    ("claim 3.1: The gate holds", "claim 3.2: The gate holds"),
    ("claim: Claim 3.1", "claim: Claim 3.2"),
    ("control: Online transcript monitor", "control: Offline transcript monitor"),
    ("control: Internal review board", "control: External review board"),
    ("evidence: Training audit", "evidence: Evaluation audit"),
    ("control: Encryption of backups", "control: Decryption of backups"),
    ("control: Intake precision gauge", "control: Intake prevision gauge"),
    ("control: Outer projection screen", "control: Outer protection screen"),
    ("control: Dose interaction check", "control: Dose interception check"),
    ("control: Berth lock", "control: Berth lock alarm"),
    ("control: Berth lock", "mitigation: Berth lock"),
    ("control: Sentinel", "team: Sentinel"),
    ("team: Sentinel", "organization: Sentinel"),
    ("control: Log relay", "dependency: Log relay"),
    ("person: Maren Oyelaran", "person: Tunde Oyelaran"),
    ("person: Maren Oyelaran", "person: T. Oyelaran"),
    ("person: Joanna Holub", "person: Johanna Holub"),
    ("person: Christina Holub", "person: Christine Holub"),
    ("person: Martha Reyes", "person: Martin Reyes"),
    ("person: Port shift lead", "person: Shift lead"),
    ("person: Port shift lead\nperson: Mooring shift lead", "person: the shift lead"),
    ("control: Plumbline", "control? Plumbline Next"),
    ("control: Plumbline Next", "control? Plumbline"),
    ("dependency: Asset register", "dependency? Slip register"),
    ("person: Erik Hansen", "person: Erika Hansen"),
    ("person: Maren Oyelaran", "person: Maren Halvorsen"),
    ("person: on-call security engineer", "person: on-call network engineer"),
    ("person: Senior Security Engineer", "person: Senior Network Engineer"),
    ("claim: The gate can be opened alone", "claim: The gate can not be opened alone"),
    (
        "claim: Alarms reach the watch before the harbour master",
        "claim: Alarms reach the harbour master before the watch",
    ),
    ("control: Escalation to security from operations", "control: Escalation from security to operations"),
    ("control: Night transcript monitor\ncontrol: Day transcript monitor", "control? the monitor"),
    ("control: Night transcript monitor", "control? those monitors"),
    ("control: Weight access broker\ncontrol: Wet area barrier", "control: WAB"),
    ("person: Maren Oyelaran\nperson: Tunde Oyelaran", "person: Oyelaran"),
    ("finding 2: Alarms are late", "finding 2: Nobody reads the log"),
    ("claim 1: Gates hold", "claim 1: Pumps run dry"),
]


@pytest.mark.parametrize(("first", "second"), JOINING)
def test_one_thing_under_two_names_is_one_element(first: str, second: str) -> None:
    assert len(case_of(first, second).elements) == 1
    assert len(case_of(f"{first}\n\n{second}").elements) == 1


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_things_stay_two_elements(first: str, second: str) -> None:
    before = len(case_of(first).elements)

    assert len(case_of(first, second).elements) == before + 1


@pytest.mark.parametrize("texts", [*JOINING, *APART])
def test_reading_again_adds_nothing(texts: tuple[str, str]) -> None:
    case = case_of(*texts)

    for number, text in enumerate(texts):
        after, receipt = read_into(case, document(text, f"{number}.md"))
        assert receipt.is_empty
        assert set(after.elements) == set(case.elements)


def test_ids_are_readable() -> None:
    text = "claim 5.2: The gate holds\ncontrol: The Offline Transcript Monitor\nfinding 2: Alarms are late"

    assert list(case_of(text).elements) == ["claim-5.2", "control-offline-transcript-monitor", "finding-2-0"]


def test_the_order_of_lines_changes_no_id() -> None:
    lines = ["control: Monitor A", "control: Night relay (NR)", "person: Maren Oyelaran", "control: NR"]

    assert set(case_of("\n".join(lines)).elements) == set(case_of("\n".join(reversed(lines))).elements)


def test_an_empty_case_and_an_empty_document_make_an_empty_change() -> None:
    case, receipt = read_into(Case.of(CaseHead(id="case")), document("Nothing to see."))

    assert not case.elements
    assert len(receipt.documents) == 1
