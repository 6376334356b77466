"""Where a document mentions its things: by name, by a definite short form ("the broker"), or by a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import COMMON_VERBS, DETERMINERS, FUNCTION_WORDS, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.short_forms import ShortForms
from ingest.tokens import Token, form_of, goes_on, has_to_be_spelled, tokens_in, words_of

_DEFINITE = Cue(
    r"\b(?P<first>the|this|that|these|those|our|its|their|either|both|whose|no)\s+(?!(?:the|this|that|these|those|our|its|their)\s)(?P<words>[\w’'-]+(?:\s+[\w’'-]+)?)",
    re.IGNORECASE,
)
_TIMED = Cue(r"\b(?:during|since|before|after|until)\s+$", re.IGNORECASE)
_TIMED_WITHIN = 20
_ADVERBS = frozenset(
    [
        "ever",
        "having",
        "being",
        "itself",
        "usually",
        "normally",
        "really",
        "simply",
        "always",
        "often",
        "too",
        "completely",
        "entirely",
        "somehow",
        "maybe",
        "perhaps",
    ]
)
_PAST = frozenset(
    [
        "rang",
        "woke",
        "sent",
        "brought",
        "held",
        "wrote",
        "spoke",
        "left",
        "froze",
        "caught",
        "fell",
        "cut",
        "shut",
        "threw",
        "began",
        "fled",
        "rose",
        "sought",
        "slept",
        "stuck",
        "swept",
        "chose",
        "drove",
        "rode",
        "shook",
        "stole",
        "understood",
        "won",
    ]
)
_BACK = 400
_NEAR_MENTIONS = 12
_NEAR = 600

_Words = tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """One mention: offsets in the document and the key of what is meant. `named`: by a name and not by a short form."""

    start: int
    end: int
    key: str
    kind: ElementKind
    named: bool


@dataclass(frozen=True)
class _Row:
    """The mentions of one kind in reading order. `changes`: for each, the place in the row of the next of another thing."""

    all: tuple[Mention, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.all]

    @cached_property
    def changes(self) -> list[int]:
        found = [len(self.all)] * len(self.all)
        for place in reversed(range(len(self.all) - 1)):
            same = self.all[place].key == self.all[place + 1].key
            found[place] = found[place + 1] if same else place + 1
        return found


@dataclass(frozen=True)
class Mentions:
    """All mentions of a document in reading order."""

    all: tuple[Mention, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.all]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions between two offsets."""
        return self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def last_of(self, kind: ElementKind, start: int, end: int) -> Mention | None:
        """The last mention of a kind between two offsets."""
        row = self._rows.get(kind, _Row(()))
        place = bisect_right(row.starts, end - 1) - 1
        return row.all[place] if place >= 0 and row.starts[place] >= start else None

    def has(self, kinds: Iterable[ElementKind], start: int, end: int) -> bool:
        """Is something of these kinds mentioned between two offsets?"""
        return any(self.last_of(kind, start, end) for kind in kinds)

    def only_of(self, kind: ElementKind, start: int, end: int) -> str | None:
        """The key of the only thing of a kind that is mentioned between two offsets; None where there are more, or none."""
        row = self._rows.get(kind, _Row(()))
        first, last = (bisect_right(row.starts, offset - 1) for offset in (start, end))
        return row.all[first].key if first < last <= row.changes[first] else None

    @cached_property
    def _rows(self) -> Mapping[ElementKind, _Row]:
        found: defaultdict[ElementKind, list[Mention]] = defaultdict(list)
        for mention in self.all:
            found[mention.kind].append(mention)
        return {kind: _Row(tuple(row)) for kind, row in found.items()}

    def before(self, offset: int) -> Sequence[Mention]:
        """The last mentions before an offset, the nearest first."""
        position = bisect_right(self._starts, offset - 1)
        return self.all[max(0, position - _BACK) : position][::-1]


def find_mentions(sentences: Iterable[Sentence], things: Iterable[Thing]) -> Mentions:
    """Every mention of the things in the sentences."""
    index = _Index.of(things)
    found: list[Mention] = []
    for sentence in sentences:
        here = index.named_in(sentence)
        here += index.short_forms_in(sentence, here, found)
        found += sorted(here, key=lambda mention: mention.start)
    return Mentions(tuple(found))


