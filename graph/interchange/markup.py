"""The elements of an XML file, each with the characters that write it. Declarations of types and entities are refused.

Nothing is fetched: a file that names another one is read without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from graph.interchange.source import DEEPEST, MOST_VALUES, Place, SourceFile

_OPENING = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_VALID = "Correct the file; an XML editor marks the place."


@dataclass(frozen=True)
class Tag:
    """An XML element with what is in it; `text`: its own characters.

    `place` reaches from its opening to its end, and `opened` is where its opening ends.
    """

    name: str
    attributes: Mapping[str, str]
    place: Place
    opened: int
    children: tuple[Tag, ...] = ()
    text: str = ""

    @property
    def called(self) -> str:
        """Its `name` attribute; '' where it has none."""
        return self.attributes.get("name", "").strip()

    def child(self, name: str) -> Tag | None:
        """The first element of this name directly in it."""
        return next(self.every(name), None)

    def every(self, name: str) -> Iterator[Tag]:
        """The elements of this name directly in it."""
        return (child for child in self.children if child.name == name)


@dataclass
class _Open:
    """An element whose end has not come yet."""

    name: str
    attributes: Mapping[str, str]
    start: int
    children: list[Tag] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Handler(ContentHandler):
    """Puts elements together as they end, without recursion."""

    def __init__(self, file: SourceFile, parser: DefusedExpatParser) -> None:
        super().__init__()
        self.file = file
        self.parser = parser
        self.open: list[_Open] = []
        self.root: Tag | None = None
        self.count = 0

    @property
    def offset(self) -> int:
        return self.file.offset_of(self.parser.getLineNumber() or 1, self.parser.getColumnNumber() or 0)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  named by the standard library
        self.count += 1
        if self.count > MOST_VALUES:
            raise self.file.too_many(self.offset)
        if len(self.open) == DEEPEST:
            raise self.file.too_deep(self.offset)
        self.open.append(_Open(name.rpartition(":")[2], dict(attrs.items()), self.offset))

    def characters(self, content: str) -> None:
        self.open[-1].text.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802  named by the standard library
        done = self.open.pop()
        text, offset = self.file.text, self.offset
        is_empty = not done.children and not done.text and text[offset - 2 : offset] == "/>"
        end = offset if is_empty else text.index(">", offset) + 1
        opening = _OPENING.match(text, done.start)
        tag = Tag(
            done.name,
            done.attributes,
            Place(self.file, done.start, end),
            opening.end() if opening else end,
            tuple(done.children),
            "".join(done.text).strip(),
        )
        if self.open:
            self.open[-1].children.append(tag)
        else:
            self.root = tag


def xml_tree(file: SourceFile) -> Tag:
    """The root element of an XML file. IllegalCase says on which line it is none."""
    parser = DefusedExpatParser(forbid_dtd=True)
    handler = _Handler(file, parser)
    parser.setContentHandler(handler)
    try:
        parser.feed(file.text)
        parser.close()
    except SAXParseException as error:
        offset = file.offset_of(error.getLineNumber() or 1, error.getColumnNumber() or 0)
        raise file.malformed(offset, f"it is not XML: {error.getMessage()}", _VALID) from error
    except DefusedXmlException as error:
        fault = "a declaration of a document type or an entity"
        raise file.malformed(handler.offset, fault, "Take it out; nothing in a graph needs one.") from error
    if handler.root is None:
        raise file.malformed(0, "it is not XML: there is no element in it", _VALID)
    return handler.root
