"""The words inside a paragraph of Word: what stands there once tracked changes are accepted, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ingest.parsers.docx.styles import Styles
from ingest.parsers.docx.tags import attribute, child, is_on, is_read, link_id, name, value
from ingest.parsers.docx.tally import Tally
from ingest.parsers.draft import BREAK, Words
from ingest.parsers.raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?:"(?P<address>[^"]*)")?(?:.*?\\l\s+"(?P<anchor>[^"]+)")?', re.DOTALL)
_FIELD_REFERENCE = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+\"?(?P<anchor>[\w.]+)", re.DOTALL)
_MOST_OPEN = 100
_LONGEST_ANCHOR = 200
_LONGEST_INSTRUCTION = 4_000
_CONTENTS = re.compile(r"\s*TOC\b")
_SIGNS = {"w:tab": " ", "w:br": BREAK, "w:cr": BREAK, "w:noBreakHyphen": "-", "w:ptab": " ", "w:sym": "•"}
_APART = frozenset({"w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delInstrText", "w:object", "w:ruby"})
_HANGING = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote", "w:commentReference": "comment"}


@dataclass
class Field:
    """A field of Word, such as a cross-reference: its instruction, where it leads, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False
    link: str = ""


@dataclass
class Running:
    """What goes on from paragraph to paragraph: open fields, and the words that comments hang on."""

    fields: list[Field] = field(default_factory=list)
    open_comments: dict[str, list[str]] = field(default_factory=dict)
    commented: dict[str, str] = field(default_factory=dict)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is being shown."""
        return any(_CONTENTS.match(each.instruction) for each in self.fields)


@dataclass
class Inline:
    """A paragraph's words, and what hangs on it: notes and comments as (sort, id), text boxes, names of anchors."""

    words: list[Words] = field(default_factory=list)
    hanging: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)


class InlineReader:
    """Reads paragraphs one after the other."""

    def __init__(self, styles: Styles, addresses: Mapping[str, tuple[str, str]], tally: Tally) -> None:
        """`addresses`: the relationships of the part that the paragraphs stand in."""
        self.styles = styles
        self.addresses = addresses
        self.tally = tally
        self.running = Running()

    def read(self, paragraph: _Element) -> Inline:
        """The words of one paragraph."""
        return _Paragraph(self, paragraph).read()


@dataclass
class _Run:
    """How the run that is being read is set."""

    bold: bool = False
    raised: bool = False


