"""Encodings: read where they are certain, else refused with what they look like and what to do."""

from __future__ import annotations

import pytest

from ingest.errors import UnreadableDocument
from ingest.parsers.encodings import characters

ENGLISH = "The gate holds, and the shift lead signs the log – every night.\n"
RUSSIAN = "Затвор держит, и начальник смены подписывает журнал каждую ночь.\n"
JAPANESE = "ゲートは毎晩閉じられ、当番がログに署名します。"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_read_and_told(encoding: str) -> None:
    found = characters(ENGLISH.encode(encoding))

    assert found.text == ENGLISH
    assert encoding.upper() in found.warning


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_text_with_a_mark_is_read_without_a_word(encoding: str) -> None:
    found = characters(RUSSIAN.encode(encoding))

    assert (found.text, found.warning) == (RUSSIAN, "")


def test_stray_bytes_of_windows_leave_the_rest_as_utf8() -> None:
    found = characters("Größe der Gatter – ".encode() + "Überlauf, “so” genannt, am Morgen.".encode("cp1252"))

    assert found.text == "Größe der Gatter – Überlauf, “so” genannt, am Morgen."
    assert "mixes UTF-8 and Windows-1252" in found.warning


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (RUSSIAN.encode("cp1251"), "Windows-1251"),
        (RUSSIAN.encode("koi8-r"), "KOI8-R"),
        (JAPANESE.encode("shift_jis"), "Shift JIS"),
        (JAPANESE.encode("euc_jp"), "EUC-JP"),
        ("大门每晚由值班长关闭并签字。".encode("gb18030"), "GB 18030"),
        (ENGLISH.encode("utf-16-le") + b"\x00", "UTF-16"),
        (ENGLISH.encode("utf-16") + b"\x00", "UTF-16"),
    ],
)
def test_what_is_not_certain_is_refused_with_what_it_looks_like(content: bytes, looks_like: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        characters(content)

    assert looks_like in refused.value.message
    assert refused.value.hint == "Save it as UTF-8."


def test_few_zero_bytes_in_a_text_are_left_out_and_told() -> None:
    found = characters((ENGLISH * 5 + "\x00").encode())

    assert found.text == ENGLISH * 5
    assert found.warning.startswith("1 zero byte in it was left out")


@pytest.mark.parametrize(
    ("content", "what", "instead"),
    [
        (b"{\\rtf1\\ansi The gate holds.}", "rich text", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture", "text recognition"),
        (b"\x1f\x8b\x08\x00", "packed", "Unpack"),
        (b"ID3\x03\x00", "recording", "transcribed"),
        (b"\x00\x01\x02\xff" * 40, "binary data", "Save it as"),
    ],
)
def test_files_that_are_no_text_are_called_what_they_are(content: bytes, what: str, instead: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        characters(content)

    assert what in refused.value.message
    assert instead in refused.value.hint
