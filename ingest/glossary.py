"""The names that a case knows: what one document introduces by name, the others can be read with.

Only a name that can hardly mean anything else is looked for elsewhere: several words, an acronym, a code, or one word
with a capital; none that is short for several things. Where documents disagree on what a thing is, the one that is nearest
to it is believed, and none among equals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.case import Case
from graph.elements import AGENTS, Element, ElementKind
from graph.provenance import Document, DocumentKind
from ingest.definitions import is_acronym
from ingest.extraction import KnownName, Proposals
from ingest.spelling import PREPOSITIONS, SILENT
from ingest.things import proper_names, refers
from ingest.tokens import form_of, goes_on, has_to_be_spelled, is_code, plain, spans_of, words_of

NAMED = AGENTS | {ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE}
"""The kinds that are called by names, and not by numbers or sentences."""

MOST_KNOWN = 300
"""With how many names from elsewhere at most a document is read."""

_DECIDED = -1
_LONGEST = 8
_SHORTEST = 3
_LITTLE = SILENT | PREPOSITIONS | frozenset(str.split("a an the and or no not this that our their its"))

Form = tuple[str, ...]
Own = tuple[ElementKind, int]
"""What a document takes one of its own names for, and how much its word counts."""


@dataclass(frozen=True)
class Introduction:
    """A thing by its names, and the paths of the documents that introduce it.

    `rank`: how much the word of the best of them counts, the less the more; see `rank_of`.
    """

    thing: KnownName
    paths: frozenset[str]
    rank: int = 0


def rank_of(document: Document, *, argues: bool) -> int:
    """How much a document's word on what a thing is counts, the less the more: 0 for a report that argues a case.

    Other reports, critiques and interviews, in this order, speak of what such a one has said.
    """
    is_case = argues and document.kind is DocumentKind.REPORT
    return 0 if is_case else 1 + tuple(DocumentKind).index(document.kind)


def introduced_by(proposals: Proposals, source: Document) -> tuple[Introduction, ...]:
    """What a document introduces by name, in the order of its text.

    That is what its statements in a case say of names: see `introduced_in`.
    """
    kinds: dict[str, ElementKind] = {}
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    introduced = [element for element in proposals.elements if not element.mention]
    for element in introduced:
        if element.kind in NAMED and not refers(element, element.name):
            kinds.setdefault(element.key, element.kind)
            names[element.key] |= dict.fromkeys((*proper_names(element), *_code(element.number)))
    argues = any(element.kind is ElementKind.PATHWAY for element in introduced)
    paths, rank = frozenset({source.path}), rank_of(source, argues=argues)
    return tuple(Introduction(_known(kind, names[key]), paths, rank) for key, kind in kinds.items() if names[key])


def introduced_in(case: Case, *, but: Collection[str] = ()) -> Iterator[Introduction]:
    """What the elements of the case that count are called, by each current document as if it were being read now.

    `but`: paths of documents that are being read anew, which do not count. What a person says comes before all.
    """
    arguing = {of for pathway in case.of_kind(ElementKind.PATHWAY) for of in _naming(case, pathway)}
    for element in case.standing.values():
        if element.kind not in NAMED:
            continue
        naming = {of: said for of, said in _naming(case, element).items() if case.documents[of].path not in but}
        for of, names in naming.items():
            source = case.documents[of]
            rank = rank_of(source, argues=of in arguing)
            yield Introduction(_known(element.kind, names), frozenset({source.path}), rank)
        if element.entered or any(edit.kind or edit.name for edit in element.edits):
            names = dict.fromkeys((element.name, *element.aliases, *_code(element.number)))
            paths = frozenset(case.documents[of].path for of in naming)
            yield Introduction(_known(element.kind, names), paths, _DECIDED)


def _code(number: str | None) -> tuple[str, ...]:
    """The number that calls an element without a word before it, if it has one."""
    return (number,) if number and is_code(number) else ()


def _naming(case: Case, element: Element) -> Mapping[str, dict[str, None]]:
    """Current document -> what it calls the element where it introduces it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for said in element.stated:
        if said.name and said.passage and (of := case.passages[said.passage].document) in case.current_documents:
            found[of] |= dict.fromkeys((said.name, *(said.aliases or ()), *_code(said.number)))
    return found


def own_names(introduced: Iterable[Introduction]) -> dict[Form, Own]:
    """The names of these things, as plain words."""
    return {
        form_of(name): (each.thing.kind, each.rank)
        for each in introduced
        for name in (each.thing.name, *each.thing.aliases)
    }


def _called(thing: KnownName, names: Iterable[str]) -> KnownName:
    """The thing by some of its names, the main one before the others."""
    return _known(thing.kind, sorted(names, key=lambda name: name != thing.name))


def _known(kind: ElementKind, names: Iterable[str]) -> KnownName:
    first, *rest = names
    return KnownName(kind, first, tuple(rest))


