"""The names that a case knows: which of them are looked for elsewhere, and what they mean there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.extraction import KnownName
from ingest.glossary import Form, Glossary, Introduction, Own, introduced_by, introduced_in, is_telling
from tests.fakes import LineExtractor, case_of, document

NOTHING: Mapping[Form, Own] = {}
CONTROL, DEPENDENCY, TEAM = ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.TEAM


def introduction(kind: ElementKind, name: str, *aliases: str, path: str = "report.md") -> Introduction:
    return Introduction(KnownName(kind, name, aliases), frozenset({path}))


def met(text: str, *introductions: Introduction, own: Mapping[Form, Own] = NOTHING) -> list[KnownName]:
    talk = document(text, "talk.md", DocumentKind.INTERVIEW).source
    return [each.thing for each in Glossary(introductions).met_in(talk, own)]


@pytest.mark.parametrize("name", ["Egress cap", "OTM", "Heddle", "Gate 3", "badge log of the hall", "red-pen review"])
def test_a_name_of_several_words_an_acronym_or_one_with_a_capital_is_telling(name: str) -> None:
    assert is_telling(name)


@pytest.mark.parametrize(
    "name", ["gate", "the gate", "AI", "of the", "M", "one two three four five six seven eight nine"]
)
def test_a_common_word_tells_nothing(name: str) -> None:
    assert not is_telling(name)


def test_a_name_and_its_acronym_are_found_however_they_are_written() -> None:
    cap = introduction(CONTROL, "Egress cap", "EGC")

    assert met("Nobody lifts egress caps; the EGC stays.", cap) == [KnownName(CONTROL, "Egress cap", ("EGC",))]


def test_only_the_names_that_the_text_uses_are_given() -> None:
    assert met("The EGC stays.", introduction(CONTROL, "Egress cap", "EGC")) == [KnownName(CONTROL, "EGC")]


@pytest.mark.parametrize("text", ["The gate is shut.", "Our heddle broke.", "An otm of gold."])
def test_a_single_word_in_small_letters_is_not_the_name(text: str) -> None:
    known = (introduction(CONTROL, "Gate"), introduction(CONTROL, "Heddle"), introduction(CONTROL, "OTM"))

    assert met(text, *known) == []


def test_who_has_capitals_is_not_meant_by_small_letters() -> None:
    team = introduction(TEAM, "Data Stewardship")

    assert met("We all practise data stewardship.", team) == []
    assert met("Ask Data Stewardship.", team) == [KnownName(TEAM, "Data Stewardship")]


def test_a_name_inside_a_longer_one_is_not_meant() -> None:
    known = (introduction(CONTROL, "Berth lock"), introduction(DEPENDENCY, "Berth lock register"))

    assert met("The berth lock register is old.", *known) == [KnownName(DEPENDENCY, "Berth lock register")]


@pytest.mark.parametrize(
    "text", ["The berth lock 7 is old.", "The berth lock B is old.", "The Berth Lock Register is old."]
)
def test_a_name_that_goes_on_is_another(text: str) -> None:
    assert met(text, introduction(CONTROL, "Berth lock")) == []


def test_a_name_inside_a_longer_one_of_the_text_itself_is_not_meant() -> None:
    own = {("berth", "lock", "register"): (DEPENDENCY, 3)}

    assert met("The berth lock register is old.", introduction(CONTROL, "Berth lock"), own=own) == []


def test_a_name_of_two_kinds_means_neither() -> None:
    known = (introduction(CONTROL, "Berth lock"), introduction(DEPENDENCY, "Berth lock", path="other.md"))

    assert met("The berth lock is old.", *known) == []


def test_a_report_knows_better_than_who_speaks_of_it() -> None:
    heard = Introduction(KnownName(DEPENDENCY, "Berth lock"), frozenset({"other.txt"}), rank=3)
    known = (introduction(CONTROL, "Berth lock"), heard)

    assert met("The berth lock is old.", *known) == [KnownName(CONTROL, "Berth lock")]
    assert met("The berth lock is old.", *known, own={("berth", "lock"): (DEPENDENCY, 3)}) == [
        KnownName(CONTROL, "Berth lock")
    ]


def test_another_talk_knows_no_better() -> None:
    heard = Introduction(KnownName(CONTROL, "Berth lock"), frozenset({"other.txt"}), rank=3)

    assert met("The berth lock is old.", heard, own={("berth", "lock"): (DEPENDENCY, 3)}) == []


def test_a_team_is_known_with_and_without_that_word() -> None:
    team = introduction(TEAM, "Dock Safety team")

    assert met("Ask Dock Safety.", team) == [KnownName(TEAM, "Dock Safety")]


def test_whose_full_name_nobody_gives_is_not_known_elsewhere() -> None:
    assert met("Littoral is old.", introduction(ElementKind.PERSON, "Littoral")) == []
    assert met("I asked Ines.", introduction(ElementKind.PERSON, "Ines Varga", "Ines")) == [
        KnownName(ElementKind.PERSON, "Ines")
    ]


def test_a_short_form_of_two_things_means_neither() -> None:
    known = (introduction(CONTROL, "Berth lock", "Lock"), introduction(CONTROL, "Quay lock", "Lock", path="other.md"))

    assert met("We close the Lock.", *known) == []


def test_what_several_documents_introduce_is_one_thing() -> None:
    known = (introduction(CONTROL, "Berth Lock"), introduction(CONTROL, "berth lock", "BLK", path="talk.md"))

    assert met("The berth lock, or BLK, is old.", *known) == [KnownName(CONTROL, "Berth Lock", ("BLK",))]


def test_what_a_text_introduces_itself_is_not_known_from_elsewhere() -> None:
    own = {("berth", "lock"): (CONTROL, 3)}

    assert met("The berth lock is old.", introduction(CONTROL, "Berth lock"), own=own) == []
    assert met("The berth lock is old.", introduction(CONTROL, "Berth lock", path="talk.md")) == []


def test_what_a_person_says_it_is_beats_what_was_read() -> None:
    entered = Introduction(KnownName(DEPENDENCY, "Berth lock"), frozenset(), rank=-1)

    assert met("The berth lock is old.", introduction(CONTROL, "Berth lock"), entered) == [
        KnownName(DEPENDENCY, "Berth lock")
    ]


def test_a_document_introduces_what_it_names_and_not_what_it_mentions() -> None:
    parsed = document("control: Berth lock = BLK\n\nteam? Harbour watch\n\nclaim: It holds\n")

    found = introduced_by(LineExtractor().extract(parsed), parsed.source)

    assert [each.thing for each in found] == [KnownName(CONTROL, "Berth lock", ("BLK",))]


def test_a_report_that_argues_a_case_knows_better_than_one_of_an_incident() -> None:
    argued = document("pathway: Flood\n\ncontrol: Berth lock\n")
    incident = document("dependency: Berth lock\n")

    ranks = [introduced_by(LineExtractor().extract(each), each.source)[0].rank for each in (argued, incident)]
    in_case = [each.rank for each in introduced_in(case_of("pathway: Flood\n\ncontrol: Berth lock\n", "team: Watch\n"))]

    assert ranks == in_case == [0, 1]


def test_the_case_introduces_what_its_documents_name_but_for_those_read_anew() -> None:
    case = case_of("control: Berth lock\n", "control: Quay light\n\ncontrol? Berth lock\n")

    assert [each.thing.name for each in introduced_in(case)] == ["Berth lock", "Quay light"]
    assert [each.thing.name for each in introduced_in(case, but={"0.md"})] == ["Quay light"]


WORDS = st.sampled_from(["berth", "lock", "quay", "light"])
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(" ".join)


@given(names=st.sets(NAMES, max_size=6), text=st.lists(WORDS, max_size=20).map(" ".join))
def test_the_longest_names_are_found_from_left_to_right(names: set[str], text: str) -> None:
    found = {each.name for each in met(text, *(introduction(CONTROL, name) for name in names))}

    assert found == {name for name in _read_off(text.split(), names) if is_telling(name)}


def _read_off(words: list[str], names: set[str]) -> set[str]:
    """The names that a reader finds who goes through the words and takes the longest each time."""
    found: set[str] = set()
    while words:
        here = [name for name in names if words[: len(name.split())] == name.split()]
        longest = max(here, key=len, default="")
        found |= {longest} - {""}
        words = words[len(longest.split()) or 1 :]
    return found