@dataclass(frozen=True)
class _Index:
    """`first`: first token of a name in normal form -> (tokens, thing, exact words or None), the longest first."""

    first: Mapping[str, tuple[tuple[_Words, Thing, _Words | None], ...]]
    short: ShortForms

    @classmethod
    def of(cls, things: Iterable[Thing]) -> _Index:
        first: dict[str, dict[tuple[_Words, _Words | None], Thing]] = {}
        everything = tuple(things)
        for thing in everything:
            for name in (thing.name, *thing.aliases):
                tokens = form_of(name)
                if not tokens:
                    continue
                exact: _Words | None = (name,) if len(tokens) == 1 else None
                if thing.elsewhere and has_to_be_spelled(name, thing.kind):
                    exact = words_of(name)
                first.setdefault(tokens[0], {}).setdefault((tokens, exact), thing)
        ordered = {
            word: tuple(sorted(((t, thing, e) for (t, e), thing in names.items()), key=lambda each: -len(each[0])))
            for word, names in first.items()
        }
        return cls(ordered, ShortForms.of(everything))

    def named_in(self, sentence: Sentence) -> list[Mention]:
        tokens = tokens_in(sentence.text)
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            match = self._name_at(tokens, position, sentence.text)
            if match is None:
                position += 1
                continue
            thing, length = match
            start, end = tokens[position].start, tokens[position + length - 1].end
            found.append(Mention(sentence.start + start, sentence.start + end, thing.key, thing.kind, named=True))
            position += length
        return found

    def _name_at(self, tokens: list[Token], position: int, text: str) -> tuple[Thing, int] | None:
        for name, thing, exact in self.first.get(tokens[position].plain, ()):
            part = tokens[position : position + len(name)]
            if tuple(token.plain for token in part) != name or _is_interrupted(text[part[0].start : part[-1].end]):
                continue
            if thing.elsewhere and _is_part_of_longer(tokens, (position, position + len(name)), text):
                continue
            if exact is None or tuple(token.said for token in part) == exact or all(map(str.islower, exact)):
                return thing, len(name)
        return None

    def short_forms_in(self, sentence: Sentence, named: list[Mention], earlier: list[Mention]) -> list[Mention]:
        found = []
        for match in _DEFINITE.finditer(sentence.text):
            if _TIMED.search(sentence.text, max(0, match.start() - _TIMED_WITHIN), match.start()):
                continue
            words = match["words"].split()
            for count, word in enumerate(words):
                if count + 1 < len(words) and _goes_on(words[count + 1]):
                    continue
                start = sentence.start + match.start("words")
                end = start + len(" ".join(words[: count + 1]))
                called = self.short.called(match["first"], words[count - 1] if count else None, word)
                if called is None or any(m.start < end and start < m.end for m in named):
                    continue
                before = (*earlier[-_BACK:], *named)
                by_name = frozenset(m.key for m in before if m.named)
                near = _near(start, (*earlier[-_NEAR_MENTIONS:], *named))
                thing = called.meant(near, by_name, (m.key for m in reversed(before)))
                if thing:
                    found.append(Mention(start, end, thing.key, thing.kind, named=False))
                    break
        return found


def _is_part_of_longer(tokens: Sequence[Token], span: tuple[int, int], text: str) -> bool:
    """Are these words a part of another name: "gate monitor" in "Gate Monitor 17" and in "the harbour gate monitor"?"""
    start, end = span
    if goes_on(text, tokens[start].start, tokens[end - 1].end):
        return True
    if start < 2 or text[tokens[start - 1].end : tokens[start].start] != " ":
        return False
    other, before = tokens[start - 2 : start]
    if before.plain in FUNCTION_WORDS | PLAIN_ADJECTIVES | COMMON_VERBS or before.plain.endswith("ly"):
        return False
    capitals = before.said[0].isupper() and tokens[start].said[0].isupper()
    return capitals or (other.plain in DETERMINERS and text[other.end : before.start] == " ")


def _goes_on(word: str) -> bool:
    """Does a word behind a noun make it the modifier of another: "the sampling list"? Verbs end in -s or -ed."""
    plain = word.casefold()
    return (
        word.islower()
        and plain not in FUNCTION_WORDS | COMMON_VERBS | _ADVERBS | _PAST
        and not plain.endswith(("s", "ed", "’t", "'t", "able", "ible", "ful", "ous", "-sufficient"))
    )


def _is_interrupted(text: str) -> bool:
    return re.search(r"[.;:,()]", text) is not None and not re.search(r"\w\.\s?\w", text)


def _near(start: int, known: Iterable[Mention]) -> frozenset[str]:
    """Keys of what was called by its name a few sentences before."""
    return frozenset(m.key for m in known if m.named and 0 <= start - m.end < _NEAR)
