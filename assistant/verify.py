"""GATE 2: shows no sentence that does not stand.

A sentence stands when it says one of the facts: every path is one of the fact's and exists in the case, step by step;
every quote is verbatim in a passage that states what the sentence is about; the names and words of the fact are in
it, in order; and the verdicts, strengths and numbers in the rest of it are exactly the fact's. Anything else is
withheld, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.fact import Fact, Facts, Says
from assistant.quoting import is_verbatim, part
from assistant.wording import called
from assistant.writing import Sentence
from graph.analysis import Chain, Verdict
from graph.case import Case
from graph.elements import Strength
from graph.naming import COUNT_WORDS

NUMBERS = {word: number for number, word in enumerate(("none", *COUNT_WORDS))}
STRENGTHS: dict[str, Strength | None] = {
    "weak": Strength.WEAK,
    "moderate": Strength.MODERATE,
    "strong": Strength.STRONG,
    "nothing": Strength.NONE,
    "unstated": None,
}
_QUOTE = re.compile(r"“(.*)”", re.DOTALL)
_VERDICT = re.compile(r"\b(lost|weakened|thinned|intact)\b", re.IGNORECASE)
_STRENGTH = re.compile(rf"\b({'|'.join(STRENGTHS)})\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(rf"\b(\d+(?:\.\d+)?|{'|'.join(NUMBERS)})\b", re.IGNORECASE)


def verify(
    sentences: tuple[Sentence, ...], facts: Facts, case: Case
) -> tuple[tuple[Sentence, ...], tuple[tuple[Sentence, str], ...]]:
    """The sentences that stand, and the others each with the reason why it is withheld."""
    shown: list[Sentence] = []
    withheld: list[tuple[Sentence, str]] = []
    for sentence in sentences:
        why = next(_wrong(sentence, facts, case), None)
        if why is None:
            shown.append(sentence)
        else:
            withheld.append((sentence, why))
    return tuple(shown), tuple(withheld)


def _wrong(sentence: Sentence, facts: Facts, case: Case) -> Iterator[str]:
    if not 0 <= sentence.fact < len(facts.facts):
        yield "it says no fact"
        return
    fact = facts.facts[sentence.fact]
    if not sentence.chains:
        yield "it has no path"
    for chain in sentence.chains:
        yield from _wrong_path(chain, fact, case)
    yield from _wrong_quotes(sentence, fact, case)
    yield from _wrong_words(sentence, fact, case)


def _wrong_path(chain: Chain, fact: Fact, case: Case) -> Iterator[str]:
    if not chain.elements or any(element not in case.standing for element in chain.elements):
        yield "its path goes through something that is not in the case"
    elif len(chain.relations) != len(chain.elements) - 1:
        yield "its path has a gap"
    elif not all(_joins(case, relation, ends) for relation, *ends in _steps(chain)):
        yield "a step of its path does not join what it says it joins"
    elif chain not in fact.chains:
        yield "its path does not show this fact"


def _steps(chain: Chain) -> Iterator[tuple[str, str, str]]:
    return zip(chain.relations, chain.elements, chain.elements[1:], strict=False)


def _joins(case: Case, relation: str, ends: list[str]) -> bool:
    here = (*case.outgoing.get(ends[0], ()), *case.incoming.get(ends[0], ()))
    return any(r.id == relation and {r.source, r.target} == set(ends) for r in here)


def _wrong_quotes(sentence: Sentence, fact: Fact, case: Case) -> Iterator[str]:
    may_cite = _sources(fact, case)
    for quoted in sentence.quotes:
        if quoted.passage not in case.passages or quoted.passage not in may_cite:
            yield "it cites a passage that does not state it"
        elif not is_verbatim(quoted.quote, case.passages[quoted.passage]):
            yield "its quote is not what the passage says"
    if _QUOTE.search(_unquoted(sentence)):
        yield "the words in quotation marks are not its quote"
    if fact.says is Says.ELAPSED and _from_to(fact, case) not in sentence.text:
        yield "it does not say from when to when the fact is"


def _from_to(fact: Fact, case: Case) -> str:
    """Which sentence of which passage a time is from, and which it is to."""
    places = zip(fact.passages, fact.spans, strict=True)
    first, last = (part(case.passages[passage].text, span) for passage, span in places)
    return f" from “{first}” to “{last}”"


def _unquoted(sentence: Sentence) -> str:
    """What a sentence says itself, without its quotes."""
    text = sentence.text
    for quote in sorted((quoted.quote for quoted in sentence.quotes), key=len, reverse=True):
        text = text.replace(f"“{quote}”", " ")
    return text


def _sources(fact: Fact, case: Case) -> frozenset[str]:
    """The passages that state the fact, a step of its paths or an element on them."""
    found = set(fact.passages)
    for chain in fact.chains:
        for relation in chain.relations:
            found.update(case.relations[relation].passages)
        for element in chain.elements:
            found.update(case.elements[element].passages)
    return frozenset(found)


def _wrong_words(sentence: Sentence, fact: Fact, case: Case) -> Iterator[str]:
    text, at, rest = _QUOTE.sub(" ", _unquoted(sentence)), 0, ""
    for piece in pieces(fact, case):
        found = text.find(piece, at)
        if found < 0:
            yield f"it does not say “{piece}” where the fact does"
            return
        rest += f"{text[at:found]} "
        at = found + len(piece)
    rest += text[at:]
    if tuple(Verdict(word.casefold()) for word in _VERDICT.findall(rest)) != fact.verdicts:
        yield "its verdicts are not the fact's"
    if tuple(STRENGTHS[word.casefold()] for word in _STRENGTH.findall(rest)) != fact.strengths:
        yield "its strengths are not the fact's"
    if tuple(map(_number, _NUMBER.findall(rest))) != fact.numbers:
        yield "its numbers are not the fact's"
    if _NEGATION.search(rest):
        yield "it denies what the fact says"
    if any(name in rest for name in _names(case)):
        yield "it names something that the fact does not"


def pieces(fact: Fact, case: Case) -> tuple[str, ...]:
    """What a sentence must hold word for word, in order: the names of the fact's elements, and its words."""
    names = tuple(called(case.elements[element]) for element in fact.elements)
    match fact.says:
        case Says.STEP:
            return (names[0], f" {fact.words[0]} ", names[1], *fact.words[1:])
        case Says.SWITCHED if len(fact.words) > 1:
            return (names[0], f" {fact.words[0]} ", names[1], *fact.words[1:], *names[2:])
        case Says.TRIGGERS:
            pairs = zip(names[::2], names[1::2], strict=True)
            return tuple(piece for source, target in pairs for piece in (source, f" {fact.words[0]} ", target))
        case Says.SWITCHED | Says.LISTED_SUM | Says.JOINED_SUM | Says.APART_SUM:
            return (*fact.words, *names)
        case Says.CONTRADICTED:
            return (names[0], f" {fact.words[0]} ", names[1])
        case _:
            return (*names, *fact.words)


def _names(case: Case) -> tuple[str, ...]:
    """Names that are no ordinary words: those of several words, or with a capital or a digit."""
    named = (called(element) for element in case.standing.values())
    return tuple(name for name in named if " " in name or name != name.lower())


def _number(word: str) -> int | float:
    small = NUMBERS.get(word.casefold())
    return small if small is not None else float(word) if "." in word else int(word)
