"""What may be said: facts, each with the names, numbers, verdicts and strengths that saying it must keep to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import AnswerElement, Role, Status
from graph.analysis import Chain, PathwayImpact, Verdict
from graph.elements import Strength


class Says(StrEnum):
    """What a fact says, which decides how it is worded; the fields that each uses stand beside it."""

    IMPACT_SUM = "how many pathways break"  # numbers and verdicts, worst first
    NOTHING_BREAKS = "no pathway rests on it"  # elements: failed; numbers: without a verdict
    NO_PATHWAY = "there is no pathway that could break"  # elements: failed; words: why
    UNNAMED_PATHWAYS = (
        "a sentence has it bear on pathways that it does not name"  # elements: failed; first passage: quote
    )
    BARE = "nothing is recorded beneath these pathways"  # elements: pathways
    HELD_BY = "what somebody owns or operates"  # elements: who, what
    PLANNED = "it is only planned"  # elements: the mitigation
    OUTCOME = "what happens to a pathway"  # elements: pathway, gone, left; numbers: how many are gone, further paths
    AFFECTED = "what else is affected"  # elements, verdicts
    SOLE_SUM = "how many things alone take it down"  # elements: top; numbers; strengths: the level
    SOLE = "this alone takes it below a level"  # elements: support, top; strength: the level
    PAIR_SUM = "how many pairs take it down, neither alone"  # elements: top; numbers: of all, shown; strengths: level
    PAIR = "these two together take it below a level"  # elements: both, top; strength: the level
    PAIRS_UNKNOWN = "there are too many pairs to try"  # elements: top
    APART_SUM = "from how many no support leads down to these"  # elements: these, they; numbers: of all, how many; words: of what
    MORE_AFFECTED = "how many more are affected than are listed"  # numbers
    PROTECTED = "nothing rests on what is to be ruled out"  # elements: the pathway
    RANK_SUM = "how many carry anything, and which most"  # elements; numbers: of all, shown
    RANKED = (
        "what an element carries"  # elements: it, its pathways; numbers: rank, broken, weakened, thinned; words: marks
    )
    LACKS = "what nobody says of an element"  # elements; words: what is missing
    STEP = "a relation in plain verbs"  # elements: source, target; words: verb, channel and time
    SAID = "what a passage says of an element"  # elements; the first passage is the quote
    QUOTED = "a sentence as it stands"  # the first passage is the quote
    ELAPSED = "how long from one place to another"  # words: the time; the first two passages are quoted
    SAID_BY = "who says it, or where it stands"  # elements; words: who or where; the first passage is the quote
    LISTED_SUM = "how many elements there are"  # elements; numbers; words: of what
    JOINED_SUM = "how many elements are joined to another"  # elements: it, they; numbers; words: of what, how
    WORTH = "what an element is worth as things stand"  # elements; strengths
    BY_DEFAULT = "what an element is taken for with nothing beneath it"  # elements; strengths: unstated, the default
    WINDOW = "how long a pathway can be reversed"  # elements; words: the time
    PREMISES = "what it rests on and with which operator"  # elements: top, premises; words: the operator
    PATH_SUM = "how one bears on another"  # elements: both; numbers: of further paths
    NOT_JOINED = "no recorded path leads from one to the other"  # elements: both
    SHARED = "what two elements share"  # elements: both, what is shared
    NOT_SHARED = "two elements share nothing"  # elements: both
    SWITCHED = "what changes when other relations count"  # elements: step, pathways; verdicts; words: verb, which
    NO_RING = "no support runs in a ring"  # no elements
    CIRCULAR = "support that runs in a ring"  # elements
    UNSTATED = "an operator that decides and that nobody states"  # elements; verdicts
    DIFFER = "what documents say in two ways"  # elements: it, and those that are named for it; words: as what, or how
    TRIGGERS = "what would invalidate what is counted"  # elements: trigger, target in turn; words: the verb
    CONTRADICTED = "what speaks against something that survives"  # elements: finding or trigger, target; words: verb


@dataclass(frozen=True)
class Fact:
    """One thing that may be said. A sentence that says it holds the names of `elements` and all of `words`, and its
    verdicts, strengths and numbers, each in this order and none besides.

    `chains` are its paths, `passages` what it may cite, the most telling first. `strengths`: None is "unstated".
    `spans`: the characters of the first passages, one each, that are to be quoted.
    """

    says: Says
    elements: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = ()
    strengths: tuple[Strength | None, ...] = ()
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    chains: tuple[Chain, ...] = ()
    passages: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    role: Role = Role.DETAIL


@dataclass(frozen=True)
class LostStep:
    """A line of a pathway that is gone: the chain from a failed element to it."""

    element: str
    was: Strength | None
    chain: Chain


@dataclass(frozen=True)
class Outcome:
    """A pathway with what it loses, each with the reason, and the note that the verdict alone does not give."""

    impact: PathwayImpact
    lost: tuple[LostStep, ...]
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything that an answer may say, in the order of answers.md."""

    status: Status
    subjects: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    intact: int = 0
    elements: tuple[AnswerElement, ...] = ()
    suggestions: tuple[str, ...] = ()


def alone(element: str) -> Chain:
    """The path that is a single element: what a passage states of it, or that it is in the case."""
    return Chain((element,), ())
