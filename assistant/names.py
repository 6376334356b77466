"""Which elements a question names: by number, by name, by the words of a name in any order, by part, by likeness.

The surest reading goes first and takes its words; what is left of the question is looked at by the next one. A
part that several names share leaves all of them as candidates, so that the reader can be asked which is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz import fuzz

from assistant.stemming import STOP, stem
from graph.case import Case
from graph.elements import Element, ElementKind
from graph.naming import acronym, numbered, singular

LIKE = 86.0
SENTENCE_SHARE = 0.62
MANY = 8
ASSERTIONS = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT, ElementKind.FINDING, ElementKind.TRIGGER})
_TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_NUMBER = r"[A-Z]{0,3}-?\d+(?:\.\d+)*[a-z]?"
_JOINT = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*&\s*|\s+to\s+|\s*[–-]\s*)"
_NUMBERED = re.compile(rf"\b(?:sub-?)?([a-z]{{4,}})\s+({_NUMBER}(?:{_JOINT}{_NUMBER})*)(?![\w%])", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATED = rf"(?:(?:{_MONTHS})\s+)?\b(?:19|20)\d\d\b"
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_LETTERED = re.compile(r"[A-Z]{1,3}-?\d")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:to|[–-])\s*({_NUMBER})", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """A word of a question: in lower case and singular, its stem, and where it stands."""

    word: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True)
class Mention:
    """Characters of a question that name something: one element, several candidates, or none that is known."""

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text with their places; a possessive ending is left out."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().replace("’", "'").casefold().removesuffix("'s").rstrip("'")
        found.append(Token(word if word in STOP else singular(word), stem(word), match.start(), match.end()))
    return tuple(found)


@dataclass(frozen=True)
class _Name:
    element: Element
    words: tuple[str, ...]
    content: frozenset[str]
    head: str


class NameIndex:
    """The names, aliases, numbers and acronyms of a case's elements."""

    def __init__(self, case: Case) -> None:
        """Read the names of everything that counts."""
        self.case = case
        self._names = tuple(_names(case))

    @cached_property
    def _by_first(self) -> dict[str, list[_Name]]:
        """Names by their first word, the longest first."""
        found: defaultdict[str, list[_Name]] = defaultdict(list)
        for name in sorted(self._names, key=lambda name: -len(name.words)):
            found[name.words[0]].append(name)
        return found

    @cached_property
    def _acronyms(self) -> dict[str, tuple[Element, ...]]:
        found: defaultdict[str, dict[str, Element]] = defaultdict(dict)
        for element in self.case.standing.values():
            for name in (element.name, *element.aliases):
                short = acronym(name)
                if 2 <= len(short) <= 6:
                    found[short][element.id] = element
        return {short: tuple(elements.values()) for short, elements in found.items()}

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], Element]:
        found: dict[tuple[str, str], Element] = {}
        for element in self.case.standing.values():
            label = (element.kind.value, element.number.upper()) if element.number else numbered(element.name)
            if label:
                found.setdefault(label, element)
        return found

    @cached_property
    def weights(self) -> dict[str, float]:
        """How telling each stem of a name is: rare ones more than common ones."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names:
            for word in name.content:
                held[word].add(name.element.id)
        total = len(self.case.standing) + 1
        return {word: log(1 + total / len(elements)) for word, elements in held.items()}

    def weight(self, stems: Iterable[str]) -> float:
        """How telling some stems are together; a word that no name has counts most."""
        most = log(2 + len(self.case.standing))
        return sum(self.weights.get(word, most) for word in stems)

    def documents_named(self, question: str) -> tuple[tuple[int, int], ...]:
        """Where the question gives a date or the title of a document: "the August 2026 report"."""
        titles = [re.escape(document.title) for document in self.case.documents.values()]
        found = re.finditer("|".join([_DATED, *titles]), question, re.IGNORECASE)
        return tuple((match.start(), match.end()) for match in found)

    def numbered_elements(self, question: str) -> Iterator[Mention]:
        """Named by number: "Claims 5.4.1 and 5.4.2", "Pathway 5"; of "what backs G9", where there is none, only "G9"."""
        kinds = {kind.value for kind in ElementKind}
        for match in _NUMBERED.finditer(question):
            kind = singular(match[1].casefold())
            known = [found for found in _ONE.findall(match[2]) if (kind, found.upper()) in self._numbers]
            if kind not in kinds and not known and not _LETTERED.match(match[2]):
                continue
            ranged = [label for low, high in _RANGE.findall(match[2]) for label in self._between(kind, low, high)]
            labels = dict.fromkeys([*(found.upper() for found in _ONE.findall(match[2])), *ranged])
            for label in labels:
                element = self._numbers.get((kind, label)) or self._only_one(label if _LETTERED.match(label) else "")
                verb = element is None and kind not in kinds and not known and match[1].islower()
                if verb:
                    yield Mention(match.start(2), match.end(), label, ())
                    continue
                candidates = (element.id,) if element else ()
                yield Mention(match.start(), match.end(), f"{kind.capitalize()} {label}", candidates)

    def _only_one(self, label: str) -> Element | None:
        """The one element with this number, whatever its kind is called."""
        found = [element for (_, number), element in self._numbers.items() if number == label]
        return found[0] if len(found) == 1 else None

    def _between(self, kind: str, low: str, high: str) -> Iterator[str]:
        bounds = _key(low), _key(high)
        for known, label in self._numbers:
            if known == kind and len(_key(label)) == len(bounds[0]) and bounds[0] < _key(label) < bounds[1]:
                yield label

    def exact_at(self, tokens: tuple[Token, ...], place: int) -> tuple[int, tuple[str, ...]] | None:
        """The longest name that starts at a token: how many tokens it takes, and whose it is."""
        for name in self._by_first.get(tokens[place].word, ()):
            taken = _taken(name.words, tokens, place)
            if taken:
                same = [other.element.id for other in self._by_first[name.words[0]] if other.words == name.words]
                return taken, tuple(dict.fromkeys(same))
        return None

    def by_acronym(self, raw: str) -> tuple[str, ...]:
        """The elements whose initials these capitals are."""
        return tuple(element.id for element in self._acronyms.get(raw, ())) if raw.isupper() else ()

    def holding(self, stems: frozenset[str]) -> tuple[str, ...]:
        """The elements with a short name that has all of these words: those whose head is among them first."""
        having = [n for n in self._names if len(n.content) <= 6 and stems <= n.content]
        common = len({name.element.id for name in having}) > MANY
        short = [] if common else [name for name in having if self._is_enough(stems, name)]
        if not short:
            return ()
        headed = [name for name in short if name.head in stems]
        best = max(self.weight(stems) / self.weight(name.content) for name in headed or short)
        near = [n for n in headed or short if self.weight(stems) / self.weight(n.content) >= best * 0.75]
        return tuple(dict.fromkeys(name.element.id for name in near))

    def share(self, stems: frozenset[str], element: str) -> float:
        """How much of an element's shortest name that has these words they are, 0 to 1."""
        having = [n for n in self._names if n.element.id == element and stems <= n.content]
        return max((self.weight(stems) / self.weight(name.content) for name in having), default=1.0)

    def _is_enough(self, stems: frozenset[str], name: _Name) -> bool:
        """A word or two name a thing; an assertion takes half of what it says."""
        asserts = name.element.kind in ASSERTIONS
        return not asserts or self.weight(stems) >= 0.5 * self.weight(name.content)

    def in_any_order(self, stems: frozenset[str]) -> tuple[_Name, ...]:
        """The names of two to eight telling words that are all there, the longest first."""
        found = [name for name in self._names if 2 <= len(name.content) <= 8 and name.content <= stems]
        return tuple(sorted(found, key=lambda name: -self.weight(name.content)))

    def like(self, text: str) -> tuple[str, ...]:
        """The elements with a name that is spelled almost like this, spaces apart; the likest only."""
        wanted = re.sub(r"\W", "", text.casefold())
        if len(wanted) < 5:
            return ()
        alike = {n.element.id: 0.0 for n in self._names}
        ending = designation(text)
        for name in self._names:
            joined = "".join(name.words)
            if abs(len(joined) - len(wanted)) <= 3 and designation(" ".join(name.words)) == ending:
                alike[name.element.id] = max(alike[name.element.id], fuzz.ratio(wanted, joined))
        best = max(alike.values(), default=0.0)
        return tuple(id_ for id_, score in alike.items() if score == best) if best >= LIKE else ()

    def sentence(self, stems: frozenset[str]) -> tuple[str, frozenset[str]] | None:
        """The element whose long name most of these words make up, and which words those are."""
        best: tuple[float, str, frozenset[str]] = (0.0, "", frozenset())
        for name in self._names:
            shared = name.content & stems
            if len(name.content) >= 3 and len(shared) >= 3:
                share = self.weight(shared) / self.weight(name.content)
                best = max(best, (share, name.element.id, shared), key=lambda found: (found[0], len(found[2])))
        return (best[1], best[2]) if best[0] >= SENTENCE_SHARE else None

    def described(self, stems: frozenset[str]) -> tuple[str, frozenset[str]] | None:
        """The one element whose name has most of these words, and which they are: three at least."""
        scored: dict[str, float] = {}
        held: dict[str, frozenset[str]] = {}
        for name in self._names:
            shared = name.content & stems
            asked = self.weight(shared) / self.weight(stems) if stems else 0.0
            own = self.weight(shared) / self.weight(name.content)
            if len(shared) >= 3 and asked >= 0.5 and own >= 0.35:
                scored[name.element.id] = max(scored.get(name.element.id, 0.0), asked * own)
                held[name.element.id] = shared
        best = sorted(scored.items(), key=lambda pair: -pair[1])[:2]
        clear = bool(best) and (len(best) == 1 or best[0][1] > 1.15 * best[1][1])
        return (best[0][0], held[best[0][0]]) if clear else None


