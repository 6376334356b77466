"""Who says what, and when, in the layouts that transcripts really use."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse

LAYOUTS = {
    "bracketed time first": "[00:14:32] {a}: One.\n[00:14:40] {b}: Two.\n[00:15:01] {a}: Three.\n",
    "time behind, words below": "{a} (14:32):\nOne.\n\n{b} (14:40):\nTwo.\n\n{a} (15:01):\nThree.\n",
    "bold names": "**{a}** (14:32):\nOne.\n\n**{b}** (14:40):\nTwo.\n\n**{a}** (15:01):\nThree.\n",
    "names alone": "{a}: One.\n{b}: Two.\n{a}: Three.\n{b}: Four.\n",
    "a line of its own": "00:14:32 {a}\nOne.\n\n00:14:40 {b}\nTwo.\n\n00:15:01 {a}\nThree.\n",
    "time of day": "{a} 12:04 PM\nOne.\n\n{b} 12:05 PM\nTwo.\n\n{a} 1:06 PM\nThree.\n",
    "name in square brackets": "[{a}] One.\n[{b}] Two.\n[{a}] Three.\n[{b}] Four.\n",
    "list of times": "- **{a}** (14:32): One.\n- **{b}** (14:40): Two.\n- **{a}** (15:01): Three.\n",
    "names with roles": "{a} (Storage): One.\n\n{b} (Audit): Two.\n\n{a} (Storage): Three.\n\n{b} (Audit): Four.\n",
    "time in square brackets": "{a} [14:32]\nOne.\n\n{b} [14:40]\nTwo.\n\n{a} [15:01]\nThree.\n",
}


def read(folder: Path, text: str, name: str = "talk.txt") -> ParsedDocument:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return parse(path)


def turns(document: ParsedDocument) -> list[tuple[str | None, str]]:
    return [(block.speaker, document.said(block)) for block in document.blocks if block.kind is BlockKind.TURN]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_each_turn_has_its_speaker(tmp_path: Path, layout: str) -> None:
    document = read(tmp_path, layout.format(a="Ines Ortega", b="Bo"))

    assert turns(document)[:3] == [("Ines Ortega", "One."), ("Bo", "Two."), ("Ines Ortega", "Three.")]


def test_time_alone_goes_on_with_the_same_speaker(tmp_path: Path) -> None:
    document = read(tmp_path, "Bo (00:01):\nOne.\n\n(00:09):\nTwo.\n\nIda (00:12):\nThree.\n\nBo (00:14):\nFour.\n")

    assert [(block.speaker, block.time) for block in document.blocks][:2] == [("Bo", "00:01"), ("Bo", "00:09")]


def test_fields_of_a_form_are_no_speakers(tmp_path: Path) -> None:
    document = read(tmp_path, "Owner: Ines\nStatus: open\n\nOwner: Bo\nStatus: closed\n\nOwner: Ida\nStatus: open\n")

    assert turns(document) == []


def test_cues_of_subtitles_are_turns(tmp_path: Path) -> None:
    cues = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ines Ortega>The valve\n\n2\n00:00:04.000 --> 00:00:06.000\nis closed.\n\n"
    document = read(tmp_path, f"{cues}00:00:07.000 --> 00:00:08.000\n<v Bo>By whom?\n", "talk.vtt")

    assert turns(document) == [("Ines Ortega", "The valve is closed."), ("Bo", "By whom?")]
    assert [block.time for block in document.blocks] == ["00:00:01", "00:00:07"]


def test_heading_ends_a_turn(tmp_path: Path) -> None:
    text = (
        "**Bo** (00:01):\nOne.\n\n**Ida** (00:02):\nTwo.\n\n**Bo** (00:03):\nThree.\n\n## Notes\n\nThe room was cold.\n"
    )
    document = read(tmp_path, text, "talk.md")

    assert document.blocks[-1].speaker is None


def test_repeated_text_is_kept(tmp_path: Path) -> None:
    document = read(tmp_path, "The valve is closed by hand.\n\nThe valve is closed by hand.\n")

    assert [document.said(block) for block in document.blocks] == ["The valve is closed by hand."] * 2


def test_initials_stand_for_the_name_that_explains_them(tmp_path: Path) -> None:
    text = "Present: Ines Ortega (IO), Bo Li (BL)\n\nIO: One.\n\nBL: Two.\n\nIO: Three.\n\nBL: Four.\n"
    document = read(tmp_path, text)

    assert turns(document)[:2] == [("Ines Ortega", "One."), ("Bo Li", "Two.")]


def test_numbered_controls_are_no_speakers(tmp_path: Path) -> None:
    document = read(
        tmp_path, "Monitor A: reads logs.\n\nMonitor B: reads calls.\n\nMonitor A: is old.\n\nMonitor B: is new.\n"
    )

    assert turns(document) == []


@pytest.mark.parametrize(
    "cue", ["<v Ada Lund>Who reads it?</v> <v Bo Berg>Nobody.</v>", "- Ada Lund: Who reads it?\n- Bo Berg: Nobody."]
)
def test_two_voices_of_one_cue_are_two_turns(tmp_path: Path, cue: str) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(f"WEBVTT\n\n00:01.000 --> 00:04.000\n{cue}\n")

    document = parse(path)

    assert [(block.speaker, document.said(block)) for block in document.blocks] == [
        ("Ada Lund", "Who reads it?"),
        ("Bo Berg", "Nobody."),
    ]


def test_sentences_that_open_with_a_time_of_day_are_no_turns(tmp_path: Path) -> None:
    document = read(tmp_path, "At 06:02 the pump stops.\n\nAt 06:21 it runs.\n\nAt 06:55 all is well.\n", "log.md")

    assert turns(document) == []


def test_letters_with_full_stops_are_turns_where_both_take_them(tmp_path: Path) -> None:
    asked = read(tmp_path, "Q. Who keeps it?\nA. Bo.\n\nQ. Since when?\nA. May.\n")
    listed = read(tmp_path, "A. The valve.\n\nB. The pump.\n\nA. The gate.\n\nB. The lock.\n")

    assert turns(asked) == [("Q", "Who keeps it?"), ("A", "Bo."), ("Q", "Since when?"), ("A", "May.")]
    assert turns(listed) == []


def test_a_label_stands_for_the_name_that_it_or_the_title_gives(tmp_path: Path) -> None:
    labelled = read(tmp_path, "Q: One?\nA (Ines Ortega, Storage): Two.\nQ: Three?\nA: Four.\n")
    titled = read(tmp_path, "Interview with Ines Ortega\n\nQ: One?\nA: Two.\nQ: Three?\nA: Four.\n")

    assert {speaker for speaker, _ in turns(labelled)} == {"Q", "Ines Ortega"}
    assert {speaker for speaker, _ in turns(titled)} == {"Q", "Ines Ortega"}


def test_initials_of_people_who_are_named_take_turns_though_they_read_like_a_field(tmp_path: Path) -> None:
    text = "Present: Ada Roe (AR), Tom Osei (TO)\n\nAR: Who is paged?\nTO: The lead.\nAR: At night?\nTO: Yes.\n"

    document = read(tmp_path, text)

    assert [block.speaker for block in document.blocks[1:]] == ["Ada Roe", "Tom Osei", "Ada Roe", "Tom Osei"]
