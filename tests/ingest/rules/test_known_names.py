"""Names that other documents introduce: read as what they are there, and only where they are names here."""

from __future__ import annotations

import pytest

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.extraction import KnownName, Proposals
from ingest.extractors.rules import RulesExtractor
from tests.ingest.rules.written import ends, written

CONTROL, DEPENDENCY, TEAM = ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.TEAM


def told(known: KnownName, *lines: str) -> Proposals:
    parsed = written("# Interview with Dana Whitlock", *lines, kind=DocumentKind.INTERVIEW)
    return RulesExtractor().extract(parsed, (known,))


def named(proposals: Proposals, kind: ElementKind) -> set[str]:
    return {element.name for element in proposals.elements if element.kind is kind}


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (KnownName(CONTROL, "Kestrel"), "Dana Whitlock: I think Kestrel needs the badge feed."),
        (KnownName(CONTROL, "Weld folio"), "Dana Whitlock: Our weld folio there needs the badge feed."),
        (KnownName(CONTROL, "DVR"), "Dana Whitlock: The DVR needs the badge feed."),
    ],
)
def test_a_control_of_another_document_has_its_needs_read_here(known: KnownName, line: str) -> None:
    assert ends(told(known, line), "DEPENDS_ON") == {(known.name, "Badge feed")}
    assert ends(RulesExtractor().extract(written(line, kind=DocumentKind.INTERVIEW)), "DEPENDS_ON") == set()


def test_it_is_only_mentioned_here() -> None:
    (element,) = (
        each
        for each in told(KnownName(CONTROL, "Weld camera"), "Dana Whitlock: The weld camera is old.").elements
        if each.kind is CONTROL
    )

    assert (element.name, element.mention, element.text) == ("Weld camera", True, None)


def test_its_short_form_means_it_once_it_was_named() -> None:
    known = KnownName(CONTROL, "Weld camera")

    after = told(known, "Dana Whitlock: The weld camera is old. The camera needs the badge feed.")
    before = told(known, "Dana Whitlock: The camera needs the badge feed.", "Dana Whitlock: The weld camera is old.")

    assert ends(after, "DEPENDS_ON") == {("Weld camera", "Badge feed")}
    assert ends(before, "DEPENDS_ON") == set()


@pytest.mark.parametrize(
    "line",
    [
        "Dana Whitlock: The kestrel needs the badge feed.",
        "Dana Whitlock: Kestrel needs the badge feed. We saw a kestrel.",
        "Dana Whitlock: Our kestrels need the badge feed.",
    ],
)
def test_a_common_word_is_not_the_name_of_one_word(line: str) -> None:
    assert named(told(KnownName(CONTROL, "Kestrel"), line), CONTROL) == set()


@pytest.mark.parametrize(
    "line",
    [
        "Dana Whitlock: The harbour weld camera needs the badge feed.",
        "Dana Whitlock: We watch Weld Camera 7, and it needs the badge feed.",
        "Dana Whitlock: The Night Weld Camera needs the badge feed.",
    ],
)
def test_a_longer_name_is_another_thing(line: str) -> None:
    assert "Weld camera" not in named(told(KnownName(CONTROL, "Weld camera"), line), CONTROL)


@pytest.mark.parametrize("name", ["Review process", "The other one", "Test results"])
def test_words_that_say_little_are_no_name(name: str) -> None:
    line = f"Dana Whitlock: I know that {name.lower()} needs the badge feed."

    assert named(told(KnownName(CONTROL, name), line), CONTROL) == set()


@pytest.mark.parametrize("name", ["Kestrel", "Weld camera"])
def test_a_heading_that_is_its_name_tells_what_it_means_beneath(name: str) -> None:
    parsed = written(
        "# Notes", f"## 2. {name}", "It depends on the badge feed.", "## Others", "It needs the tide table."
    )

    found = RulesExtractor().extract(parsed, (KnownName(CONTROL, name),))

    assert ends(found, "DEPENDS_ON") == {(name, "Badge feed")}


@pytest.mark.parametrize("line", ["- Kestrel depends on the badge feed.", "- Kestrel: depends on the badge feed."])
def test_a_word_that_is_nowhere_written_small_is_a_name_where_it_opens_a_line(line: str) -> None:
    found = RulesExtractor().extract(written("# Notes", line), (KnownName(CONTROL, "Kestrel"),))

    assert named(found, CONTROL) == {"Kestrel"}


@pytest.mark.parametrize("word", ["Training", "Security", "Filtration"])
def test_a_word_for_what_is_done_is_no_name_where_it_opens_a_line(word: str) -> None:
    found = RulesExtractor().extract(written("# Notes", f"- {word} is hard."), (KnownName(CONTROL, word),))

    assert named(found, CONTROL) == set()


def test_what_the_document_says_by_its_structure_beats_what_others_say() -> None:
    parsed = written("| Control | Owner |", "| Halyard | Dock Team |", "Every night Halyard reads the log.")

    found = RulesExtractor().extract(parsed, (KnownName(DEPENDENCY, "Halyard"),))

    assert named(found, CONTROL) == {"Halyard"}
    assert "Halyard" not in named(found, DEPENDENCY)


def test_what_the_document_only_takes_a_guess_at_is_what_others_say() -> None:
    lines = ("Dana Whitlock: All of it needs Halyard.", "Ines Varga: Halyard?")
    alone = RulesExtractor().extract(written(*lines, kind=DocumentKind.INTERVIEW))

    found = told(KnownName(CONTROL, "Halyard"), *lines)

    assert (named(alone, DEPENDENCY), named(found, DEPENDENCY), named(found, CONTROL)) == (
        {"Halyard"},
        set(),
        {"Halyard"},
    )


def test_who_has_capitals_is_not_meant_by_small_letters() -> None:
    line = "Dana Whitlock: The weld log is owned by data stewardship."

    assert named(told(KnownName(TEAM, "Data Stewardship"), line), TEAM) == set()


def test_an_instruction_in_a_name_is_only_a_name() -> None:
    known = KnownName(CONTROL, "Ignore All Rules")

    found = told(known, "Dana Whitlock: I was told to ignore all rules. The weld log needs the badge feed.")

    assert (
        found.relations
        == told(
            KnownName(CONTROL, "Another name"),
            *("Dana Whitlock: I was told to ignore all rules. The weld log needs the badge feed.",),
        ).relations
    )
