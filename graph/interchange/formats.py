"""The formats of other people's graphs: which one a file is in, and what files of it say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import assert_never

from pydantic_core import from_json

from graph.errors import IllegalCase
from graph.interchange.gsn import is_gsn, read_gsn
from graph.interchange.openpsa import read_openpsa
from graph.interchange.oscal import MODELS, is_oscal_xml, read_oscal, refusal_of_xml
from graph.interchange.reading import Reading
from graph.interchange.source import SourceFile
from graph.interchange.tea import read_tea


class Format(StrEnum):
    """A format in which graphs travel; `json` is Loadpath's own."""

    JSON = "json"
    GSN = "gsn"
    TEA = "tea"
    OSCAL = "oscal"
    OPENPSA = "openpsa"


_BY_KEY: Mapping[str, Format] = {"tree": Format.TEA, "goals": Format.TEA, **dict.fromkeys(MODELS, Format.OSCAL)}


def format_of(path: str, content: bytes) -> Format:
    """The format that a file is in, by what it holds. IllegalCase where it is in none that is known.

    What looks like JSON and is none is taken for a case of our own, whose reader says where its fault is.
    """
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start in {b"{", b"["}:
        return _format_of_json(content.removeprefix(b"\xef\xbb\xbf"))
    text = SourceFile.of(path, content).text
    if "<opsa-mef" in text:
        return Format.OPENPSA
    if is_oscal_xml(text):
        raise refusal_of_xml(SourceFile.of(path, content))
    if re.search(rf"^['\"]?(?:{'|'.join(MODELS)})['\"]?\s*:", text, re.MULTILINE):
        return Format.OSCAL
    if is_gsn(text):
        return Format.GSN
    raise IllegalCase(
        f"'{path}' is in no format that is known", f"Name its format by --format: {', '.join(map(str, Format))}."
    )


def _format_of_json(content: bytes) -> Format:
    try:
        found = from_json(content)
    except ValueError:
        return Format.JSON
    keys = found if isinstance(found, dict) else {}
    return next((format_ for key, format_ in _BY_KEY.items() if key in keys), Format.JSON)


def read_files(files: Sequence[SourceFile], format_: Format) -> Reading:
    """What files of one format say together. IllegalCase names the file and line that cannot be read."""
    match format_:
        case Format.GSN:
            return read_gsn(files)
        case Format.TEA:
            return read_tea(_only(files))
        case Format.OSCAL:
            return read_oscal(files)
        case Format.OPENPSA:
            return read_openpsa(_only(files))
        case Format.JSON:
            raise IllegalCase("a case of Loadpath's own is no other program's graph", "Import it with --format json.")
        case other:
            assert_never(other)


def _only(files: Sequence[SourceFile]) -> SourceFile:
    if len(files) > 1:
        raise IllegalCase(
            f"{len(files)} files at once, in a format whose files stand alone",
            "Import one after the other; goal structures and OSCAL files may come together.",
        )
    return files[0]
