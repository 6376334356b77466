"""A file that a graph is read from: its exact text, and where in it something stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath

from graph.errors import IllegalCase

LARGEST = 16 * 2**20
"""How many bytes a file may have whose every node is cited."""
DEEPEST = 200
"""How deep the values of a file may nest."""
MOST_VALUES = 300_000
"""How many values or elements a file may hold."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class SourceFile:
    """A file by its path, with its characters; line ends are newlines, as in every document."""

    path: str
    text: str
    sha256: str

    @classmethod
    def of(cls, path: str, content: bytes) -> SourceFile:
        """The file with this content. IllegalCase where it is too large or no text."""
        if len(content) > LARGEST:
            raise IllegalCase(
                f"'{path}' has {len(content) / 2**20:.0f} MB, more than {LARGEST / 2**20:.0f} MB",
                "Split it into files of its own parts.",
            )
        encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            raise IllegalCase(
                f"'{path}' is not {encoding.upper()} at byte {error.start}", "Save it as UTF-8 and import it again."
            ) from None
        if "\x00" in text:
            line = text[: text.index("\x00")].count("\n") + 1
            raise IllegalCase(f"'{path}', line {line}: a NUL character", "Save it as text in UTF-8.")
        return cls(path, text.replace("\r\n", "\n").replace("\r", "\n"), sha256(content).hexdigest())

    @property
    def title(self) -> str:
        """The name of the file without its folder."""
        return PurePath(self.path).name or self.path

    def line_at(self, offset: int) -> int:
        """The line of a character, from 1."""
        return bisect_right(self._line_starts, offset)

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a character by its line (from 1) and column (from 0)."""
        return self._line_starts[min(line, len(self._line_starts)) - 1] + column

    def malformed(self, offset: int, fault: str, hint: str) -> IllegalCase:
        """The error that says what is wrong with the file, and on which line."""
        return IllegalCase(f"'{self.path}', line {self.line_at(offset)}: {fault}", hint)

    def too_deep(self, offset: int) -> IllegalCase:
        """The error for values that nest deeper than `DEEPEST`."""
        return self.malformed(offset, f"values nest deeper than {DEEPEST}", "Flatten the file and import it again.")

    def too_many(self, offset: int) -> IllegalCase:
        """The error for more than `MOST_VALUES` values."""
        return self.malformed(
            offset, f"more than {MOST_VALUES:,} values up to here", "Split it into files of its parts."
        )

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(place + 1 for place, character in enumerate(self.text) if character == "\n"))


@dataclass(frozen=True)
class Place:
    """Characters `start` to `end` of a file; `section`: what encloses them, in the file's own names."""

    file: SourceFile
    start: int
    end: int
    section: str | None = None

    @property
    def line(self) -> int:
        """The line on which it starts, from 1."""
        return self.file.line_at(self.start)
