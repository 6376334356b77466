"""Where sentences end: abbreviations, initials, numbers and closing quotes are no ends."""

from __future__ import annotations

from ingest.extractors.rules.cues import Cue

_STOP = Cue(r"[.!?…][\"”’')\]]{0,3}(?=\s)")
_BREAK = Cue(r"\n[ \t]*\n")
_NEXT = Cue(r"\s+[\"“‘'(\[*_]{0,3}([^\W_])")
_LAST_WORD = Cue(r"[\w.’'-]+$")
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "cf",
        "vs",
        "etc",
        "al",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "nos",
        "fig",
        "figs",
        "sec",
        "sect",
        "eq",
        "approx",
        "ca",
        "inc",
        "ltd",
        "co",
        "dept",
        "vol",
        "pp",
        "ed",
        "eds",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "u.s",
        "u.k",
    ]
)
_ALWAYS_INSIDE = frozenset(
    ["e.g", "i.e", "cf", "vs", "dr", "mr", "mrs", "ms", "prof", "fig", "figs", "sec", "sect", "eq", "approx", "ca"]
)
_OPENS = frozenset({"", ".", "!", "?", ":", ",", "("})
_OPENS_SENTENCE = Cue(r"\s+(?:It|They|This|That|These|The|Its|There|We|When|If|In|On|At|Each|Every|No)\b")
_GRADE = Cue(r"\b(?:to|or|grades?|level|class)\s+[A-Z]$")
_TAIL = 24


def split_sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences between two offsets, in order, without surrounding white space."""
    cuts = [cut.end() for cut in _STOP.finditer(text, start, end) if _is_end(text, cut.start(), cut.end())]
    cuts += [cut.start() for cut in _BREAK.finditer(text, start, end)]
    spans = []
    for stop in (*sorted(cuts), end):
        span = trimmed(text, start, stop)
        if span[0] < span[1]:
            spans.append(span)
        start = max(start, stop)
    return tuple(spans)


def parts_of(text: str, span: tuple[int, int], longest: int) -> list[tuple[int, int]]:
    """A span in parts of at most so many characters; one that is longer is cut between words, else anywhere."""
    start, end = span
    parts = []
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > 0 else start + longest
        parts.append((start, cut))
        start = trimmed(text, cut, end)[0]
    return [*parts, (start, end)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_end(text: str, stop: int, after: int) -> bool:
    following = _NEXT.match(text, after)
    if following is None or following[1].islower():
        return False
    if text[stop] != ".":
        return True
    last = _LAST_WORD.search(text[max(0, stop - _TAIL) : stop])
    word = last[0].casefold().lstrip("'’") if last else ""
    before = text[max(0, stop - _TAIL) : stop]
    letter = len(word) == 1 and (_OPENS_SENTENCE.match(text, after) or _GRADE.search(before)) is not None
    initial = (
        not letter
        and len(word) == 1
        and word.isalpha()
        and (word != "i" or text[max(0, stop - 3) : stop - 1].strip() in _OPENS)
    )
    if word in _ALWAYS_INSIDE or initial:
        return after > stop + 1
    return word not in _ABBREVIATIONS or following[1].isupper()
