"""An answer: statements tied to graph paths and to exact quotes, in the shape that `ask --json` prints."""

from __future__ import annotations

from enum import StrEnum

from graph.elements import ElementKind, Strength
from graph.provenance import Frozen


class Status(StrEnum):
    """What came of a question; the four ways of having no answer are never confused."""

    ANSWERED = "answered"
    NOTHING_BREAKS = "nothing_breaks"
    UNKNOWN_ELEMENT = "unknown_element"
    AMBIGUOUS = "ambiguous"
    NOT_IN_DOCUMENTS = "not_in_documents"
    NOT_UNDERSTOOD = "not_understood"


class IntentName(StrEnum):
    """What can be asked."""

    IMPACT = "impact"
    SOLE_SUPPORTS = "sole_supports"
    RANKING = "ranking"
    ROADMAP = "roadmap"
    WHO = "who"
    RESPONSE_CHAIN = "response_chain"
    EVIDENCE = "evidence"
    FINDINGS = "findings"
    PATH = "path"
    LIST = "list"
    DESCRIBE = "describe"
    COMPARE = "compare"
    OTHER = "other"


class Role(StrEnum):
    """Where a statement stands in an answer (answers.md): the one sentence first, then details, then what to mind."""

    HEADLINE = "headline"
    DETAIL = "detail"
    CAREFUL = "careful"


class Named(Frozen):
    """An element by id, name and kind."""

    id: str
    name: str
    kind: ElementKind


class Statement(Frozen):
    """A sentence with the paths and citations (positions in the answer's lists) that it rests on."""

    text: str
    paths: tuple[int, ...] = ()
    citations: tuple[int, ...] = ()
    role: Role = Role.DETAIL


class LostLine(Frozen):
    """A direct line of a pathway that is gone: what it `was` worth, the step that loses it, and its paths."""

    id: str
    name: str
    was: Strength | None = None
    because: str = ""
    paths: tuple[int, ...] = ()


class SurvivingLine(Frozen):
    """A direct line of a pathway that is left, what it is worth afterwards, and who says that it is a line."""

    id: str
    name: str
    strength: Strength
    citations: tuple[int, ...] = ()


class PathwayOutcome(Frozen):
    """What a scenario does to a pathway. `verdict` and strengths are None where support is circular.

    `note` says in a few words what the verdict alone does not: "1 of 3 lines is gone".
    """

    id: str
    name: str
    before: Strength | None
    after: Strength | None
    verdict: str | None
    lost: tuple[LostLine, ...] = ()
    survives: tuple[SurvivingLine, ...] = ()
    note: str = ""


class AnswerElement(Frozen):
    """An element of the answer set. `verdict` for questions of impact; `score` where the answer is ranked."""

    id: str
    name: str
    kind: ElementKind
    verdict: str | None = None
    score: float | None = None


class AnswerPath(Frozen):
    """A chain of elements and the relations between them; `text` says it in words."""

    elements: tuple[str, ...]
    relations: tuple[str, ...] = ()
    text: str = ""


class Citation(Frozen):
    """An exact quote and where it stands. `document` is the title; `page` as printed, or counted from 1."""

    document: str
    quote: str
    passage: str
    page: str | None = None
    section: str | None = None
    time: str | None = None
    speaker: str | None = None


class Withheld(Frozen):
    """A sentence that was not shown, and why."""

    text: str
    why: str


class Answer(Frozen):
    """The answer that terminal, page, exports and tools show. `read_as`: what was understood, with scope."""

    question: str | None
    assistant: str
    status: Status
    intent: IntentName
    read_as: str = ""
    subjects: tuple[Named, ...] = ()
    statements: tuple[Statement, ...] = ()
    pathways: tuple[PathwayOutcome, ...] = ()
    intact: int = 0
    elements: tuple[AnswerElement, ...] = ()
    paths: tuple[AnswerPath, ...] = ()
    citations: tuple[Citation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    suggestions: tuple[str, ...] = ()
    followups: tuple[str, ...] = ()
