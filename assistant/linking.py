"""Linking a question's words to elements: the surest reading goes first and takes its words.

Numbers, then names, then the words of a name in any order, then long names in part, then single words of names. A
part that several names share leaves all of them as candidates, so that the reader can be asked which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.names import Mention, NameIndex, designation, tokens_of
from assistant.stemming import STOP
from graph.elements import AGENTS, ElementKind

PASSING = 0.4
_KIND = re.compile(rf"[\"”]? ?\(({'|'.join(ElementKind)})\)", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:the same|in the middle of the|one|last|this|that|every|by|at|during the|for an?|over) "
    r"(?P<what>nights?|days?|weeks?|months?|years?|mornings?|afternoons?|evenings?|weekends?)\b(?! [\w-]*(?:shift|watch|team|desk|crew|report|run|job|digest|review|check|call|log|meeting))"
    rf"|\bthe (?P<which>first|second|third|fourth|fifth|last) (?={'|'.join(ElementKind)})",
    re.IGNORECASE,
)
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


def mentions(index: NameIndex, question: str, ordinary: frozenset[str]) -> tuple[Mention, ...]:
    """What the question names, from left to right. `ordinary`: stems of words that ask and name nothing."""
    return _Linking(index, question, ordinary).mentions()


def plain_mentions(index: NameIndex, text: str, ordinary: frozenset[str]) -> tuple[Mention, ...]:
    """What a text names by number or by a whole name, from left to right."""
    return _Linking(index, text, ordinary).plain_mentions()


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
        self._leave_out_times()
        self._numbered()
        self._long_names()
        self._exact()
        self._any_order()
        self._sentences()
        self._runs()
        self._described()
        return self._in_order()

    def plain_mentions(self) -> tuple[Mention, ...]:
        self._numbered()
        self._exact()
        return self._in_order()

    def _in_order(self) -> tuple[Mention, ...]:
        found = map(self._of_its_kind, dict.fromkeys(self.found))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _of_its_kind(self, mention: Mention) -> Mention:
        """A mention whose kind is given in brackets behind it: Marrow (control)."""
        behind = _KIND.match(self.question, mention.end)
        elements = self.index.case.elements
        fitting = tuple(id_ for id_ in mention.candidates if behind and elements[id_].kind == behind[1].casefold())
        return replace(mention, end=behind.end(), candidates=fitting) if behind and fitting else mention

    def _numbered(self) -> None:
        for mention in self.index.numbered_elements(self.question):
            self._take_span(mention)

    def _leave_out_documents(self) -> None:
        """Titles and dates of documents name no element: "the August 2026 report"."""
        for start, end in self.index.documents_named(self.question):
            for place, token in enumerate(self.tokens):
                if start <= token.start < end:
                    self.free[place] = False

    def _leave_out_times(self) -> None:
        """Nor do the words that say when, or which of several: "the same night", "the second pathway"."""
        for match in _WHEN.finditer(self.question):
            for place, token in enumerate(self.tokens):
                if match.start(match.lastgroup or 0) <= token.start < match.end(match.lastgroup or 0):
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
        """Of a thing and a team of one name, the one that the question speaks of; of a thing and a finding on it, the thing."""
        elements = self.index.case.elements
        of_people = re.search(r"\b(team|people|person|staff|group|who)\b", self.question, re.IGNORECASE) is not None
        fitting = tuple(id_ for id_ in candidates if (elements[id_].kind in AGENTS) == of_people) or candidates
        things = tuple(id_ for id_ in fitting if elements[id_].kind is not ElementKind.FINDING)
        return things or fitting

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
        several = before == "both" and self.question[token.end - 1] == "s"
        named = before == "the" or several or (place > 0 and self.question[token.start].isupper())
        return named and token.word not in KIND_WORDS and bool(self.index.holding(frozenset({token.stem})))

    def _link_run(self, run: list[int]) -> None:
        stems = frozenset(self.tokens[place].stem for place in run)
        text = self.question[self.tokens[run[0]].start : self.tokens[run[-1]].end]
        found = self.index.holding(stems) or self.index.like(text)
        if len(found) > 1 and self._means_all(run, len(found)):
            for candidate in found:
                self._take(run, (candidate,))
            return
        if (len(found) > 1 and not self._is_definite(run)) or self._is_passing(run, found):
            return
        if found:
            self._take(run, self._preferred(found))
        elif len(run) > 1 and not designation(text) and (part := self._part(run)):
            self._take(*part)
        else:
            self.found.append(Mention(self.tokens[run[0]].start, self.tokens[run[-1]].end, text, ()))

    def _means_all(self, run: list[int], number: int) -> bool:
        """Is it called "both …" or "all …"?"""
        before = [token.word for token in self.tokens[max(run[0] - 2, 0) : run[0]]]
        return ("both" in before and number == 2) or "all" in before

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
            start = min([m.start for m in unknown] + [token.start for token in own])
            end = max([m.end for m in unknown] + [token.end for token in own])
            self.found = [m for m in self.found if m.candidates and not start <= m.start < end]
            self.found.append(Mention(start, end, self.question[start:end], (hit[0],)))

    def _is_passing(self, run: list[int], found: tuple[str, ...]) -> bool:
        """Is it one common word, as in "keeping secrets", that makes up little of the one name which has it?"""
        stem = frozenset({self.tokens[run[0]].stem})
        share = max((self.index.share(stem, id_) for id_ in found), default=1.0)
        return len(run) == 1 and not self._is_definite(run) and share < PASSING

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
