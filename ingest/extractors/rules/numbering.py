"""References by number: "Claims 2–5", "Claim 3.1.2", "sub-claims, 8.1 through 8.4", "pathways 5 and 6", "AD-3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue

_WORDS = {
    "claim": ElementKind.CLAIM,
    "subclaim": ElementKind.CLAIM,
    "sub-claim": ElementKind.CLAIM,
    "assertion": ElementKind.CLAIM,
    "proposition": ElementKind.CLAIM,
    "goal": ElementKind.CLAIM,
    "argument": ElementKind.ARGUMENT,
    "strategy": ElementKind.ARGUMENT,
    "pathway": ElementKind.PATHWAY,
    "scenario": ElementKind.PATHWAY,
    "finding": ElementKind.FINDING,
    "observation": ElementKind.FINDING,
    "objection": ElementKind.FINDING,
    "criticism": ElementKind.FINDING,
    "comment": ElementKind.FINDING,
    "concern": ElementKind.FINDING,
    "recommendation": ElementKind.MITIGATION,
    "mitigation": ElementKind.MITIGATION,
}
_QUALIFIED = r"(?:(?:threat|risk|attack|harm|failure|hazard|main|core|key|top-level|loss)\s+)?"
_WORD = rf"{_QUALIFIED}(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}|paths?)"
NUMBER = r"(?:[A-Z]{1,3}-?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)*[a-z]?|[A-Z](?![\w’'-]))"
_JOIN = r"(?:\s*(?:,\s*(?:and|or|&)|,|and|or|&|as well as|to|through|–|—|-)\s*)"
_REFERENCE = Cue(
    rf"\b{_WORD}s?,?\s+(?P<numbers>{NUMBER}(?:{_JOIN}(?:{_WORD.replace('?P<word>', '?:')}s?\s+)?{NUMBER}){{0,40}})(?![\w%])",
    re.IGNORECASE,
)
_ITEM = Cue(rf"(?i:{_WORD}s?\s+)?(?P<join>to|through|–|—|-)?\s*(?<![\w.])(?P<number>{NUMBER})(?![\w%])")
_TITLE = Cue(
    rf"^[\s#*_>]*(?:§?\s*\d+(?:\.\d+)*\.?\s+)?(?:[A-Z]\.\d+(?:\.\d+)*\s+)?[*_]*{_WORD}\s+(?P<number>{NUMBER})(?![.]?\d)"
    r"(?:\s*[:.–—-]+\s*|\s*\*\*:?\s*|\s*\(|\s*$)(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TITLE_BEFORE = Cue(
    rf"^[\s#*_>]*(?:§?\s*\d+(?:\.\d+)*\.?\s+)?(?P<name>[A-Z][^()\[\]:.;?!]{{3,120}}?)\s*[(\[]\s*{_WORD}\s+(?P<number>{NUMBER})\s*[)\]]\W*$",
    re.IGNORECASE,
)
_OVER_PARTS = Cue(
    r"\b(?:findings?|comments?|remarks?|notes?|evidence|controls?|triggers?|overview|conditions?|summary|review|reading|assessment\s+of|requirements?|evaluation|on)\b",
    re.IGNORECASE,
)
_CODE = Cue(
    r"^[\s#*_>]*(?:§?\s*\d+(?:\.\d+)+\.?\s+)?(?P<number>[A-Z]{1,4}-?\d+(?:\.\d+)*)(?:\s*[:.–—]+\s+|\s*\*\*\s*|\s+-\s+)(?P<name>\S.*)",
    re.DOTALL,
)
_BARE_CODE = Cue(
    r"(?<![\w.-])(?P<number>(?:C-?|[A-Z]-)\d+(?:\.\d+)*)(?![\w-]|\s+(?:servers?|traffic|channels?|infrastructure))"
)
_RANGE_LIMIT = 60


@dataclass(frozen=True)
class Title:
    """The words with which a numbered thing is introduced; `at`: where its name starts in the text searched.

    `ends`: where the name ends, if its number stands behind it.
    """

    kind: ElementKind
    number: str
    name: str
    at: int
    word: str
    ends: int | None = None


@dataclass(frozen=True)
class Reference:
    """A numbered thing that a text names, and the characters that name it. `word`: "assertion"; "" for a bare "A-3"."""

    kind: ElementKind
    number: str
    start: int
    end: int
    word: str = ""

    @property
    def label(self) -> str:
        """What it is called in the text's own word: "Assertion A-3"."""
        return f"{self.word.capitalize()} {self.number}".strip()


