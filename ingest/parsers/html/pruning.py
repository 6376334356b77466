"""What of a web page is no part of its text: programs, forms, hidden words, and the frame that every page of a site has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ingest.parsers.html.style_sheets import StyleSheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "map",
        "head",
        "annotation",
        "annotation-xml",
    ]
)
_FRAME_ROLES = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "search": "search form",
    "menu": "navigation",
    "menubar": "navigation",
}
_SECTIONS = frozenset({"article", "main", "section"})
_STRUCK = frozenset({"del", "s", "strike"})
_PICTURES = frozenset({"img", "svg", "canvas"})
_SIGN = re.compile(r"\bemo(?:ticon|ji)\b", re.IGNORECASE)
_LONGEST = 160


@dataclass
class Pruned:
    """What of a page is not read: the elements themselves, and what is told of them."""

    skipped: set[_Element] = field(default_factory=set)
    frame: Counter[str] = field(default_factory=Counter)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def notes(self) -> Iterator[str]:
        """One sentence a finding."""
        if self.frame:
            parts = ", ".join(f"{name} ({words} word{'' if words == 1 else 's'})" for name, words in self.frame.items())
            yield f"left out as the frame of the page: {parts}"
        yield from (f"hidden, and left out: “{words}”" for words in self.hidden if words)
        yield from (f"struck through, and left out: “{words}”" for words in self.struck if words)
        if self.pictures:
            one, said = len(self.pictures) == 1, [words for words in self.pictures if words]
            called = f", called {', '.join(f'“{words}”' for words in said)}" if said else ""
            yield f"{len(self.pictures)} {'picture is' if one else 'pictures are'} not read{called}"


def prune(root: _Element, styles: StyleSheet) -> Pruned:
    """What of a page is no part of its text; where only the frame has words, it is the text."""
    pruned = Pruned()
    frames: list[tuple[_Element, str]] = []
    title = next(root.iter("h1"), None)
    titled = set() if title is None else set(title.iterancestors())
    sections = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            sections -= element.tag in _SECTIONS
            continue
        sections += element.tag in _SECTIONS
        sort = "" if element in titled else _frame(element, inside=sections > 0)
        if sort:
            frames.append((element, sort))
        elif not _skip(pruned, element, styles):
            continue
        walk.skip_subtree()
    words = [len(_said(element).split()) for element, _ in frames]
    if len(_said(root, pruned.skipped).split()) > sum(words):
        pruned.skipped.update(element for element, _ in frames)
        for (_, sort), count in zip(frames, words, strict=True):
            pruned.frame[sort] += count
    return pruned


def _skip(pruned: Pruned, element: _Element, styles: StyleSheet) -> bool:
    """Note an element that is not shown as text; False for any other."""
    if element.tag in _STRUCK:
        pruned.struck.append(_short(_said(element)))
    elif _is_hidden(element, styles):
        pruned.hidden.append(_short(_said(element)))
    elif element.tag in _PICTURES and not is_sign(element):
        pruned.pictures.append(_short(element.get("alt") or _said(element, seen=True)))
    elif element.tag not in _UNSEEN:
        return False
    pruned.skipped.add(element)
    return True


def _frame(element: _Element, *, inside: bool) -> str:
    """What part of the page's frame an element is; '' for a part of the text. `inside`: of an article or section."""
    role = _FRAME_ROLES.get((element.get("role") or "").strip().lower(), "")
    if role or element.tag == "nav":
        return role or "navigation"
    return f"page {element.tag}" if element.tag in {"header", "footer"} and not inside else ""


def is_sign(element: _Element) -> bool:
    """Whether a picture stands for a character of the text, such as a tick."""
    return element.tag == "img" and _SIGN.search(element.get("class") or "") is not None


def _is_hidden(element: _Element, styles: StyleSheet) -> bool:
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").strip().lower() == "true"
        or styles.hides(element)
    )


def _said(element: _Element, skipped: Collection[_Element] = (), *, seen: bool = False) -> str:
    """All words inside an element, but for those of skipped ones; `seen`: even where it is shown as no text."""
    found: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if event == "end":
            found.append((each.tail or "") if each is not element else "")
        elif each in skipped or (each.tag in _UNSEEN and not seen):
            walk.skip_subtree()
        else:
            found.append(each.text or "")
    return " ".join(found)


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _LONGEST else said[:_LONGEST] + " …"


def parse_page(text: str) -> tuple[_Element | None, bool]:
    """The root of a page, None for one without any tags, and whether all of it was read: not if it nests too deep."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, not any("depth" in entry.message for entry in parser.error_log)
