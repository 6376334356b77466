"""The words of a message apart from those it quotes: whose each stretch is, and when they wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"^(?P<marks>(?:[ \t]?>)+) ?")
_WROTE = re.compile(
    r"^\s*(?:On|Am|Le)\b.{3,120}?(?:,|\d)\s+(?P<who>[^,<>\n]{2,60}?)\s*(?:<[^<>\s]+>\s*)?(?:wrote|schrieb|a écrit)\s?:\s*$"
    r"|^\s*(?P<first>[^,<>:\n]{2,60}?)\s*(?:<[^<>\s]+>\s*)?(?:wrote|schrieb)\s?:\s*$",
    re.DOTALL,
)
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[ T,]+\d{1,2}:\d{2})?|\d{1,2}[. ](?:\w{3,9}|\d{1,2})[. ]\s?\d{4}|\w{3,9} \d{1,2}, \d{4}"
)
_FORWARDED = re.compile(
    r"^\s*(?:-{2,}\s*)?(?:Original Message|Forwarded message|Begin forwarded message:?|Ursprüngliche Nachricht)(?:\s*-{2,})?\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^\s*\*?(?P<name>From|Sent|Date|To|Cc|Subject|Von|Gesendet|An|Betreff)\*?\s*:\*?\s*(?P<said>.*)$")
_RULE = re.compile(r"^\s*_{8,}\s*$")
_LONGEST_OPENING = 2
_DEEPEST = 40
_LONGEST_LINE = 300


@dataclass(frozen=True)
class Stretch:
    """Lines of one writer. `depth` 0 is the message itself; `who` and `when` are '' where nothing says them."""

    depth: int
    who: str
    when: str
    lines: tuple[str, ...]


def stretches(text: str, who: str, when: str) -> Iterator[Stretch]:
    """The message cut into stretches, in order; the lines that only say whose the next words are go with neither."""
    writers: dict[int, tuple[str, str]] = {0: (who, when)}
    forwarded = 0
    held: list[str] = []
    depth = 0
    lines = [_unmarked(line) for line in text.split("\n")]
    at = 0
    while at < len(lines):
        marks, line = lines[at]
        here = marks + forwarded
        taken, opening = _opening(lines[at : at + _LONGEST_OPENING], marks)
        fields = _fields(lines, at)
        if taken or fields or here != depth:
            yield from _held(held, depth, writers)
            held, depth = [], here
        if taken:
            writers[here + 1] = opening
            at += taken
        elif fields:
            forwarded += 1
            writers[here + 1] = (fields[0], fields[1])
            depth = here + 1
            at = fields[2]
        else:
            held.append(line)
            at += 1
    yield from _held(held, depth, writers)


def writer_of_next(said: str) -> tuple[str, str] | None:
    """Who wrote what comes next, and when, where that is all that a block says; None for any other block."""
    taken, opening = _opening([(0, " ".join(said.split()))], 0)
    return opening if taken else None


def writer_of_older(lines: Sequence[str]) -> tuple[str, str] | None:
    """Who wrote an older message, and when, where these lines are its headers and nothing else."""
    found = _fields([(0, line) for line in lines], 0)
    return found[:2] if found and found[2] == len(lines) else None


def _held(lines: Sequence[str], depth: int, writers: dict[int, tuple[str, str]]) -> Iterator[Stretch]:
    if any(line.strip() for line in lines):
        yield Stretch(depth, *writers.get(depth, ("", "")), tuple(lines))


def _unmarked(line: str) -> tuple[int, str]:
    """How deep a line is quoted, and its words."""
    found = _MARKS.match(line)
    return (min(found["marks"].count(">"), _DEEPEST), line[found.end() :]) if found else (0, line)


def _opening(lines: Sequence[tuple[int, str]], marks: int) -> tuple[int, tuple[str, str]]:
    """How many lines say who wrote what comes next, and who and when that was; 0 for none."""
    for count in range(1, len(lines) + 1):
        if any(depth != marks for depth, _ in lines[:count]):
            break
        said = " ".join(line for _, line in lines[:count])
        if len(said) > _LONGEST_LINE:
            break
        found = _WROTE.match(said)
        if found:
            date = _DATE.search(said)
            return count, ((found["who"] or found["first"]).strip(' "'), date[0] if date else "")
    return 0, ("", "")


def _fields(lines: Sequence[tuple[int, str]], at: int) -> tuple[str, str, int] | None:
    """Who and when, and the line behind, where an older message begins with its headers; None elsewhere."""
    start = at
    while start < len(lines) and start < at + 3 and _parts(lines[start][1]):
        start += 1
    said: dict[str, str] = {}
    end = start
    while end < len(lines) and (found := _FIELD.match(lines[end][1][:_LONGEST_LINE])):
        said.setdefault(found["name"], found["said"].strip("* "))
        end += 1
    who, when = said.get("From") or said.get("Von"), said.get("Sent") or said.get("Date") or said.get("Gesendet") or ""
    if who is None or (len(said) < 3 and start == at):
        return None
    return re.sub(r"\s*[<\[(].*$", "", who).strip('" ') or who, when, end


def _parts(line: str) -> bool:
    """Whether a line stands between a message and an older one below it."""
    return len(line) <= _LONGEST_LINE and bool(_FORWARDED.match(line) or _RULE.match(line))
