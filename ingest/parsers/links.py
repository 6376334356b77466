"""Links inside a document: where they lead, and which of them read otherwise than they lead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.document import BlockKind, Link
from ingest.parsers.compose import Composed
from ingest.parsers.draft import Draft, PrintedLink

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3})*(?![\w%]|\.\d)")
_LEADING = re.compile(
    r"\s*(?:(?:[^\W\d]+\s+)?(?P<first>\d{1,3}(?:\.\d{1,3})*)(?=[\s.:)]|$)[.:)]*\s*)?"
    r"(?:[^\W\d]+\s+(?P<second>\d{1,3}(?:\.\d{1,3})*)(?=[\s.:)]|$))?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,6}(?:/\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def links_in(composed: Composed, drafts: Sequence[Draft], printed: Sequence[PrintedLink]) -> tuple[Link, ...]:
    """The links of a document that lead to a heading of it, in the order of the text.

    `printed`: those of which only the page and the words are known; one is placed where the page has its words just as
    often as links that read so, and all of these lead to one heading.
    """
    targets = _targets(drafts)
    inside = (Link(start, end, targets.get(to[1:], "")) for start, end, to in composed.links if to.startswith("#"))
    found = (*(link for link in inside if link.heading), *_placed(composed, printed))
    return tuple(sorted(found, key=lambda link: link.start))


def link_notes(composed: Composed, links: Sequence[Link], printed: Sequence[PrintedLink]) -> tuple[str, ...]:
    """One sentence for each link that reads otherwise than it leads, each once."""
    inside = ((" ".join(composed.text[link.start : link.end].split()), link.heading) for link in links)
    stale = [(label, f"“{heading}”") for label, heading in inside if is_stale(label, heading)]
    stale += [(each.label, f"“{each.heading}”") for each in printed if is_stale(each.label, each.heading)]
    outside = [(composed.text[start:end], to) for start, end, to in composed.links]
    outside += [(each.label, each.address) for each in printed]
    stale += [(label, address) for label, address in outside if _leads_elsewhere(label, address)]
    return tuple(dict.fromkeys(f"a link that reads “{label}” leads to {target}" for label, target in stale))


def is_stale(label: str, heading: str) -> bool:
    """Whether a label names one number, and the heading that it leads to is numbered, but not so."""
    named = _NUMBER.findall(label)
    found = _LEADING.match(heading)
    numbers = {number for number in found.groups() if number} if found else set()
    return len(named) == 1 and bool(numbers) and named[0] not in numbers


def _targets(drafts: Sequence[Draft]) -> Mapping[str, str]:
    """Name of an anchor -> the heading there."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for draft in drafts:
        waiting += draft.anchors
        if draft.said.strip():
            said = " ".join(draft.said.split()) if draft.kind is BlockKind.HEADING else ""
            found.update((name, said) for name in waiting)
            waiting = []
    return found


def _placed(composed: Composed, printed: Sequence[PrintedLink]) -> Iterator[Link]:
    groups: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for link in printed:
        groups[link.page, link.label].append(link.heading)
    ends = (*(mark.offset for mark in composed.pages[1:]), len(composed.text))
    spans = {mark.page: (mark.offset, end) for mark, end in zip(composed.pages, ends, strict=False)}
    for (page, label), headings in groups.items():
        if page in spans and headings[0] and len(set(headings)) == 1:
            words = re.compile(rf"(?<![\w.]){re.escape(label)}(?!\w|\.\d)")
            places = [found.span() for found in words.finditer(composed.text, *spans[page])]
            if len(places) == len(headings):
                yield from (Link(start, end, headings[0]) for start, end in places)


def _leads_elsewhere(label: str, address: str) -> bool:
    """Whether a label is itself an address, and another one than it leads to."""
    return _ADDRESS.fullmatch(label) is not None and "://" in address and _bare(label) != _bare(address)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/.").casefold()
