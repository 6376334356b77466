"""Speaker turns: which paragraphs of a drafted text are somebody's words, whose, and when they were said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import BlockKind
from ingest.limits import DEFAULT, Limits, bounded
from ingest.parsers.draft import BREAK, Draft, Words
from ingest.parsers.openers import Opener, opener
from ingest.parsers.questions import interviewee

FEWEST_TURNS = 3
_INITIALLED = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}) \((?P<short>[A-Z]{2,4})\)")
_ANSWERS = re.compile(r"A|Answer|Interviewee|Respondent|Guest|Subject|Speaker 2", re.IGNORECASE)
_LABEL = re.compile(rf"Q|Question|Interviewer|Host|Speaker \w{{1,2}}|{_ANSWERS.pattern}", re.IGNORECASE)
_ROLE_NAME = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,2})(?=,|$)")
_LINE_END = re.compile(rf"(?<!^)(?=[\n{BREAK}])")
_FIELDS = re.compile(
    r"(?:notes?|status|owner|date|time|place|location|subject|title|version|authors?|attendees|present|apologies"
    r"|participants|actions?|decisions?|agenda|topics?|summary|context|background|conclusions?|results?|findings?|risk"
    r"|severity|likelihood|impact|rationale|recommendations?|evidence|assumptions?|claims?|controls?|response|scope"
    r"|purpose|sources?|references?|threat|limitations?|examples?|warning|important|definitions?|appendix|mitigations?"
    r"|monitors?|pathways?|steps?|phase|option|tier|level|stage|section|table|figure|part|items?|re|from|to|cc|next"
    r"|factors?|arguments?|reasons?|barriers?|safeguards?|scenarios?|hazards?|strength|weight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Line:
    """A line that may open a turn, and the words of the block from there to the next such line."""

    opener: Opener | None
    words: tuple[Words, ...]


def with_turns(drafts: Sequence[Draft], limits: Limits = DEFAULT) -> tuple[Draft, ...]:
    """The same blocks with the turns of speakers in them; a text in which nobody takes turns stays as it is.

    UnreadableDocument where they take more turns than the limit of blocks.
    """
    split = [tuple(_lines(draft)) if draft.kind in _SPOKEN else _timed_item(draft) for draft in drafts]
    openers = tuple(line.opener for lines in split for line in lines if line.opener)
    full_names = _full_names(drafts)
    names = _speakers(openers, full_names)
    if not names:
        return tuple(drafts)
    called = {**full_names, **_labelled(drafts, openers, names)}
    return tuple(bounded(_Turns(names, called).of(drafts, split), limits))


def _timed_item(draft: Draft) -> tuple[_Line, ...]:
    """A list item that opens with a speaker and a time, as notes are often taken; () for any other block."""
    found = opener(draft.said) if draft.kind is BlockKind.LIST_ITEM else None
    return (_Line(found, draft.words),) if found and found.speaker and found.time else ()


def _full_names(drafts: Iterable[Draft]) -> dict[str, str]:
    """Whom initials stand for, from places such as "Ines Ortega (IO)"."""
    named = (found for draft in drafts for found in _INITIALLED.finditer(draft.said))
    return {
        found["short"]: found["name"]
        for found in named
        if [word[0] for word in found["name"].split()] == list(found["short"])
    }


def _labelled(drafts: Sequence[Draft], openers: Iterable[Opener], names: frozenset[str]) -> dict[str, str]:
    """Whom labels stand for: "A (Ana Brook, Storage):" says it, or the title does where one label only answers."""
    found = {
        each.speaker: name["name"]
        for each in openers
        if _LABEL.fullmatch(each.speaker) and (name := _ROLE_NAME.match(each.role))
    }
    answering = [name for name in names if _ANSWERS.fullmatch(name) and name not in found]
    whom = interviewee(drafts) if len(answering) == 1 else ""
    return {**found, answering[0]: whom} if whom else found


_SPOKEN = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def _lines(draft: Draft) -> Iterator[_Line]:
    """A block, cut before each line that may open a turn."""
    opening: Opener | None = None
    held: list[Words] = []
    line: list[Words] = []
    for part in (*_by_line(draft.words), None):
        if part is not None and not part.text.startswith(("\n", BREAK)):
            line.append(part)
            continue
        found = opener("".join(words.text for words in line).lstrip(f"\n{BREAK}"))
        if found:
            if held or opening:
                yield _Line(opening, tuple(held))
            opening, held = found, list(line)
        else:
            held += line
        line = [part] if part is not None else []
    yield _Line(opening, tuple(held))


def _by_line(words: Iterable[Words]) -> Iterator[Words]:
    """Words cut so that a line's end is only ever the first character of one."""
    for part in words:
        first, *others = _LINE_END.split(part.text)
        yield replace(part, text=first) if others else part
        for text in others:
            yield Words(text, part.bold)


