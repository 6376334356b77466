"""Subtitles: who says what, in the ways in which programs mark another voice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parsers import parse


def said(folder: Path, text: str, name: str = "talk.srt") -> list[tuple[str | None, str]]:
    """Speaker and words of each turn."""
    (folder / name).write_text(text, encoding="utf-8-sig")
    document = parse(folder / name)
    return [(block.speaker, document.said(block)) for block in document.blocks]


def srt(*cues: str) -> str:
    return "\n\n".join(f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{cue}" for at, cue in enumerate(cues, 1))


def test_placing_of_a_cue_hides_no_speaker(tmp_path: Path) -> None:
    found = said(tmp_path, srt("ADA: Who owns it?", r"{\an8}TOM: The harbour team.", "{\\pos(1,2)}ADA: Since when?"))

    assert found == [("ADA", "Who owns it?"), ("TOM", "The harbour team."), ("ADA", "Since when?")]


def test_blank_line_in_a_cue_of_srt_loses_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, srt("TOM: Nobody.\n\nThat is it.", "ADA: Oh.")) == [
        ("TOM", "Nobody. That is it."),
        ("ADA", "Oh."),
    ]


@pytest.mark.parametrize("sign", ["- ", ">> ", "&gt;&gt; "])
def test_sign_for_another_voice_ends_the_turn_though_it_names_nobody(tmp_path: Path, sign: str) -> None:
    found = said(tmp_path, srt("ADA: Who reads the log?", f"{sign}Nobody does.", f"{sign}TOM: I do."))

    assert found == [("ADA", "Who reads the log?"), (None, "Nobody does."), ("TOM", "I do.")]


def test_settings_styles_and_notes_of_webvtt_are_no_words(tmp_path: Path) -> None:
    text = (
        "WEBVTT - Drill\nKind: captions\n\nSTYLE\n::cue(v) { color: red }\n\nNOTE A comment\n\n1\n"
        "00:01.000 --> 00:02.000 align:start line:0\n<v.loud Ada Roe>Who <i>reads</i> it?</v>\n<v Tom>Me &amp; you.</v>\n\n"
        "NOTE Another one\n\n00:03.000 --> 00:04.000\n<v Tom><00:03.500><c.yellow>Mostly.</c></v>\n"
    )

    assert said(tmp_path, text, "talk.vtt") == [("Ada Roe", "Who reads it?"), ("Tom", "Me & you. Mostly.")]