class _Paragraph:
    """One paragraph while it is read."""

    def __init__(self, reader: InlineReader, element: _Element) -> None:
        self.reader = reader
        self.element = element
        self.found = Inline()
        self.bold = reader.styles.bold(value(element, "w:pPr", "w:pStyle"))
        self.run = _Run()
        self.links: list[str] = []

    def read(self) -> Inline:
        walk = etree.iterwalk(self.element, events=("start", "end"))
        for event, element in walk:
            if element is self.element:
                continue
            if event == "end":
                self._leave(name(element))
            elif not self._enter(name(element), element):
                walk.skip_subtree()
        return self.found

    def _enter(self, tag: str, element: _Element) -> bool:
        """Take in what begins here; whether what is inside is to be read too."""
        match tag:
            case "w:t" | "m:t":
                self._say(element.text or "")
            case "w:r":
                return self._enter_run(element)
            case "w:ins" | "w:moveTo":
                self.reader.tally.insertion(attribute(element, "author") or "")
            case "w:del" | "w:moveFrom":
                self._delete(tag, element)
                return False
            case "w:hyperlink":
                self.links.append(self._address(element))
            case "w:fldSimple":
                self.links.append(link_of((attribute(element, "instr") or "")[:_LONGEST_INSTRUCTION]))
            case "w:fldChar":
                self._turn_field(attribute(element, "fldCharType") or "")
            case "w:instrText":
                self._instruct(element)
            case "w:txbxContent":
                self.found.boxes.append(element)
                return False
            case "mc:Choice" | "mc:Fallback":
                return is_read(element)
            case _:
                self._take(tag, element)
        return tag not in _APART

    def _take(self, tag: str, element: _Element) -> None:
        """Signs that stand for characters, and places that others hang on."""
        id_ = attribute(element, "id") or ""
        if tag in _SIGNS:
            self._say(_SIGNS[tag])
        elif tag in _HANGING:
            self.found.hanging.append((_HANGING[tag], id_))
        elif tag == "wp:docPr":
            self._drawn(element)
        elif tag in {"w:object", "w:control"}:
            self.reader.tally.embedded += 1
        elif tag == "w:bookmarkStart":
            self.found.anchors.append(attribute(element, "name") or "")
        elif tag == "w:commentRangeStart":
            if len(self.reader.running.open_comments) < _MOST_OPEN:
                self.reader.running.open_comments[id_] = []
        elif tag == "w:commentRangeEnd":
            words = self.reader.running.open_comments.pop(id_, [])
            self.reader.running.commented[id_] = "".join(words)

    def _drawn(self, element: _Element) -> None:
        """Count a picture or chart, by what it is called; a text box, which is drawn too, is read."""
        holder = element.getparent()
        if child(holder, "wp:docPr") is not element or holder is None:
            return
        if not any(name(each) == "w:txbxContent" for each in holder.iter()):
            self.reader.tally.pictures.append(" ".join((element.get("descr") or element.get("title") or "").split()))

    def _leave(self, tag: str) -> None:
        if tag in {"w:hyperlink", "w:fldSimple"} and self.links:
            self.links.pop()
        elif tag == "w:r":
            self.run = _Run()

    def _enter_run(self, element: _Element) -> bool:
        setting = child(element, "w:rPr")
        style = value(setting, "w:rStyle")
        own = is_on(setting, "w:b")
        self.run = _Run(
            bold=own if own is not None else self.bold or bool(style and self.reader.styles.bold(style)),
            raised=value(setting, "w:vertAlign") == "superscript",
        )
        hidden = is_on(setting, "w:vanish")
        if hidden or (hidden is None and style and self.reader.styles.hidden(style)):
            self.reader.tally.hidden += bool(spoken(element).strip())
            return child(element, "w:fldChar") is not None
        if is_on(setting, "w:strike") or is_on(setting, "w:dstrike"):
            self.reader.tally.struck.append(spoken(element))
            return False
        return True

    def _say(self, text: str) -> None:
        if any(not each.shown for each in self.reader.running.fields):
            return
        shown = raised(text) if self.run.raised else text
        fields = (each.link for each in self.reader.running.fields)
        link = next((each for each in (*reversed(self.links), *fields) if each), "")
        self.found.words.append(Words(shown, self.run.bold, link=link))
        for words in self.reader.running.open_comments.values():
            if len(words) < _LONGEST_ANCHOR:
                words.append(shown[:_LONGEST_ANCHOR])

    def _delete(self, tag: str, element: _Element) -> None:
        words = spoken(element)
        if tag == "w:del" and words.strip():
            self.reader.tally.deletion(attribute(element, "author") or "", words)

    def _turn_field(self, turn: str) -> None:
        fields = self.reader.running.fields
        if turn == "begin":
            if len(fields) == _MOST_OPEN:
                fields.clear()
            fields.append(Field())
        elif turn == "separate" and fields:
            fields[-1].shown = True
            fields[-1].link = link_of(fields[-1].instruction)
        elif turn == "end" and fields:
            fields.pop()

    def _instruct(self, element: _Element) -> None:
        fields = self.reader.running.fields
        if fields and not fields[-1].shown and len(fields[-1].instruction) < _LONGEST_INSTRUCTION:
            fields[-1].instruction += element.text or ""

    def _address(self, element: _Element) -> str:
        anchor = attribute(element, "anchor")
        kind, target = self.reader.addresses.get(link_id(element) or "", ("", ""))
        if target and kind == "hyperlink":
            return f"{target}#{anchor}" if anchor else target
        return f"#{anchor}" if anchor else ""


def link_of(instruction: str) -> str:
    """Where a field leads: an address, '#' and an anchor, or '' for a field that leads nowhere."""
    found = _FIELD_LINK.match(instruction)
    if found:
        anchor = f"#{found['anchor']}" if found["anchor"] else ""
        return (found["address"] or "") + anchor
    reference = _FIELD_REFERENCE.match(instruction)
    return f"#{reference['anchor']}" if reference else ""


def spoken(element: _Element) -> str:
    """All characters inside an element, deleted ones too."""
    return "".join(_texts(element))


def _texts(element: _Element) -> Iterator[str]:
    for each in element.iter():
        if name(each) in {"w:t", "w:delText"}:
            yield each.text or ""
