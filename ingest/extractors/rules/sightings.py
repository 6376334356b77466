"""Where capitalised names stand in a document, and which words at the start of a sentence are no part of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import COMMON_VERBS, FUNCTION_WORDS, GENERIC_NAMES, ROLE_HEADS
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Sentence

_CAPITAL = r"(?:(?<!\bto )(?<!\bor )(?<!grade )(?<!level )(?<!class )[A-Z]\.(?=\s(?!(?:It|They|This|That|These|The|Its|There|We|When|If|In|On|At|Each|Every|No)\b)[A-Z])|[A-Z][\w’'+-]*(?<![’'-]))"
HUMPED = Cue(r"[A-Z][a-z]+[A-Z][a-z]+")
"""What a product is called and no ordinary word: "DoorWatch"."""
_OFFICE = r"(?<=Office|office)|(?<=Department)|(?<=Board)|(?<=Bank)|(?<=Ministry)|(?<=University)|(?<=Institute)|(?<=Centre|Center)"
_LABEL = r"(?:Date|From|To|Subject|Status|Authors?|Reviewers?|Version|Re|Cc|Distribution):"
_NEXT_LABEL = r"[^\S\n]*\n[^\S\n]*[A-Z][\w-]*(?:[^\S\n]\w+)?:"
_NAME = Cue(
    rf"{_CAPITAL}(?:(?:{_OFFICE})\s+of\s+(?:the\s+)?(?=[A-Z])(?:{_CAPITAL})|(?!{_NEXT_LABEL})[^\S\t]+(?!{_LABEL})(?:&\s+)?(?:{_CAPITAL}|\d{{1,3}}(?![\d%]|\.\d)|\d{{1,2}}\.\d(?![\d%]|\.\d))){{0,5}}"
)
_TITLE = Cue(r"(?:Dr|Mr|Mrs|Ms|Prof)\s+(?=[A-Z])")
_LOWER = Cue(r"(?<![\w.])[a-z][a-z’'-]+")
_SUPPLIERS = frozenset(["vendor", "supplier", "contractor", "manufacturer", "provider", "customer"])
_ZONES = frozenset(["UTC", "GMT", "CET", "CEST", "BST", "EST", "EDT", "PST", "PDT"])
_NO_NAMES = frozenset(
    [
        "SMS",
        "MMS",
        "HF",
        "VHF",
        "UHF",
        "UPS",
        "URL",
        "CPU",
        "GPU",
        "USB",
        "Post-Incident Review",
        "Incident Review",
        "Incident Report",
    ]
)
_EVERY = Cue(r"\b(?:every|each|on|last|next|this)\s+$", re.IGNORECASE)
_DAY = Cue(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
_NUMBERED = Cue(
    r"^(?:Claims?|Pathways?|Sections?|Appendi(?:x|ces)|Tables?|Figures?|Findings?|Arguments?|Decision|Annex|Part)\b|"
    r"^(?:Factor|Step|Phase|Stage|Reason|Barrier|Item|Point|Question|Scenario|Hazard|Threat|Option|Mitigation)\s+\d+$"
)


@dataclass(frozen=True)
class Sighting:
    """One place of a capitalised name: offsets in the document."""

    name: str
    start: int
    end: int
    sentence: Sentence


@once
def sightings(outline: Outline) -> tuple[Sighting, ...]:
    """Every capitalised name of the document, in reading order."""
    lower = _lower_words(outline)
    raw = [found for sentence in outline.sentences for found in _in_sentence(sentence, outline)]
    inside = Counter(each.name for each in raw if each.start > each.sentence.start)
    return tuple(kept for each in raw if (kept := _trimmed(each, inside, lower)) is not None)


def with_persons_apart(seen: tuple[Sighting, ...], persons: frozenset[str]) -> tuple[Sighting, ...]:
    """The sightings, of which those that open with the full name of one of the `persons` are two: "Bo Reyes Storage"."""
    return tuple(part for each in seen for part in _parts(each, persons))


def _parts(each: Sighting, persons: frozenset[str]) -> tuple[Sighting, ...]:
    words = each.name.split(" ")
    name = next((" ".join(words[:n]) for n in (3, 2) if n < len(words) and " ".join(words[:n]) in persons), None)
    said = each.sentence.text[each.start - each.sentence.start : each.end - each.sentence.start]
    gap = re.match(r"\s*".join(map(re.escape, name.split(" "))) + r"\s+", said) if name else None
    if name is None or gap is None:
        return (each,)
    first = Sighting(name, each.start, each.start + len(gap[0].rstrip()), each.sentence)
    return (first, Sighting(each.name[len(name) + 1 :], each.start + gap.end(), each.end, each.sentence))


def _lower_words(outline: Outline) -> Counter[str]:
    return Counter(word for sentence in outline.sentences for word in _LOWER.findall(sentence.text))


def _in_sentence(sentence: Sentence, outline: Outline) -> Iterator[Sighting]:
    unit = outline.units[sentence.unit]
    if unit.kind in {BlockKind.CODE, BlockKind.HEADING} or unit.block.header:
        return
    for found in _NAME.finditer(sentence.text):
        title = _TITLE.match(found[0])
        opening = title.end() if title else 0
        plain = re.sub(r"[’']s?$", "", found[0])
        name = re.sub(r"\s+", " ", plain[opening:])
        if not _NUMBERED.match(name):
            start = sentence.start + found.start()
            yield Sighting(name, start + opening, start + len(plain), sentence)


def _trimmed(each: Sighting, inside: Counter[str], lower: Counter[str]) -> Sighting | None:
    """The sighting without ordinary words at its start; None where nothing of it is a name."""
    name, start = each.name, each.start
    while True:
        first, _, rest = name.partition(" ")
        word = re.sub(r"[’'].*$", "", first).casefold()
        before = each.sentence.text[: start - each.sentence.start].rstrip(" “\"'(*[")
        opens = not before or before.endswith(("|", "\t"))
        if first.endswith("."):
            break
        timed = rest and _EVERY.search(each.sentence.text[: start - each.sentence.start]) and _DAY.fullmatch(first)
        alone = not rest and (lower[word] > 0 or (opens and not inside[name] and not HUMPED.fullmatch(name)))
        titled = opens and word in ROLE_HEADS | _SUPPLIERS and (" " in rest or word in _SUPPLIERS)
        ordinary = (
            word in FUNCTION_WORDS
            or (rest and first in _ZONES)
            or alone
            or titled
            or bool(timed)
            or (opens and inside[rest] > 0 and (not inside[name] or word in COMMON_VERBS))
        )
        if not ordinary:
            break
        if not rest:
            return None
        start += len(first) + 1
        name = rest
    team = name == "Security" and start > each.sentence.start
    if (
        (name.casefold() in GENERIC_NAMES and not team)
        or len(name) < 2
        or name[0].isdigit()
        or name in _NO_NAMES
        or not any(char.isalpha() for char in name)
    ):
        return None
    return Sighting(name, start, each.end, each.sentence)
