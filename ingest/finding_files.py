"""Which files a run reads: those that are named, and everything in the folders that are named. Nothing is opened here.

What lies in a folder and cannot be read, be it a folder without permission, a link that leads nowhere or a pipe, is found
as well: whoever reads the folder is told of it, rather than left to believe that all of it was read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.work import Failure

_SETTINGS, _STORE = "loadpath.toml", "loadpath.db"


@dataclass(frozen=True)
class FoundFile:
    """A file to read, or, with a `failure`, what stands in the place of one and cannot be read."""

    path: Path
    failure: Failure | None = None


def find_files(paths: Iterable[Path]) -> tuple[FoundFile, ...]:
    """Every file once, in the order of their paths; of a folder all that is in it and its folders, but for hidden ones.

    A folder that holds nothing, one that cannot be listed and a link to one that lies elsewhere are found as failures, and
    so is a name that is no text.
    """
    found: dict[str, FoundFile] = {}
    walk = _Walk()
    for path in paths:
        for file in walk.through(path) if is_folder(path) else (FoundFile(path),):
            found.setdefault(_place(file.path), file)
    for link in walk.links:
        if (target := _place(link)) not in walk.folders:
            found.setdefault(target, FoundFile(link, _folder_elsewhere(link, target)))
    return tuple(_legible(file) for file in sorted(found.values(), key=lambda file: file.path))


def is_folder(path: Path) -> bool:
    """Is there a folder of that name, as far as this user can see?"""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Is there a file of that name, as far as this user can see?"""
    try:
        return path.is_file()
    except OSError:
        return False


def shown(path: Path) -> str:
    """A path as it can be written down, with marks for the bytes that are no text."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


@dataclass
class _Walk:
    """The folders that were gone through, by their places, and the links to folders that were met there."""

    folders: set[str] = field(default_factory=set)
    links: list[Path] = field(default_factory=list)

    def through(self, folder: Path) -> tuple[FoundFile, ...]:
        """What a folder holds, and the folders in it."""
        left, held = [folder], list[FoundFile]()
        while left:
            here = left.pop()
            self.folders.add(_place(here))
            try:
                with os.scandir(here) as entries:
                    listed = [entry for entry in entries if not entry.name.startswith(".")]
            except OSError as error:
                held.append(FoundFile(here, _closed_folder(here, error)))
                continue
            folders = frozenset(entry.name for entry in listed if _is_own_folder(entry))
            left.extend(here / name for name in folders)
            held.extend(self._files(here, [entry.name for entry in listed if entry.name not in folders]))
        return tuple(held) or (FoundFile(folder, _bare_folder(folder)),)

    def _files(self, folder: Path, names: list[str]) -> Iterator[FoundFile]:
        for path in (folder / name for name in names if not _is_ours(name)):
            if is_folder(path):
                self.links.append(path)
            else:
                yield FoundFile(path)


def _is_ours(name: str) -> bool:
    """Is it Loadpath's own: its store with the files beside it, its settings?"""
    return name == _SETTINGS or name.startswith(_STORE)


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    """Is it a folder, and no link to one?"""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _place(path: Path) -> str:
    """Where a path leads, through all links: one place, however it is called. A link that leads nowhere is its own place."""
    try:
        if is_file(path) or is_folder(path):
            return os.path.realpath(path)
        return str(Path(os.path.realpath(path.parent)) / path.name)
    except (OSError, ValueError):
        return str(path)


def _bare_folder(folder: Path) -> Failure:
    return Failure(f"there is no file in '{shown(folder)}'", "Name a file, or a folder that holds some.")


def _closed_folder(folder: Path, error: OSError) -> Failure:
    if isinstance(error, PermissionError):
        return Failure(
            f"cannot list the folder '{shown(folder)}': you have no permission to",
            "Ask its owner, or copy it to a place of yours; what it holds was not read.",
        )
    why = error.strerror or type(error).__name__
    return Failure(f"cannot list the folder '{shown(folder)}': {why}", "Check the path; what it holds was not read.")


def _folder_elsewhere(link: Path, target: str) -> Failure:
    return Failure(
        f"'{shown(link)}' is a link to the folder '{shown(Path(target))}', which lies outside of what is read",
        "Name that folder as well, if it belongs to the case.",
    )


def _legible(found: FoundFile) -> FoundFile:
    """A file as it was found, or as a failure where its name cannot be written down."""
    if all(letter < "\ud800" or letter > "\udfff" for letter in str(found.path)):
        return found
    odd = f"the name of '{shown(found.path)}' is no text"
    return FoundFile(found.path, Failure(odd, "Give it a name in letters, in UTF-8, and read it again."))
