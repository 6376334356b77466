"""Wrong versions of right sentences: each differs from one in a single respect, and must not be shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations

from assistant.facts.fact import Facts
from assistant.wording import called
from assistant.writing import Quoted, Sentence
from graph.analysis import Chain
from graph.case import Case

VERDICTS = ("lost", "weakened", "thinned", "intact")
STRENGTHS = ("weak", "moderate", "strong", "unstated", "nothing")
NUMBERS = ("one", "two", "three", "four")
Mutator = Callable[[Sentence, Facts, Case], Iterator[Sentence]]


def mutants(sentence: Sentence, facts: Facts, case: Case) -> Iterator[tuple[str, Sentence]]:
    """Every wrong version of a sentence, with what was done to it."""
    for mutate in MUTATORS:
        for mutant in mutate(sentence, facts, case):
            if mutant != sentence:
                yield mutate.__name__, mutant


def another_word(words: tuple[str, ...], sentence: Sentence, names: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentence with one of some words, where it is no part of a name or quote, changed for another."""
    hidden = re.sub(
        "|".join([r"“.*”", *map(re.escape, names)]), lambda m: "·" * len(m[0]), sentence.text, flags=re.DOTALL
    )
    for match in re.finditer(rf"\b({'|'.join(words)})\b", hidden, re.IGNORECASE):
        other = next(word for word in words if word != match[0].casefold())
        yield replace(sentence, text=sentence.text[: match.start()] + other + sentence.text[match.end() :])


def other_verdict(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    yield from another_word(VERDICTS, sentence, names_of(sentence, facts, case))


def other_strength(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    yield from another_word(STRENGTHS, sentence, names_of(sentence, facts, case))


def other_number(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    yield from another_word(NUMBERS, sentence, names_of(sentence, facts, case))


def other_name(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    """Each name with another letter at its end, and changed for the name of something else."""
    names = names_of(sentence, facts, case)
    stranger = next(called(e) for e in case.standing.values() if called(e) not in names)
    for name in dict.fromkeys(names):
        for wrong in (f"{name[:-1]}{'x' if name[-1] != 'x' else 'y'}", stranger):
            yield replace(sentence, text=sentence.text.replace(name, wrong, 1))


def names_swapped(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    """The first two names in each other's place: what needs is needed, what is gone is left."""
    names = tuple(dict.fromkeys(names_of(sentence, facts, case)))
    for first, second in list(permutations(names, 2))[:2]:
        if first not in second and second not in first:
            swapped = sentence.text.replace(first, "\0").replace(second, first).replace("\0", second)
            yield replace(sentence, text=swapped)


def denied(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    del facts, case
    yield replace(sentence, text=sentence.text.replace(" is ", " is not ", 1))


def other_paths(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    """A path that is not there, that runs the other way, has a gap, or has a step that joins something else."""
    del facts
    yield replace(sentence, chains=())
    for place, chain in enumerate(sentence.chains):
        for wrong in _wrong_chains(chain, case):
            yield replace(sentence, chains=(*sentence.chains[:place], wrong, *sentence.chains[place + 1 :]))


def _wrong_chains(chain: Chain, case: Case) -> Iterator[Chain]:
    yield Chain(("no such element", *chain.elements[1:]), chain.relations)
    if chain.relations:
        stranger = next(id_ for id_ in case.relations if id_ not in chain.relations)
        yield Chain(chain.elements[::-1], chain.relations[::-1])
        yield Chain(chain.elements[:-1], chain.relations)
        yield Chain(chain.elements, ("no such relation", *chain.relations[1:]))
        yield Chain(chain.elements, (stranger, *chain.relations[1:]))


def other_quotes(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    """A quote with one character changed, moved to another passage, or of a passage about something else."""
    del facts
    for place, quoted in enumerate(sentence.quotes):
        far = next(p for p in case.passages.values() if quoted.quote not in p.text and "door camera" in p.text)
        for wrong in (
            Quoted(quoted.passage, f"{quoted.quote[:-2]}{'x' if quoted.quote[-2] != 'x' else 'y'}{quoted.quote[-1]}"),
            Quoted(far.id, quoted.quote),
            Quoted(far.id, far.text),
            Quoted("no such passage", quoted.quote),
        ):
            yield replace(sentence, quotes=(*sentence.quotes[:place], wrong, *sentence.quotes[place + 1 :]))


def other_fact(sentence: Sentence, facts: Facts, case: Case) -> Iterator[Sentence]:
    del case
    yield replace(sentence, fact=len(facts.facts))


def names_of(sentence: Sentence, facts: Facts, case: Case) -> tuple[str, ...]:
    """The names that a sentence must hold, the longest first."""
    names = (called(case.elements[id_]) for id_ in facts.facts[sentence.fact].elements)
    return tuple(sorted(names, key=len, reverse=True))


MUTATORS: tuple[Mutator, ...] = (
    other_verdict,
    other_strength,
    other_number,
    other_name,
    names_swapped,
    denied,
    other_paths,
    other_quotes,
    other_fact,
)
