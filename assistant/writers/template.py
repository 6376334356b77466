"""The offline writer: one short, active sentence a fact, with its paths and the quotes that state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from assistant.facts.fact import Fact, Facts, Says
from assistant.quoting import excerpt, part
from assistant.wording import called, capital, counted, in_words, listed, strength_word
from assistant.writers.sums import apart_sum, joined_sum, pair_sum, path_sum, rank_sum, sole_sum
from assistant.writing import Quoted, Sentence
from graph.analysis import Verdict
from graph.case import Case
from graph.elements import Element, Relation

QUOTES_A_FACT = 6
QUOTES_A_STEP = 3


class TemplateWriter:
    """Words every fact by a fixed pattern. See `Writer`."""

    def write(self, question: str | None, facts: Facts, case: Case) -> tuple[Sentence, ...]:
        """See `Writer.write`."""
        about = question or ""
        quotes = [tuple(_quotes(fact, about, case)) for fact in facts.facts]
        return tuple(
            Sentence(number, _Wording(fact, quoted, case).text(), fact.chains, quoted)
            for number, (fact, quoted) in enumerate(zip(facts.facts, quotes, strict=True))
        )


def _quotes(fact: Fact, about: str, case: Case) -> Iterator[Quoted]:
    """The quotes of a fact: its own passages first, then one for every step of its paths."""
    seen: set[str] = set()
    for passage, span in zip(fact.passages, fact.spans, strict=False):
        seen.add(passage)
        yield Quoted(passage, part(case.passages[passage].text, span))
    for passage in fact.passages[:QUOTES_A_FACT]:
        if passage not in seen:
            seen.add(passage)
            names = " ".join(called(case.elements[id_]) for id_ in fact.elements)
            yield Quoted(passage, excerpt(case.passages[passage].text, f"{about} {names}"))
    for chain in fact.chains:
        for relation in chain.relations:
            yield from _new(case.relations[relation], seen, case)
        if not chain.relations and not fact.passages:
            yield from _new(case.elements[chain.elements[0]], seen, case)


def _new(thing: Element | Relation, seen: set[str], case: Case) -> Iterator[Quoted]:
    for passage in case.quotes(thing)[:QUOTES_A_STEP]:
        if passage.id not in seen:
            seen.add(passage.id)
            yield Quoted(passage.id, quote_for(thing, passage.text, case))


def quote_for(thing: Element | Relation, text: str, case: Case) -> str:
    """The part of a passage that states an element or relation."""
    ends = (thing.id,) if isinstance(thing, Element) else (thing.source, thing.target)
    return excerpt(text, " ".join(called(case.elements[end]) for end in ends))


_OfOne = Literal[
    Says.BY_DEFAULT,
    Says.PLANNED,
    Says.AFFECTED,
    Says.PAIRS_UNKNOWN,
    Says.MORE_AFFECTED,
    Says.PROTECTED,
    Says.WORTH,
    Says.WINDOW,
    Says.NO_RING,
    Says.CIRCULAR,
    Says.UNSTATED,
]
_OfSeveral = Literal[
    Says.BARE, Says.HELD_BY, Says.TRIGGERS, Says.SOLE, Says.PAIR, Says.PREMISES, Says.NOT_JOINED, Says.SHARED, Says.NOT_SHARED, Says.DIFFER, Says.CONTRADICTED
]  # fmt: skip


class _Wording:
    """One fact with the names of its elements."""

    def __init__(self, fact: Fact, quotes: tuple[Quoted, ...], case: Case) -> None:
        self.fact = fact
        self.quotes = quotes
        self.names = tuple(called(case.elements[id_]) for id_ in fact.elements)

    def text(self) -> str:  # noqa: C901, PLR0911, PLR0912  one arm a kind of fact, so that none can be forgotten
        """The sentence of the fact."""
        fact, names = self.fact, self.names
        match fact.says:
            case Says.IMPACT_SUM:
                return self._impact_sum()
            case Says.NOTHING_BREAKS:
                return self._nothing_breaks()
            case Says.OUTCOME:
                return self._outcome()
            case Says.SOLE_SUM:
                return sole_sum(fact, names)
            case Says.PAIR_SUM:
                return pair_sum(fact, names)
            case Says.RANK_SUM:
                return rank_sum(fact, names)
            case Says.RANKED:
                return self._ranked()
            case Says.JOINED_SUM | Says.APART_SUM:
                return joined_sum(fact, names) if fact.says is Says.JOINED_SUM else apart_sum(fact, names)
            case Says.PATH_SUM:
                return path_sum(fact, names)
            case Says.SWITCHED:
                return self._switched()
            case Says.LACKS:
                return f"{listed(names)}: no document of this case says {fact.words[0]}."
            case Says.STEP:
                return f"{names[0]} {fact.words[0]} {names[1]}{''.join(f', {how}' for how in fact.words[1:])}."
            case Says.SAID:
                return f"{names[0]}: “{self.quotes[0].quote}”"
            case Says.SAID_BY:
                return f"On {names[0]}, {fact.words[0]}: “{self.quotes[0].quote}”"
            case Says.QUOTED:
                return f"“{self.quotes[0].quote}”"
            case Says.ELAPSED:
                first, last = (quoted.quote for quoted in self.quotes[:2])
                return f"{fact.words[0]} from “{first}” to “{last}”{'' if last.endswith(('.', '…')) else '.'}"
            case Says.LISTED_SUM:
                return f"{capital(in_words(fact.numbers[0]))} {fact.words[0]}: {'; '.join(names)}."
            case Says.NO_PATHWAY | Says.UNNAMED_PATHWAYS:
                return self._no_verdict(fact.says)
            case (
                Says.BARE | Says.HELD_BY | Says.TRIGGERS | Says.SOLE | Says.PAIR | Says.PREMISES
                | Says.NOT_JOINED | Says.SHARED | Says.NOT_SHARED | Says.DIFFER | Says.CONTRADICTED
            ):  # fmt: skip
                return self._of_several(fact.says)
            case _:
                return self._of_one(fact.says)

    def _of_one(self, says: _OfOne) -> str:
        """The sentence of a short fact about one thing, or about all."""
        fact, names = self.fact, self.names
        match says:
            case Says.AFFECTED:
                text = f"{names[0]} is {fact.verdicts[0]}."
            case Says.PROTECTED:
                text = f"{names[0]} is itself what is to be prevented; what can fail is what it rests on."
            case Says.WORTH:
                text = f"{names[0]} is held up at {strength_word(fact.strengths[0])} as things stand."
            case Says.BY_DEFAULT:
                unstated, default = map(strength_word, fact.strengths)
                text = f"{names[0]} has no recorded line of support: its strength is {unstated} and taken as {default} by default."
            case Says.PLANNED:
                text = f"{names[0]} is only planned (a mitigation): no support is counted as resting on a plan."
            case Says.WINDOW:
                text = f"{names[0]} can be reversed within {fact.words[0]}."
            case Says.NO_RING:
                text = "No recorded support runs in a ring."
            case Says.PAIRS_UNKNOWN:
                text = f"Too many things stand beneath {names[0]} to try every pair of failures."
            case Says.MORE_AFFECTED:
                more = counted(fact.numbers[0], "further element")
                text = f"{capital(more)} {_is(fact.numbers[0])} affected; the answer as JSON (--json) lists them all."
            case Says.CIRCULAR:
                text = f"{listed(names)}: no verdict, since the support runs in a ring."
            case Says.UNSTATED:
                text = (
                    f"No document names the operator of {names[0]}; its lines are taken as convergent. "
                    f"Were all of them required, it would be {fact.verdicts[0]}."
                )
            case other:
                assert_never(other)
        return text

    def _of_several(self, says: _OfSeveral) -> str:
        """The sentence of a short fact about what several things have to do with one another."""
        fact, names = self.fact, self.names
        match says:
            case Says.BARE:
                has, it = ("has", "it") if len(names) == 1 else ("have", "them")
                text = (
                    f"{listed(names)} {has} no recorded line of support, so no failure can be shown to bring {it} down."
                )
            case Says.HELD_BY:
                it = "that fails is" if len(names[1:]) == 1 else "any of these fails is"
                text = f"{names[0]} owns or operates {listed(names[1:])}; what breaks if {it} to be asked."
            case Says.TRIGGERS:
                pairs = zip(names[::2], names[1::2], strict=True)
                told = "; ".join(f"{source} {fact.words[0]} {target}" for source, target in pairs)
                text = f"{told}: all are counted as they stand."
            case Says.PAIR:
                text = f"{names[0]} and {names[1]} together take {names[2]} below {strength_word(fact.strengths[0])}."
            case Says.SOLE:
                text = f"{names[0]} alone takes {names[1]} below {strength_word(fact.strengths[0])}."
            case Says.PREMISES:
                text = f"{names[0]} rests on {listed(names[1:])}: {fact.words[0]}."
            case Says.NOT_JOINED:
                text = f"No recorded path leads between {names[0]} and {names[1]}."
            case Says.SHARED:
                text = f"{names[0]} and {names[1]} share {listed(names[2:])}."
            case Says.NOT_SHARED:
                text = f"{names[0]} and {names[1]} share no element that is recorded."
            case Says.DIFFER:
                text = f"{names[0]}: {f'{listed(names[1:])} are ' if names[1:] else ''}{fact.words[0]}."
            case Says.CONTRADICTED:
                text = f"{names[0]} {fact.words[0]} {names[1]}, which is counted as it stands."
            case other:
                assert_never(other)
        return text

    def _impact_sum(self) -> str:
        verdicts, numbers = self.fact.verdicts, self.fact.numbers
        if len(numbers) == 1:
            return f"The one pathway is {verdicts[0]}."
        first, whole, *more = numbers
        parts = [f"{capital(in_words(first))} of {counted(whole, 'pathway')} {_is(first)} {verdicts[0]}"]
        for number, verdict in zip(more, verdicts[1:], strict=False):
            parts.append(f"{'none' if number == 0 else in_words(number)} {_is(max(number, 1))} {verdict}")
        parts += [f"{in_words(n)} {'has' if n == 1 else 'have'} no verdict" for n in more[len(verdicts) - 1 :]]
        return f"{', '.join(parts)}."

    def _nothing_breaks(self) -> str:
        unknown = "".join(
            f"; {counted(number, 'pathway')} on circular support has no verdict" for number in self.fact.numbers
        )
        return f"No pathway breaks without {listed(self.names)}{unknown}."

    def _no_verdict(self, says: Literal[Says.NO_PATHWAY, Says.UNNAMED_PATHWAYS]) -> str:
        named = listed(self.names)
        match says:
            case Says.NO_PATHWAY:
                return f"Without {named}, no pathway can be shown to break: no pathway {self.fact.words[0]}."
            case Says.UNNAMED_PATHWAYS:
                quote = self.quotes[0].quote
                return f"{named} is said to bear on pathways, without a recorded relation to any, so no verdict can be given: “{quote}”"
            case other:
                assert_never(other)

    def _outcome(self) -> str:
        fact, names = self.fact, self.names
        worth = fact.strengths[len(fact.strengths) - self._kept() :]
        own = fact.strengths[: len(fact.strengths) - self._kept()]
        gone = names[1 : len(names) - self._kept()]
        left = names[len(names) - self._kept() :] if self._kept() else ()
        text = f"{names[0]} is {fact.verdicts[0]}: {' → '.join(map(strength_word, own))}"
        if gone:
            text += f"; gone: {'; '.join(gone)}"
        if left:
            text += f"; left: {'; '.join(f'{n} ({strength_word(s)})' for n, s in zip(left, worth, strict=True))}"
        return text + "".join(f"; {counted(number, 'further path')}" for number in fact.numbers) + "."

    def _kept(self) -> int:
        """How many of the names are lines that are left: all strengths but the pathway's own."""
        changed = self.fact.verdicts[0] in (Verdict.LOST, Verdict.WEAKENED)
        return len(self.fact.strengths) - (2 if changed else 1)

    def _switched(self) -> str:
        if len(self.fact.words) == 1:
            which, names = self.fact.words[0], self.names
            return f"When {which}, {listed(names)} {_is(len(names))} {self.fact.verdicts[0]}."
        source, target, *pathways = self.names
        does, why, which = self.fact.words
        rest = f"{listed(tuple(pathways))} {_is(len(pathways))} {self.fact.verdicts[0]}"
        return f"That {source} {does} {target} {why}: {which}, {rest}."

    def _ranked(self) -> str:
        fact, names = self.fact, list(self.names[1:])
        parts = []
        for number, does in zip(fact.numbers[1:], ("breaks", "weakens", "thins"), strict=True):
            listed_names = f": {listed(tuple(names[:number]))}" if number else ""
            parts.append(f"{does} {in_words(number) if number else 'none'}{listed_names}")
            del names[:number]
        return f"{fact.numbers[0]}. {self.names[0]} alone {'; '.join(parts)}{''.join(f'; {w}' for w in fact.words)}."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