def _names(case: Case) -> Iterator[_Name]:
    for element in case.standing.values():
        own = {element.name, *element.aliases, element.label}
        for name in sorted(own):
            tokens = tokens_of(name)
            words = tuple(token.word for token in tokens)
            trimmed = words[1:] if len(words) > 1 and words[0] in {"the", "a", "an", "our"} else words
            content = [t.stem for t in tokens if t.word not in STOP or len(tokens) == 1]
            if len(tokens) > 1 and tokens[-1].word in {"a", "i"}:
                content.append(tokens[-1].stem)
            if trimmed and content:
                yield _Name(element, trimmed, frozenset(content), _head(tokens))


def designation(name: str) -> str:
    """The letter or number that tells things of one name apart: "b" of "Monitor B"; '' where there is none."""
    last = name.casefold().split()[-1]
    return last if len(last) == 1 or last.isdigit() else ""


def _head(tokens: tuple[Token, ...]) -> str:
    """The stem of the word that says what sort of thing is named: the last before 'of', 'for', 'on' and the like."""
    for place, token in enumerate(tokens):
        if place and token.word in {"of", "for", "on", "in", "at", "to", "that", "which", "by", "with", "from"}:
            return tokens[place - 1].stem
    return tokens[-1].stem


def _taken(words: tuple[str, ...], tokens: tuple[Token, ...], place: int) -> int:
    at = place
    for word in words:
        while at > place and at < len(tokens) and tokens[at].word in {"the", "an"} and tokens[at].word != word:
            at += 1
        if at >= len(tokens) or tokens[at].word != word:
            return 0
        at += 1
    return at - place


def _key(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", label))
