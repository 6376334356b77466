from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names, relations

CLAIM = ("# Report", "## Claim 1: The hull is dry")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We ran the soak test on 40 valves.", "Soak test"),
        ("In the poisoning test it removed 7 of 12 batches.", "Poisoning test"),
        ("The coverage measurement of March put the share at 98 percent.", "Coverage measurement"),
    ],
)
def test_a_test_that_was_run_with_figures_is_evidence(sentence: str, name: str) -> None:
    assert name in names(extracted(*CLAIM, sentence), "evidence")


@pytest.mark.parametrize(
    "sentence",
    [
        "The monthly test is due on 4 May.",
        "We ran the test on 40 valves.",
        "Nothing is known of the soak test.",
    ],
)
def test_a_test_that_is_only_named_is_not_read_as_run(sentence: str) -> None:
    assert not names(extracted(*CLAIM, sentence), "evidence") & {"Monthly test", "Test", "Soak test"}


@pytest.mark.parametrize(
    "sentence",
    ["We regard this as strong evidence.", "We treat the result as strong evidence.", "I count it as strong evidence."],
)
def test_the_weight_of_a_result_is_of_the_study_before(sentence: str) -> None:
    proposals = extracted(*CLAIM, "**Claim 1.1: The seals hold.** We ran the soak test on 40 valves.", sentence)

    weighed = {(each.source, each.target) for each in relations(proposals, "SUPPORTED_BY") if each.strength}
    assert weighed == {("claim:1.1", "evidence:soak test")}


@pytest.mark.parametrize("sentence", ["We regard this as strong evidence for Claim 1.", "We regard this as settled."])
def test_a_weight_for_something_else_is_not_of_the_study(sentence: str) -> None:
    proposals = extracted(*CLAIM, "**Claim 1.1: The seals hold.** We ran the soak test on 40 valves.", sentence)

    weighed = {(each.source, each.target) for each in relations(proposals, "SUPPORTED_BY") if each.strength}
    assert ("claim:1.1", "evidence:soak test") not in weighed


@pytest.mark.parametrize(
    ("lines", "owned"),
    [
        (
            ("The Night Crew team owns the monitor and its thresholds.",),
            {("Offline monitor", "Night Crew team")},
        ),
        (("The Night Crew team owns the boat.",), set()),
    ],
)
def test_a_control_is_owned_by_the_noun_that_calls_it_alone(
    lines: tuple[str, ...], owned: set[tuple[str, str]]
) -> None:
    proposals = extracted("# Report", "The offline monitor flags odd logs within an hour.", *lines)

    assert ends(proposals, "OWNED_BY") == owned


def test_both_studies_are_the_two_named_before() -> None:
    lines = ("The first is the fog drill.", "The second is the soak exercise.")
    proposals = extracted(*CLAIM, *lines, "The Hull Office team is responsible for both pieces of work.")

    assert ends(proposals, "OWNED_BY") == {("Fog drill", "Hull Office team"), ("Soak exercise", "Hull Office team")}


def test_both_studies_of_one_named_are_nobodys() -> None:
    proposals = extracted(
        *CLAIM, "The first is the fog drill.", "The Hull Office team is responsible for both studies."
    )

    assert not ends(proposals, "OWNED_BY")


@pytest.mark.parametrize(
    ("title", "cell", "test"),
    [
        ("What we know about its performance", "Fog drill, May: 8 of 10 boats held", "Fog drill"),
        ("Remarks", "Mock-patient trial: 31 of 40 caught", "Mock-patient trial"),
        ("How good is it?", "Night exercise: 2 of 3 intruders seen", "Night exercise"),
    ],
)
def test_a_column_that_names_tests_with_figures_holds_evidence(title: str, cell: str, test: str) -> None:
    found = extracted(
        f"| Control | Owner | {title} |",
        f"| Sluice gate | Harbour Office | {cell} |",
        "| Buoy light | Harbour Office | |",
    )

    assert ends(found, "EVALUATED_BY") == {("Sluice gate", test)}


@pytest.mark.parametrize(
    "cell", ["Installed in 2019 after the review", "Planned test: 2027", "Never", "12 pages of notes"]
)
def test_other_remarks_beside_a_control_hold_none(cell: str) -> None:
    found = extracted("| Control | Owner | Remarks |", f"| Sluice gate | Harbour Office | {cell} |")

    assert ends(found, "EVALUATED_BY") == set()


@pytest.mark.parametrize(
    ("cell", "name", "alias"),
    [
        ("Petrel (transcript review)", "Petrel", "transcript review"),
        ("Curlew (dose check)", "Curlew", "dose check"),
        ("Sentinel (egress monitor)", "Sentinel", "egress monitor"),
    ],
)
def test_what_a_control_is_stands_in_brackets_behind_its_name(cell: str, name: str, alias: str) -> None:
    found = extracted("| Control | Owner |", f"| {cell} | Harbour Office |")

    (control,) = elements(found, "control")
    assert control.name == name
    assert alias in control.aliases
