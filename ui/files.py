"""Files that commands are given: read within a limit, written whole or not at all, with errors that name them."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from graph.errors import LoadpathError


class UnusableFile(LoadpathError):
    """A file that a command was given cannot be read or written, or is not what it should be."""


def content(path: Path, limit_bytes: int) -> bytes:
    """The bytes of a file; UnusableFile where it cannot be read or has more than `limit_bytes`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "is a folder" if stat.S_ISDIR(status.st_mode) else "is a pipe, a socket or a device, not a file"
            raise UnusableFile(f"cannot read '{path}': it {what}", "Name a file.")
        size = status.st_size
        if size > limit_bytes:
            raise UnusableFile(
                f"'{path}' has {size / 2**20:.0f} MB, more than {limit_bytes / 2**20:.0f} MB",
                "Give a smaller file; the texts of documents may be left out of a case.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnusableFile(f"cannot read '{path}': {_reason(error)}", "Name a file that you may read.") from error


def named(text: str) -> Path:
    """The path that an argument names; UnusableFile where it is empty, which would mean the current folder."""
    if not text.strip():
        raise UnusableFile("the name of a file is empty", "Name a file; '.' is the current folder.")
    return Path(text)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or as it was; UnusableFile says what is in the way.

    What a link leads to is written, and the link stays. A device or a pipe takes the text as it comes.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8")
            return
        path = path.resolve()
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise UnusableFile(
            f"cannot write '{path}': {_reason(error)}", "Name a file in a folder that you may write to."
        ) from error


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
