"""Everything that can be asked: a closed union of frozen intents, each naming elements by id, and the Planner port.

`asks` is what an answer calls the intent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

from assistant.answer import IntentName
from assistant.scope import Scope
from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind


class Scenario(StrEnum):
    """How the named elements make others fail: by failing, by being right, or by being shared."""

    FAILS = "fails"
    IS_RIGHT = "is right"
    IS_SHARED = "is shared"


@dataclass(frozen=True)
class Impact:
    """What breaks in a scenario. `about`: the pathways that were asked about; all where it is empty."""

    asks: ClassVar[IntentName] = IntentName.IMPACT

    failed: tuple[str, ...]
    scenario: Scenario = Scenario.FAILS
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class SoleSupports:
    """What alone takes an element down. No `subjects`: every pathway. No `kinds`: the kinds of things.

    `failing`: the question took a pathway for something that fails. `lost`: what takes it down altogether is asked,
    not what takes it below what it is worth. `together`: which two do it together, neither of them alone.
    """

    asks: ClassVar[IntentName] = IntentName.SOLE_SUPPORTS

    subjects: tuple[str, ...] = ()
    kinds: frozenset[ElementKind] = frozenset()
    failing: bool = False
    lost: bool = False
    together: bool = False


@dataclass(frozen=True)
class Ranking:
    """What carries most. `untracked`: only what lacks an owner, evidence or evaluation; `lacking` narrows that."""

    asks: ClassVar[IntentName] = IntentName.RANKING

    kinds: frozenset[ElementKind] = frozenset()
    untracked: bool = False
    lacking: str | None = None
    top: int | None = None


class WhoRole(StrEnum):
    """What people have to do with a thing."""

    OWNS = "owns"
    OPERATES = "operates"
    IS_TOLD = "is told"
    EVALUATED = "evaluated"
    RAISED = "raised"
    BELONGS = "belongs to"


@dataclass(frozen=True)
class Who:
    """Who stands in this role to the elements. `words`: the question's own, for what only a passage says.

    `until`: by way of whom one element hears of the first is asked, and how long that takes; '' where it is not.
    """

    asks: ClassVar[IntentName] = IntentName.WHO

    subjects: tuple[str, ...]
    role: WhoRole
    words: str = ""
    until: str = ""


@dataclass(frozen=True)
class EvidenceFor:
    """What backs the elements. `evaluations`: whether they were tested."""

    asks: ClassVar[IntentName] = IntentName.EVIDENCE

    subjects: tuple[str, ...]
    evaluations: bool = False
    words: str = ""


@dataclass(frozen=True)
class FindingsOn:
    """What critics say: of the elements, or those raised by `by`; `own`: what a report admits itself."""

    asks: ClassVar[IntentName] = IntentName.FINDINGS

    subjects: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    stance: RelationType | None = None
    own: bool = False
    kinds: frozenset[ElementKind] = frozenset()


@dataclass(frozen=True)
class PathBetween:
    """How one element bears on another."""

    asks: ClassVar[IntentName] = IntentName.PATH

    start: str
    end: str


@dataclass(frozen=True)
class ListElements:
    """The elements of some kinds whose words fit, that have a relation `by` to `joined` or, with no `by`, stand
    beneath it, that have no relation of the types in `lacking`, or that only documents of the kind `only_in` name;
    of those in `among`, where it is not empty.
    """

    asks: ClassVar[IntentName] = IntentName.LIST
    kinds: frozenset[ElementKind] = frozenset()
    words: str = ""
    joined: str | None = None
    by: frozenset[RelationType] = frozenset()
    lacking: frozenset[RelationType] = frozenset()
    only_in: DocumentKind | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Apart:
    """The elements of these kinds that rest on none of the `subjects`, however far down."""

    asks: ClassVar[IntentName] = IntentName.LIST

    subjects: tuple[str, ...]
    kinds: frozenset[ElementKind]


@dataclass(frozen=True)
class Standing:
    """How strong each pathway is as things stand, or each element of one of the kinds that are held up."""

    asks: ClassVar[IntentName] = IntentName.LIST

    kinds: frozenset[ElementKind] = frozenset({ElementKind.PATHWAY})


@dataclass(frozen=True)
class Rings:
    """Which support runs in a ring."""

    asks: ClassVar[IntentName] = IntentName.LIST


class Aspect(StrEnum):
    """What a description begins with: all that is known, the premises, what is needed, or the strength."""

    WHOLE = "whole"
    PARTS = "parts"
    NEEDS = "needs"
    STRENGTH = "strength"


@dataclass(frozen=True)
class Describe:
    """What one or more elements are, what they rest on, and with which operator."""

    asks: ClassVar[IntentName] = IntentName.DESCRIBE

    subjects: tuple[str, ...]
    aspect: Aspect = Aspect.WHOLE


@dataclass(frozen=True)
class Compare:
    """What two elements have in common and what not."""

    asks: ClassVar[IntentName] = IntentName.COMPARE

    first: str
    second: str


@dataclass(frozen=True)
class WhoSaid:
    """Who said something, or where it stands. `words`: what was said."""

    asks: ClassVar[IntentName] = IntentName.WHO

    words: str


@dataclass(frozen=True)
class OpenQuestion:
    """A question of fact that only the passages can answer. `named`: its words that name the subjects."""

    asks: ClassVar[IntentName] = IntentName.OTHER

    words: str
    subjects: tuple[str, ...] = ()
    named: str = ""


@dataclass(frozen=True)
class Grounds:
    """What an answer rests on: "why?", "how do you know?". `of`: what was asked, in the words of `question`."""

    asks: ClassVar[IntentName] = IntentName.EVIDENCE

    of: AboutElements | OpenQuestion
    question: str = ""


@dataclass(frozen=True)
class UnknownName:
    """The question is clear but for a name that no element has. `near`: the nearest names."""

    name: str
    near: tuple[str, ...]
    asks: IntentName


@dataclass(frozen=True)
class AmbiguousMention:
    """The question is clear but for a name that several elements have: `candidates` are their names, `ids` they."""

    name: str
    candidates: tuple[str, ...]
    asks: IntentName
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotUnderstood:
    """No reading is near enough. `readings`: three questions to choose from; `aside`: what the question sets aside."""

    asks: ClassVar[IntentName] = IntentName.OTHER

    readings: tuple[str, ...]
    aside: str = ""


AboutElements = (
    Impact
    | SoleSupports
    | Ranking
    | Who
    | EvidenceFor
    | FindingsOn
    | PathBetween
    | ListElements
    | Apart
    | Standing
    | Rings
    | Describe
    | Compare
    | WhoSaid
)
Intent = AboutElements | OpenQuestion | Grounds | UnknownName | AmbiguousMention | NotUnderstood


@dataclass(frozen=True)
class Context:
    """What was said before: the last intent, its question, the elements of its answer, best first, and the elements
    asked about before that, the latest first. Empty at the start.
    """

    intent: Intent | None = None
    elements: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    question: str = ""


class Planner(Protocol):
    """Turns a question into an intent."""

    @property
    def name(self) -> str:
        """What an answer calls the assistant."""
        ...

    def plan(self, question: str, scope: Scope, context: Context) -> Intent:
        """The intent of the question, after what was said before; never an element that the case does not hold."""
        ...
