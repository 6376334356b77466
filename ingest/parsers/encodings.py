"""Bytes -> characters: which encoding a text has, where that is certain, and what it looks like where it is not."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ingest.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = (("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32"))
_SCRIPTS = (
    ("Windows-1251", "cp1251", re.compile(r"[а-яё]"), 0.6),
    ("KOI8-R", "koi8-r", re.compile(r"[а-яё]"), 0.6),
    ("Windows-1253", "cp1253", re.compile(r"[α-ωά-ώ]"), 0.6),
    ("Shift JIS", "shift_jis", re.compile(r"[\u3040-\u30ff]"), 0.3),
    ("EUC-JP", "euc_jp", re.compile(r"[\u3040-\u30ff]"), 0.3),
    ("EUC-KR", "euc_kr", re.compile(r"[\uac00-\ud7a3]"), 0.85),
    ("GB 18030", "gb18030", re.compile(r"[\u4e00-\u9fff]"), 0.6),
)
"""An encoding, letters of its script, and the least share of them in what is not ASCII of a text that has it."""
_FILES = (
    (b"{\\rtf", "a rich text file (RTF)", "Save it as DOCX or plain text."),
    (b"\x89PNG", "a picture", "Run it through text recognition, and save that as PDF or text."),
    (b"\xff\xd8\xff", "a picture", "Run it through text recognition, and save that as PDF or text."),
    (b"GIF8", "a picture", "Run it through text recognition, and save that as PDF or text."),
    (b"II*\x00", "a picture", "Run it through text recognition, and save that as PDF or text."),
    (b"\x1f\x8b", "a packed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first."),
    (b"Rar!", "a packed file", "Unpack it first."),
    (b"ID3", "a recording", "Have it transcribed, and save that as text."),
    (b"RIFF", "a recording", "Have it transcribed, and save that as text."),
)
_SAVE = "Save it as UTF-8."
_SAMPLE = 100_000
_MOST_FOREIGN = 0.2
_FEWEST_ZEROS = 0.3
_MOST_STRAY = 0.05
_RAREST_ZEROS = 0.01
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f]")
_STRAY = "loadpath.windows-1252"


@dataclass(frozen=True)
class Decoded:
    """Characters. `warning`: what had to be guessed; '' for nothing."""

    text: str
    warning: str = ""


def characters(content: bytes) -> Decoded:
    """The characters of a text file. UnreadableDocument, with what it looks like, where that is not certain."""
    for opening, what, instead in _FILES:
        if content.startswith(opening):
            raise UnreadableDocument(f"it is {what}, no text", instead)
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if marked:
        return _marked(content, marked)
    if b"\x00" in content:
        return _with_zeros(content)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _western(content, error.start)


def _marked(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding))
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableDocument(f"it begins as {name} and breaks off at byte {error.start}", _SAVE) from None


def _with_zeros(content: bytes) -> Decoded:
    """Text with zero bytes: wide characters without a mark, or UTF-8 with a few bytes that stand for nothing."""
    for encoding, name in _WIDE:
        text = _decoded(content, encoding)
        if text is not None and _is_spaced(content, encoding) and not _CONTROL.search(text) and "\x00" not in text:
            return Decoded(text, f"it has no mark of its encoding; it was read as {name} ({encoding.upper()})")
    if any(_is_spaced(content, encoding) and _reads_as_text(content, encoding) for encoding, _ in _WIDE[:2]):
        raise UnreadableDocument("it looks like UTF-16 without a mark, and is damaged or mixed", _SAVE)
    text, zeros = _decoded(content, "utf-8"), content.count(b"\x00")
    if text is None or _CONTROL.search(text) or zeros > _RAREST_ZEROS * len(content):
        raise UnreadableDocument("it holds binary data, no text", "Save it as PDF, Markdown or plain text.")
    stand = "1 zero byte in it was" if zeros == 1 else f"{zeros} zero bytes in it were"
    return Decoded(text.replace("\x00", ""), f"{stand} left out; check that it was saved whole")


def _is_spaced(content: bytes, encoding: str) -> bool:
    """Whether zeros stand where an encoding of wide characters puts them for letters of Europe, and nowhere else."""
    sample = content[:_SAMPLE]
    width = 2 if "16" in encoding else 4
    low = 0 if encoding.endswith("le") else width - 1
    share = [sample[at::width].count(0) * width / len(sample) for at in range(width)]
    return share[low] <= _MOST_STRAY and all(each >= _FEWEST_ZEROS for at, each in enumerate(share) if at != low)


def _reads_as_text(content: bytes, encoding: str) -> bool:
    """Whether hardly any control character comes out of the beginning."""
    text = content[:_SAMPLE].decode(encoding, "replace")
    return len(_CONTROL.findall(text)) <= _MOST_STRAY * len(text)


def _western(content: bytes, first: int) -> Decoded:
    """Text whose stray bytes are as Windows wrote them in western Europe; what is UTF-8 beside them stays so."""
    text = content.decode("utf-8", _STRAY)
    foreign = sum(not character.isascii() for character in text)
    if "\ufffd" in text or _CONTROL.search(text) or foreign > _MOST_FOREIGN * len(text):
        raise UnreadableDocument(f"it is not UTF-8 at byte {first}{_looks_like(content)}", _SAVE)
    if any(not character.isascii() for character in content.decode("utf-8", "ignore")):
        return Decoded(text, f"it mixes UTF-8 and Windows-1252 (first at byte {first}); each was read as what it is")
    return Decoded(text, f"it is not UTF-8 (first at byte {first}); it was read as Windows-1252")


def _looks_like(content: bytes) -> str:
    """The first encoding whose letters a text would consist of; '' for none."""
    for name, encoding, letters, share in _SCRIPTS:
        text = content[:_SAMPLE].decode(encoding, "replace")
        foreign = sum(not character.isascii() for character in text)
        if len(letters.findall(text)) >= share * foreign and text.count("\ufffd") <= 1:
            return f"; it looks like {name}"
    return ""


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _stray(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 as the character that Windows-1252 has for it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error(_STRAY, _stray)
