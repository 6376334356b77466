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
from graph.elements import AGENTS, Element, ElementKind
from graph.naming import acronym, numbered, singular

LIKE = 86.0
SENTENCE_SHARE = 0.62
MANY = 8
KIND_WORDS = frozenset(kind.value for kind in ElementKind) | frozenset(
    {
        "report",
        "people",
        "critique",
        "interview",
        "case",
        "reviewer",
        "critic",
        "author",
        "subclaim",
        "thing",
    }
)
_TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_NUMBER = r"[A-Z]{0,3}-?\d+(?:\.\d+)*[a-z]?"
_JOINT = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*&\s*|\s+to\s+|\s*[–-]\s*)"
_NUMBERED = re.compile(rf"\b(?:sub-?)?([a-z]{{4,}})\s+({_NUMBER}(?:{_JOINT}{_NUMBER})*)(?![\w%])", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATED = rf"(?:(?:{_MONTHS})\s+)?\b(?:19|20)\d\d\b"
_ONE = re.compile(_NUMBER, re.IGNORECASE)
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

    def mentions(self, question: str, ordinary: frozenset[str]) -> tuple[Mention, ...]:
        """What the question names, from left to right. `ordinary`: stems of words that ask and name nothing."""
        return _Linking(self, question, ordinary).mentions()

    def documents_named(self, question: str) -> tuple[tuple[int, int], ...]:
        """Where the question gives a date or the title of a document: "the August 2026 report"."""
        titles = [re.escape(document.title) for document in self.case.documents.values()]
        found = re.finditer("|".join([_DATED, *titles]), question, re.IGNORECASE)
        return tuple((match.start(), match.end()) for match in found)

    def numbered_elements(self, question: str) -> Iterator[Mention]:
        """Named by number: "Claims 5.4.1 and 5.4.2", "Pathway 5", "Claims 3.1 to 3.3"."""
        kinds = {kind.value for kind in ElementKind}
        for match in _NUMBERED.finditer(question):
            kind = singular(match[1].casefold())
            known = [found for found in _ONE.findall(match[2]) if (kind, found.upper()) in self._numbers]
            if kind not in kinds and not known:
                continue
            ranged = [label for low, high in _RANGE.findall(match[2]) for label in self._between(kind, low, high)]
            labels = dict.fromkeys([*(found.upper() for found in _ONE.findall(match[2])), *ranged])
            for label in labels:
                element = self._numbers.get((kind, label))
                candidates = (element.id,) if element else ()
                yield Mention(match.start(), match.end(), f"{kind.capitalize()} {label}", candidates)

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
        short = [n for n in self._names if len(n.content) <= 6 and stems <= n.content]
        if not short:
            return ()
        headed = [name for name in short if name.head in stems]
        best = max(self.weight(stems) / self.weight(name.content) for name in headed or short)
        near = [n for n in headed or short if self.weight(stems) / self.weight(n.content) >= best * 0.75]
        return tuple(dict.fromkeys(name.element.id for name in near))

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
        designation = _designation(text)
        for name in self._names:
            joined = "".join(name.words)
            if abs(len(joined) - len(wanted)) <= 3 and _designation(" ".join(name.words)) == designation:
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


def _designation(name: str) -> str:
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


class _Linking:
    """One question being linked: which of its tokens are taken, and by what."""

    def __init__(self, index: NameIndex, question: str, ordinary: frozenset[str]) -> None:
        self.index = index
        self.question = question
        self.ordinary = ordinary
        self.tokens = tokens_of(question)
        self.free = [True] * len(self.tokens)
        self.found: list[Mention] = []

    def mentions(self) -> tuple[Mention, ...]:
        self._leave_out_documents()
        for mention in self.index.numbered_elements(self.question):
            self._take_span(mention)
        self._long_names()
        self._exact()
        self._any_order()
        self._sentences()
        self._runs()
        self._described()
        return tuple(sorted(dict.fromkeys(self.found), key=lambda mention: mention.start))

    def _leave_out_documents(self) -> None:
        """Titles and dates of documents name no element: "the August 2026 report"."""
        for start, end in self.index.documents_named(self.question):
            for place, token in enumerate(self.tokens):
                if start <= token.start < end:
                    self.free[place] = False

    def _take_span(self, mention: Mention) -> None:
        self.found.append(mention)
        for place, token in enumerate(self.tokens):
            if mention.start <= token.start < mention.end:
                self.free[place] = False

    def _take(self, places: Iterable[int], candidates: tuple[str, ...]) -> None:
        taken = sorted(places)
        start, end = self.tokens[taken[0]].start, self.tokens[taken[-1]].end
        for place in taken:
            self.free[place] = False
        self.found.append(Mention(start, end, self.question[start:end], candidates))

    def _free_stems(self) -> frozenset[str]:
        return frozenset(t.stem for t, free in zip(self.tokens, self.free, strict=True) if free and t.word not in STOP)

    def _long_names(self) -> None:
        """A sentence-like name that the question repeats goes before short names inside it."""
        hit = self.index.sentence(self._free_stems())
        if hit and len(hit[1]) >= 4:
            self._take_stems(hit[1], (hit[0],))

    def _exact(self) -> None:
        place = 0
        while place < len(self.tokens):
            taken, candidates = self._exact_at(place)
            if taken:
                self._take(range(place, place + taken), candidates)
            place += max(taken, 1)

    def _exact_at(self, place: int) -> tuple[int, tuple[str, ...]]:
        token = self.tokens[place]
        hit = self.index.exact_at(self.tokens, place)
        if hit and all(self.free[place : place + hit[0]]) and not self._is_ordinary(place, hit[0]):
            return hit[0], self._preferred(hit[1])
        by_acronym = self.index.by_acronym(self.question[token.start : token.end])
        return (1, by_acronym) if by_acronym and self.free[place] else (0, ())

    def _is_ordinary(self, place: int, taken: int) -> bool:
        """Is it one ordinary word, and not written as a name?"""
        token = self.tokens[place]
        lower = self.question[token.start].islower() or token.start == 0
        return taken == 1 and lower and (token.word in STOP or token.stem in self.ordinary)

    def _preferred(self, candidates: tuple[str, ...]) -> tuple[str, ...]:
        """Of a thing and a team of one name, the one that the question speaks of."""
        elements = self.index.case.elements
        of_people = re.search(r"\b(team|people|person|staff|group|who)\b", self.question, re.IGNORECASE) is not None
        fitting = tuple(id_ for id_ in candidates if (elements[id_].kind in AGENTS) == of_people)
        return fitting or candidates

    def _any_order(self) -> None:
        for name in self.index.in_any_order(self._free_stems()):
            if name.content <= self._free_stems():
                self._take_stems(name.content, (name.element.id,), reach=len(name.content) + 5)

    def _sentences(self) -> None:
        while hit := self.index.sentence(self._free_stems()):
            before = sum(self.free)
            self._take_stems(hit[1], (hit[0],))
            if sum(self.free) == before:
                return

    def _take_stems(self, stems: frozenset[str], candidates: tuple[str, ...], reach: int = 1000) -> None:
        places = [p for p, t in enumerate(self.tokens) if self.free[p] and t.stem in stems and t.word not in STOP]
        if places and places[-1] - places[0] < reach:
            self._take(places, candidates)

    def _runs(self) -> None:
        for run in list(self._content_runs()):
            self._link_run(run)

    def _content_runs(self) -> Iterator[list[int]]:
        """Neighbouring free words that are neither ordinary nor without content; a last single letter belongs to them."""
        run: list[int] = []
        for place, token in enumerate(self.tokens):
            content = token.word not in STOP and (token.stem not in self.ordinary or self._is_part_of_name(place))
            letter = bool(run) and len(token.word) == 1 and self.question[token.start].isupper()
            if self.free[place] and (content or letter):
                run.append(place)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _is_part_of_name(self, place: int) -> bool:
        """Is an ordinary word, as in "the monitor", part of a name here?"""
        token = self.tokens[place]
        before = self.tokens[place - 1].word if place else ""
        named = before == "the" or (place > 0 and self.question[token.start].isupper())
        return named and token.word not in KIND_WORDS and bool(self.index.holding(frozenset({token.stem})))

    def _link_run(self, run: list[int]) -> None:
        stems = frozenset(self.tokens[place].stem for place in run)
        text = self.question[self.tokens[run[0]].start : self.tokens[run[-1]].end]
        found = self.index.holding(stems) or self.index.like(text)
        if len(found) > MANY or (len(found) > 1 and not self._is_definite(run)):
            return
        if found:
            self._take(run, self._preferred(found))
        elif len(run) > 1 and not _designation(text) and (part := self._part(run)):
            self._take(*part)
        else:
            self.found.append(Mention(self.tokens[run[0]].start, self.tokens[run[-1]].end, text, ()))

    def _described(self) -> None:
        """What is left unknown, and all free words with it, may be a long name in other words."""
        if self.found and all(mention.candidates for mention in self.found):
            return
        free = frozenset(
            token.stem
            for token in self.tokens
            if token.word not in STOP
            and not any(m.candidates and m.start <= token.start < m.end for m in self.found)
            and (token.stem in self.index.weights or token.stem not in self.ordinary)
        )
        hit = self.index.described(free)
        if hit:
            unknown = [mention for mention in self.found if not mention.candidates]
            own = [token for token in self.tokens if token.stem in hit[1]]
            start = min(place.start for place in (*unknown, *own))
            end = max(place.end for place in (*unknown, *own))
            self.found = [m for m in self.found if m.candidates and not start <= m.start < end]
            self.found.append(Mention(start, end, self.question[start:end], (hit[0],)))

    def _is_definite(self, run: list[int]) -> bool:
        """Is it called "the …" or written as a name, and not in the plural?"""
        first, last = self.tokens[run[0]], self.tokens[run[-1]]
        before = self.tokens[run[0] - 1].word if run[0] else ""
        capital = self.question[first.start].isupper() and run[0] > 0
        several = self.question[last.start : last.end].endswith("s") and not last.word.endswith("s")
        return capital or (before in {"the", "that", "this", "our"} and not several)

    def _part(self, run: list[int]) -> tuple[list[int], tuple[str, ...]] | None:
        """A part of a run that is spelled almost like a name."""
        for length in range(len(run) - 1, 0, -1):
            for start in range(len(run) - length + 1):
                places = run[start : start + length]
                text = self.question[self.tokens[places[0]].start : self.tokens[places[-1]].end]
                if found := self.index.like(text):
                    return places, found
        return None
