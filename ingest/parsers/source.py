"""Bytes of a file, and the characters they stand for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ingest.errors import UnreadableDocument
from ingest.limits import DEFAULT, MEGABYTE, Limits, beyond, megabytes
from ingest.parsers.encodings import Decoded, characters

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n"}


def read_bytes(path: Path, limits: Limits = DEFAULT) -> bytes:
    """The content of a file. Raises UnreadableDocument where there is none to be had."""
    try:
        _check_file(path.stat())
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError:
        raise _nothing_there(path) from None
    except PermissionError:
        raise UnreadableDocument(
            "you have no permission to read it", "Ask its owner, or copy it to a place of yours."
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableDocument(f"it cannot be opened ({_reason(error)})", "Check the path.") from error
    with os.fdopen(file, "rb") as stream:
        status = os.fstat(stream.fileno())
        _check_file(status)
        if status.st_size > limits.file_mb * MEGABYTE:
            raise beyond(f"it has {megabytes(status.st_size)}, more than {limits.file_mb} MB", "file_mb")
        content = stream.read(status.st_size + 1)
    if len(content) > status.st_size:
        raise UnreadableDocument("it grew while it was read", "Try again when it is written.")
    if not content.strip():
        raise UnreadableDocument("it is empty", "Check that it was saved.")
    return content


def check_text_size(content: bytes, limits: Limits) -> None:
    """Refuse a text that is larger than the limit."""
    if len(content) > limits.text_mb * MEGABYTE:
        raise beyond(f"it has {megabytes(len(content))} of text, more than {limits.text_mb} MB", "text_mb")


def decode(content: bytes, limits: Limits = DEFAULT) -> Decoded:
    """The characters of a text file, with line ends as newlines. Raises UnreadableDocument where they are none."""
    check_text_size(content, limits)
    found = characters(content)
    return Decoded(lines_of(found.text), found.warning)


def lines_of(text: str) -> str:
    """A text with newlines for all line ends, and spaces for control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def _check_file(status: os.stat_result) -> None:
    """Refuse what is no file before it is opened: opening a pipe already takes something from whoever writes to it."""
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument("it is a folder", "Name the files in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(
            "it is a pipe, a socket or a device, not a file", "Save its content to a file and name that."
        )


def _nothing_there(path: Path) -> UnreadableDocument:
    if path.is_symlink():
        return UnreadableDocument(
            f"it is a link to '{path.readlink()}', where there is no file",
            "Mend the link, or remove it.",
        )
    return UnreadableDocument("there is no such file", "Check the spelling and the folder.")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else "its name holds a character that no path may hold"
