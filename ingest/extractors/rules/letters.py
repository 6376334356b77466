"""Letters: who signs one, whom it addresses, and what of its head is a name.

"Dear Mr Osei, … Yours sincerely, Ada Lund": she speaks, he is spoken to, and "Ada Lund Consulting reviewer" is her name with her work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.sightings import Sighting

_NAME = r"[A-Z][\w’'-]*(?:[^\S\n]+(?:(?:de|van|von|der|la|al)\s+)*[A-Z][\w.’'-]*){1,3}"
_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)"
CLOSING = Cue(
    r"^(?:(?:yours|very)\s+(?:\w+\s+)?(?:sincerely|faithfully|truly)|sincerely(?:\s+yours)?|(?:with\s+)?(?:kind|best|warm)\s+(?:regards|wishes)|respectfully(?:\s+yours)?)\b[,.]?\s*",
    re.IGNORECASE,
)
_SIGNATURE = Cue(rf"{_TITLE}?(?P<name>{_NAME})(?=\s*(?:$|[,\n]))")
_DEAR = Cue(rf"^Dear\s+{_TITLE}?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,2}}),?\s*$")
_HEAD = 6  # units that may stand before the first sentence of a letter
_SHORT = 120


@dataclass(frozen=True)
class Letter:
    """Who writes and to whom: full names, and where the text says them; None where it does not."""

    writer: tuple[str, Sentence] | None
    reader: tuple[str, Sentence] | None


def letter(outline: Outline) -> Letter:
    """The letter that the document is; both None in any other document."""
    address = next(((unit, found) for unit in outline.units[:_HEAD] if (found := _DEAR.match(unit.text))), None)
    if address is None:
        return Letter(None, None)
    unit, found = address
    return Letter(_writer(outline), _reader(outline.units[: unit.index], found["name"]))


def correspondents(outline: Outline) -> tuple[Thing, ...]:
    """Both as persons, with the surname by which the letter calls them."""
    said = letter(outline)
    kind = ElementKind.PERSON
    return tuple(Thing(thing_key(kind, each[0]), kind, *each) for each in (said.writer, said.reader) if each)


def without_head_lines(outline: Outline, seen: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The names seen, without the words that follow a correspondent's name on the next line of the letter's head."""
    said = letter(outline)
    names = [each[0] for each in (said.writer, said.reader) if each]
    return tuple(_cut(each, names) for each in seen)


def _cut(seen: Sighting, names: Iterable[str]) -> Sighting:
    whole = next((name for name in names if seen.name.startswith(f"{name} ")), None)
    if whole is None or seen.sentence.unit >= _HEAD:
        return seen
    return replace(seen, name=whole, end=seen.start + len(whole))


def _writer(outline: Outline) -> tuple[str, Sentence] | None:
    """The name right behind the closing words, in the same paragraph or the next."""
    for unit in outline.units:
        closing = CLOSING.match(unit.text) if unit.kind is BlockKind.PARAGRAPH and len(unit.text) < _SHORT else None
        if closing is None:
            continue
        after = outline.units[unit.index + 1 : unit.index + 2]
        below = unit.text[closing.end() :] or (after[0].text if after else "")
        place = unit if unit.text[closing.end() :] else after[0] if after else unit
        signed = _SIGNATURE.match(below)
        if signed and looks_like_person(signed["name"]) and place.sentences:
            return " ".join(signed["name"].split()), place.sentences[0]
    return None


def _reader(head: Iterable[Unit], called: str) -> tuple[str, Sentence] | None:
    """The full name in the head whose surname the letter addresses."""
    return next(_full(head, called), None)


def _full(head: Iterable[Unit], called: str) -> Iterator[tuple[str, Sentence]]:
    surname = called.rsplit(maxsplit=1)[-1]
    pattern = Cue(rf"(?:^|[\s,]){_TITLE}?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w.’'-]*){{0,2}}\s+{re.escape(surname)})\b")
    for unit in head:
        found = pattern.search(unit.text)
        if found and unit.sentences:
            name = re.sub(rf"^{_TITLE}", "", found["name"])
            if looks_like_person(name):
                yield name, unit.sentences[0]
