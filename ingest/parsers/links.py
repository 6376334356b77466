"""Links whose words and target differ: a number that is out of date, an address that leads somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ingest.document import BlockKind
from ingest.parsers.draft import Draft

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3})*(?![\w%]|\.\d)")
_LEADING = re.compile(r"\s*(?:[^\W\d]+\s+)?(?P<number>\d{1,3}(?:\.\d{1,3})*)(?=[\s.:)]|$)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,6}(?:/\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def link_notes(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """One sentence for each link that reads otherwise than it leads, each once."""
    targets = _targets(drafts)
    return tuple(dict.fromkeys(note for draft in drafts for note in _notes(draft, targets)))


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


def _notes(draft: Draft, targets: Mapping[str, str]) -> Iterator[str]:
    for part in (draft.words, *draft.cells):
        for link, words in groupby(part, key=lambda each: each.link):
            label = " ".join("".join(each.text for each in words).split())
            if link.startswith("#"):
                heading = targets.get(link[1:], "")
                if heading and is_stale(label, heading):
                    yield told(label, f"“{heading}”")
            elif link and leads_elsewhere(label, link):
                yield told(label, link)


def is_stale(label: str, heading: str) -> bool:
    """Whether a label names one number, and the heading that it leads to begins with another."""
    named, leading = _NUMBER.findall(label), _LEADING.match(heading)
    return len(named) == 1 and leading is not None and named[0] != leading["number"]


def leads_elsewhere(label: str, address: str) -> bool:
    """Whether a label is itself an address, and another one than it leads to."""
    return _ADDRESS.fullmatch(label) is not None and "://" in address and _bare(label) != _bare(address)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/.").casefold()


def told(label: str, target: str) -> str:
    """What is said of a link whose words differ from where it leads."""
    return f"a link that reads “{label}” leads to {target}"