def title_in(text: str) -> Title | None:
    """The numbered thing that the text starts by introducing: "2.9 Claim 3: …", "**Finding 2.** …"."""
    found = _TITLE.match(text)
    if found is None:
        return None
    kind = kind_of(found["word"])
    number = found["number"]
    if kind is None or (number.isalpha() and number.islower()):
        return None
    return Title(kind, number.upper(), found["name"], found.start("name"), found["word"])


def title_before(text: str) -> Title | None:
    """The numbered pathway or claim that a heading names before its number: "4.2 Loss of pressure (Pathway 3)"."""
    found = _TITLE_BEFORE.match(text)
    kind = kind_of(found["word"]) if found else None
    if found is None or kind not in {ElementKind.PATHWAY, ElementKind.CLAIM} or _OVER_PARTS.search(found["name"]):
        return None
    return Title(kind, found["number"].upper(), found["name"], found.start("name"), found["word"], found.end("name"))


def code_in(text: str) -> tuple[str, int] | None:
    """A number such as "AD-3" or "A2" with which the text starts, and where what follows it starts."""
    found = _CODE.match(text)
    return (found["number"], found.start("name")) if found else None


def kind_of(word: str) -> ElementKind | None:
    """The kind of element that a word such as "sub-claim" or "pathways" calls."""
    plain = word.casefold()
    if plain.rstrip("s") == "path":
        return ElementKind.PATHWAY
    return _WORDS.get(plain) or _WORDS.get(plain.rstrip("s"))


@lru_cache(maxsize=4096)
def references_in(text: str) -> tuple[Reference, ...]:
    """Every numbered thing that the text names, ranges spelt out: "Claims 2–4" gives 2, 3 and 4."""
    found: list[Reference] = []
    for group in _REFERENCE.finditer(text):
        kind = kind_of(group["word"])
        if kind is not None:
            found += _numbers(kind, group)
    taken = {position for reference in found for position in range(reference.start, reference.end)}
    for code in _BARE_CODE.finditer(text):
        if code.start() not in taken:
            found.append(Reference(ElementKind.CLAIM, code["number"].upper(), *code.span()))
    return tuple(sorted(found, key=lambda reference: reference.start))


def _numbers(kind: ElementKind, group: re.Match[str]) -> list[Reference]:
    base, word = group.start("numbers"), group["word"]
    found: list[Reference] = []
    for item in _ITEM.finditer(group["numbers"]):
        number = item["number"]
        if number.isalpha() and (number.islower() or (number in {"A", "I"} and kind is ElementKind.CLAIM)):
            continue
        word = item["word"] or word
        kind = kind_of(word) or kind
        numbers = _between(found[-1].number, number) if item["join"] and found else (number,)
        start = group.start() if not found else base + item.start("number")
        found += [Reference(kind, each.upper(), start, base + item.end("number"), word) for each in numbers]
    return found


def _between(first: str, last: str) -> tuple[str, ...]:
    """The numbers after the first up to the last; the last alone where they do not count up."""
    head, _, low = first.rpartition(".")
    stem, _, high = last.rpartition(".")
    if not (low.isdigit() and high.isdigit()) or head != stem or not 0 < int(high) - int(low) < _RANGE_LIMIT:
        return (last,)
    return tuple(f"{head}.{value}" if head else str(value) for value in range(int(low) + 1, int(high) + 1))


def parent_number(number: str) -> str | None:
    """The number one level up: "5.1.2" -> "5.1"; None for a number of one part."""
    head, _, _ = number.rpartition(".")
    return head or None