def is_telling(name: str) -> bool:
    """Is a name of a shape that means the same thing in another document: words, an acronym, one word with a capital?"""
    form = form_of(name)
    if len(form) == 1:
        return len(name) >= _SHORTEST and (is_acronym(name) or (name[0].isupper() and name[1:].islower()))
    return len(form) <= _LONGEST and len([word for word in form if word not in _LITTLE]) > 1


class Glossary:
    """Names to look for in documents, in time that grows with the text and not with how many names there are."""

    def __init__(self, introductions: Iterable[Introduction]) -> None:
        """Everything is put in order here, once."""
        self._called: defaultdict[Form, list[tuple[str, Introduction]]] = defaultdict(list)
        for each in _united(sorted(introductions, key=_by_weight)):
            for name in _names_elsewhere(each.thing):
                if is_telling(name):
                    self._called[form_of(name)].append((name, each))
        self._lengths = _lengths(self._called)

    def met_in(self, source: Document, own: Mapping[Form, Own]) -> tuple[Introduction, ...]:
        """What a document calls by names that others introduce, with just those names, in the order of its text.

        `own`: the names that it introduces by itself, and what it takes them for: where others know better, theirs counts.
        """
        found: dict[Introduction, dict[str, None]] = {}
        for form, said in dict.fromkeys(self._forms_in(source.text or "", own)):
            meant = self._meant(form, said, source)
            if meant is not None:
                name, each = meant
                kind, rank = own.get(form, (None, each.rank + 1))
                if each.thing.kind is not kind and each.rank < rank:
                    found.setdefault(each, {})[name] = None
        return tuple(replace(each, thing=_called(each.thing, names)) for each, names in found.items())

    def _meant(self, form: Form, said: tuple[str, ...], source: Document) -> tuple[str, Introduction] | None:
        """The one thing that a name means; None where it means several, or none that another document introduces."""
        best = min(each.rank for _, each in self._called[form])
        kinds = {each.thing.kind for _, each in self._called[form] if each.rank == best}
        spelled = [
            (name, each)
            for name, each in self._called[form]
            if each.thing.kind in kinds
            if each.paths != {source.path}
            if words_of(name) == said or not has_to_be_spelled(name, each.thing.kind)
        ]
        main = [(name, each) for name, each in spelled if form_of(each.thing.name) == form]
        is_one = len(kinds) == 1 and (main or len(spelled) == 1)
        return (main or spelled)[0] if is_one else None

    def _forms_in(self, text: str, own: Mapping[Form, Own]) -> Iterator[tuple[Form, tuple[str, ...]]]:
        """Every name of the glossary in a text, the longest at each place, in plain words and as written."""
        words = words_of(text)
        spans: list[tuple[int, int]] = []
        plain_words = {word: plain(word) for word in set(words)}
        lengths = _lengths(own)
        at = 0
        while at < len(words):
            first = plain_words[words[at]]
            step = 1
            for length in sorted({*self._lengths.get(first, ()), *lengths.get(first, ())}, reverse=True):
                said = words[at : at + length]
                form = tuple(plain_words[word] for word in said)
                if form in own or form in self._called:
                    step = len(form)
                    spans = spans or spans_of(text)
                    if form in self._called and not goes_on(text, spans[at][0], spans[at + step - 1][1]):
                        yield form, said
                    break
            at += step


def _lengths(forms: Iterable[Form]) -> dict[str, set[int]]:
    """First word -> how many words the names have that begin with it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for form in filter(None, forms):
        found[form[0]].add(len(form))
    return dict(found)


def _names_elsewhere(thing: KnownName) -> Iterator[str]:
    """The names by which others call a thing: a team with "team" and without; who has no full name is not known elsewhere."""
    for name in (thing.name, *thing.aliases):
        if thing.kind is ElementKind.TEAM and name.lower().endswith(" team"):
            yield name[: -len(" team")]
        if thing.kind is not ElementKind.PERSON or " " in thing.name:
            yield name


def _by_weight(each: Introduction) -> tuple[int, list[str], str, str, tuple[str, ...]]:
    """An order that does not depend on where things are known from."""
    return (each.rank, sorted(each.paths), each.thing.kind, each.thing.name, each.thing.aliases)


def _united(introductions: Iterable[Introduction]) -> Iterable[Introduction]:
    """Things that have one kind and main name, as one."""
    found: dict[tuple[ElementKind, Form], Introduction] = {}
    for each in introductions:
        key = (each.thing.kind, form_of(each.thing.name))
        old = found.get(key)
        if old is None:
            found[key] = each
            continue
        names = dict.fromkeys((*old.thing.aliases, each.thing.name, *each.thing.aliases))
        names.pop(old.thing.name, None)
        thing = replace(old.thing, aliases=tuple(names))
        found[key] = Introduction(thing, old.paths | each.paths, min(old.rank, each.rank))
    return found.values()