def _speakers(openers: Iterable[Opener], initials: Collection[str]) -> frozenset[str]:
    """The names that take turns: those with a time code, and those without that come back in alternation.

    `initials`: those of people who are named in the text, such as "TO", which is no field of a form then.
    """
    every = [found for found in openers if found.speaker]
    if {found.speaker for found in every if found.dotted} != {"Q", "A"}:
        every = [found for found in every if not found.dotted]
    timed = {found.speaker for found in every if found.time}
    counts = Counter(found.speaker for found in every if found.speaker in initials or not _is_field(found.speaker))
    if sum(counts[name] for name in timed) >= FEWEST_TURNS:
        return frozenset(timed | {name for name in counts if counts[name] > 1})
    repeated = {name for name in counts if counts[name] > 1}
    if len(repeated) < 2 or sum(counts[name] for name in repeated) < FEWEST_TURNS:
        return frozenset()
    return frozenset(name for name in counts if counts[name] > 1 or len(name.split()) > 1)


def _is_field(name: str) -> bool:
    return _FIELDS.match(name) is not None


class _Turns:
    """Who has the floor, since when."""

    def __init__(self, names: frozenset[str], full_names: Mapping[str, str]) -> None:
        self.names = names
        self.full_names = full_names
        self.speaker = ""
        self.time = ""
        self.pending = ""

    def of(self, drafts: Sequence[Draft], split: Sequence[tuple[_Line, ...]]) -> Iterator[Draft]:
        """The blocks, cut and attributed."""
        for draft, lines in zip(drafts, split, strict=True):
            if draft.kind is BlockKind.HEADING:
                self.speaker = self.time = self.pending = ""
                yield draft
            elif not lines:
                yield self._attributed(draft)
            else:
                for line in _united(lines, self.names):
                    yield from self._turn(draft, line)

    def _attributed(self, draft: Draft) -> Draft:
        if not self.speaker:
            return draft
        prefix, self.pending = self.pending + draft.prefix, ""
        return replace(draft, speaker=self.speaker, time=self.time or None, prefix=prefix)

    def _turn(self, draft: Draft, line: _Line) -> Iterator[Draft]:
        words = line.words
        if line.opener is not None:
            said = "".join(part.text for part in words)
            lead = len(said) - len(said.lstrip())
            printed = said[lead : lead + line.opener.length].strip()
            said_by = self.full_names.get(line.opener.speaker, line.opener.speaker)
            self.speaker = said_by or self.speaker
            self.time = line.opener.time or ("" if line.opener.speaker else self.time)
            self.pending = f"{self.pending}{' '.join(printed.split())} "
            words = after(words, lead + line.opener.length)
        if not "".join(part.text for part in words).strip():
            if any(part.page for part in words):
                yield replace(draft, words=words)
            return
        if not self.speaker:
            yield replace(draft, words=words, prefix=self.pending + draft.prefix)
            self.pending = ""
            return
        turn = replace(draft, kind=BlockKind.TURN, words=words, prefix="", level=0, marker="")
        yield self._attributed(turn)


def _united(lines: Sequence[_Line], names: frozenset[str]) -> Iterator[_Line]:
    """The lines with those joined to the one before that open nobody's turn after all."""
    opening: Opener | None = None
    held: list[Words] = []
    for line in lines:
        opens = line.opener is not None and (not line.opener.speaker or line.opener.speaker in names)
        if opens:
            if held:
                yield _Line(opening, tuple(held))
            opening, held = line.opener, []
        held.extend(line.words)
    yield _Line(opening, tuple(held))


def after(words: Sequence[Words], characters: int) -> tuple[Words, ...]:
    """The words after so many characters."""
    kept = []
    for part in words:
        kept.append(replace(part, text=part.text[characters:]))
        characters = max(0, characters - len(part.text))
    return tuple(kept)
