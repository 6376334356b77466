from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

PUMPS = (
    "# Report",
    "## Controls",
    "**Pump alarm.** The pump alarm rings at once.",
    "**Badge check.** The badge check stops guests.",
)


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("Were the float switch lost, the pump alarm would mean nothing.", ("Pump alarm", "Float switch")),
        (
            "It is slow; were the identity service forged, the badge check would be worthless.",
            ("Badge check", "Identity service"),
        ),
        (
            "Were the guest register falsified or empty, the badge check would stop nobody.",
            ("Badge check", "Guest register"),
        ),
    ],
)
def test_what_would_be_worth_nothing_were_a_thing_lost_needs_it(sentence: str, need: tuple[str, str]) -> None:
    assert ends(extracted(*PUMPS, sentence), "DEPENDS_ON") == {need}


@pytest.mark.parametrize(
    "sentence",
    [
        "Were the float switch lost, the pump alarm would ring all the same.",
        "There were the float switch, the lamp and the pump alarm, which would mean nothing to a guest.",
        "We were the first to fail, the pump alarm would not mean much.",
    ],
)
def test_were_without_a_loss_that_stops_anything_is_no_need(sentence: str) -> None:
    assert not ends(extracted(*PUMPS, sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("It is a copy of the Osprey model, and it depends on the sensor bus.", "Sensor bus"),
        ("It runs beside the Heron scheduler, and it relies on the tide feed.", "Tide feed"),
        ("It uses words of the Lark parser, and it depends on the fog server.", "Fog server"),
    ],
)
def test_the_second_it_of_a_sentence_is_the_first(sentence: str, needed: str) -> None:
    proposals = extracted("# Report", "## Controls", f"**Pump alarm.** The pump alarm rings at once. {sentence}")

    assert ("Pump alarm", needed) in ends(proposals, "DEPENDS_ON")
    assert {source for source, target in ends(proposals, "DEPENDS_ON") if target == needed} == {"Pump alarm"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("**Key ceremony (planned).** In May we intend to film it.", "Key ceremony"),
        ("**Spare pump (not yet in place).** It would strengthen the pump alarm.", "Spare pump"),
        ("**Night patrol [proposed].** Two guards walk.", "Night patrol"),
    ],
)
def test_a_name_that_is_marked_as_planned_is_a_mitigation_and_no_control(line: str, name: str) -> None:
    proposals = extracted(*PUMPS, line)

    assert names(proposals, "mitigation") == {name}
    assert name not in names(proposals, "control")


@pytest.mark.parametrize(
    "line",
    [
        "**Pump room (built 1990).** It is dry.",
        "**Planned outages.** They are few.",
        "The patrol (planned) walks at night.",
    ],
)
def test_other_brackets_and_plain_text_are_no_plan(line: str) -> None:
    assert not names(extracted(*PUMPS, line), "mitigation")
