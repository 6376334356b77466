"""Zip files of XML, as office programs save them: parts are unpacked within limits, and their XML is read as data only.

Nothing that a part names outside the file is fetched, no entity is expanded, and no other part is unpacked.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from ingest.errors import UnreadableDocument
from ingest.limits import MEGABYTE, Limits, beyond

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENCRYPTED = 1
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What `zipfile` raises at bytes that are no zip file, cut off, damaged, or packed in a way that it does not know."""
_BROKEN = UnreadableDocument("it is a broken or cut off zip file", "Save or fetch it again.")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Archive:
    """The parts of a zip file by name. `unpacked` counts the bytes that were unpacked so far."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Open it; UnreadableDocument where it is broken or encrypted."""
        try:
            self._file = zipfile.ZipFile(BytesIO(content))
        except _DAMAGED as error:
            raise _BROKEN from error
        self.limits = limits
        self.unpacked = 0
        self.names = {info.filename.lstrip("/").lower(): info for info in self._file.infolist()}
        if any(info.flag_bits & _ENCRYPTED for info in self.names.values()):
            raise UnreadableDocument("it is encrypted and asks for a password", "Save a copy without a password.")

    def part(self, name: str) -> bytes | None:
        """The content of a part; None where there is none of this name."""
        info = self.names.get(name.lstrip("/").lower())
        if info is None:
            return None
        self._count(info.file_size)
        try:
            return self._file.read(info)
        except _DAMAGED as error:
            raise _BROKEN from error

    def xml(self, name: str) -> _Element | None:
        """The root of a part of XML; None where there is no such part."""
        content = self.part(name)
        return None if content is None else read_xml(content, self.limits)

    def targets(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Where the relationships of a part lead: id -> (kind, name of the part or outside address)."""
        folder, base = posixpath.split(name)
        root = self.xml(f"{folder}/_rels/{base}.rels")
        found = {}
        for each in root.iter(_RELATIONSHIP) if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def _count(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.unpacked_mb * MEGABYTE:
            raise beyond(f"unpacked it has more than {self.limits.unpacked_mb} MB", "unpacked_mb")


def check_xml(content: bytes, limits: Limits) -> None:
    """Refuse an XML text that declares entities or has more tags than the limit."""
    if _DECLARES.search(content.replace(b"\x00", b"")[:4096]) or b"<!ENTITY" in content:
        raise UnreadableDocument("its XML declares entities of its own", "Save it again from an office program.")
    if content.count(b"<") > 2 * limits.tags:
        raise beyond(f"it has more than {limits.tags} tags", "tags")


def read_xml(content: bytes, limits: Limits) -> _Element:
    """The root of an XML text. UnreadableDocument where it is broken, too large, too deep or declares entities."""
    check_xml(content, limits)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise UnreadableDocument(
                "its parts nest deeper than any program writes them", "Save it again from an office program."
            ) from error
        raise UnreadableDocument("its XML is broken", "Open it in an office program and save it again.") from error
