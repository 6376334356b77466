"""A small case about a ferry's control room, and answers on it: what the page is tested with, hostile text included."""

from __future__ import annotations

from assistant.answer import (
    Answer,
    AnswerElement,
    AnswerPath,
    Citation,
    IntentName,
    LostLine,
    Named,
    PathwayOutcome,
    Role,
    Statement,
    Status,
    SurvivingLine,
    Withheld,
)
from graph.case import Case, CaseHead
from graph.changes import Changes
from graph.elements import Basis, Element, ElementKind, Operator, Relation, RelationType, Strength, relation_id
from graph.provenance import Document, DocumentKind, Passage

HOSTILE = "<img src=x onerror=alert(1)> **bold** $x^2$ <script>alert(1)</script>"
REPORT = (
    "Risk report of the ferry's pilot system.\n\n"
    "Pathway 1: Silent course change. The case against it rests on Claim 2.1 and on Claim 2.2.\n"
    "Claim 2.1: The bridge would see a change of course.\n"
    "Claim 2.1 rests on the Helm Watch, which compares the course with the plan once a minute.\n"
    "Claim 2.2: A change could be undone in time. This is shown by the drill of May.\n"
    "Pathway 2: Locked-out crew. It rests on the Manual Override alone.\n"
    f"A note in the margin reads: {HOSTILE}\n"
)
INTERVIEW = (
    "00:03:10 Ada Lund: The Helm Watch only works if the plan share is mounted read-only.\n"
    "00:04:02 Ada Lund: Nobody looks after that share as far as I know.\n"
)
_TEXTS = {"report": REPORT, "interview": INTERVIEW}


def _passage(id_: str, document: str, quote: str, **where: str | int) -> Passage:
    start = _TEXTS[document].index(quote)
    return Passage.model_validate(
        {"id": id_, "document": document, "start": start, "end": start + len(quote), "text": quote, **where}
    )


PASSAGES = (
    _passage("q1", "report", "The case against it rests on Claim 2.1 and on Claim 2.2", page=3, section="§2"),
    _passage("q2", "report", "Claim 2.1 rests on the Helm Watch", page=3, section="§2.1"),
    _passage(
        "q3",
        "interview",
        "The Helm Watch only works if the plan share is mounted read-only",
        time="00:03:10",
        speaker="Ada Lund",
    ),
    _passage("q4", "report", "This is shown by the drill of May", page=4),
    _passage("q5", "report", "It rests on the Manual Override alone", page=5),
    _passage("q6", "report", HOSTILE, page=9),
)
DOCUMENTS = (
    Document(id="report", kind=DocumentKind.REPORT, title="Ferry Risk Report", path="report.pdf", text=REPORT),
    Document(id="interview", kind=DocumentKind.INTERVIEW, title="Interview: bridge", text=INTERVIEW),
)


def _element(id_: str, kind: ElementKind, name: str, passage: str, **more: object) -> Element:
    return Element.model_validate({"id": id_, "kind": kind, "name": name, "passages": (passage,), **more})


ELEMENTS = (
    _element("course", ElementKind.PATHWAY, "Silent course change", "q1", operator=Operator.CONVERGENT),
    _element("lockout", ElementKind.PATHWAY, "Locked-out crew", "q5"),
    _element("seen", ElementKind.CLAIM, "The bridge would see a change of course", "q2", number="2.1"),
    _element(
        "undone", ElementKind.CLAIM, "A change could be undone in time", "q4", strength=Strength.WEAK, number="2.2"
    ),
    _element("watch", ElementKind.CONTROL, "Helm Watch", "q2"),
    _element("override", ElementKind.CONTROL, "Manual Override", "q5"),
    _element("share", ElementKind.DEPENDENCY, "read-only mount of the plan share", "q3", aliases=("plan share",)),
    _element("drill", ElementKind.EVIDENCE, "drill of May", "q4"),
    _element("note", ElementKind.TRIGGER, HOSTILE, "q6"),
)


def _relation(kind: RelationType, source: str, target: str, passage: str, basis: Basis = Basis.STATED) -> Relation:
    id_ = relation_id(kind, source, target)
    return Relation(id=id_, type=kind, source=source, target=target, passages=(passage,), basis=basis)


RELATIONS = (
    _relation(RelationType.SUPPORTED_BY, "course", "seen", "q1"),
    _relation(RelationType.SUPPORTED_BY, "course", "undone", "q1"),
    _relation(RelationType.SUPPORTED_BY, "seen", "watch", "q2", Basis.INFERRED),
    _relation(RelationType.DEPENDS_ON, "watch", "share", "q3"),
    _relation(RelationType.SUPPORTED_BY, "undone", "drill", "q4"),
    _relation(RelationType.SUPPORTED_BY, "lockout", "override", "q5"),
    _relation(RelationType.INVALIDATES, "note", "watch", "q6"),
)
HEAD = CaseHead(id="ferry-1", title="Ferry pilot, first assessment", created="2026-05-01T00:00:00Z")
CHANGES = Changes(documents=DOCUMENTS, passages=PASSAGES, elements=ELEMENTS, relations=RELATIONS)


def ferry_case() -> Case:
    """The case itself."""
    return Case.of(HEAD, elements=ELEMENTS, relations=RELATIONS, documents=DOCUMENTS, passages=PASSAGES)


def ferry_answer() -> Answer:
    """What breaks if the plan share is not read-only."""
    return Answer(
        question="What breaks if the plan share is writable?",
        assistant="offline",
        status=Status.ANSWERED,
        intent=IntentName.IMPACT,
        read_as='impact of "read-only mount of the plan share" (dependency) · all relations · case ferry-1',
        subjects=(Named(id="share", name="read-only mount of the plan share", kind=ElementKind.DEPENDENCY),),
        statements=(
            Statement(text="One of two pathways is weakened.", role=Role.HEADLINE, paths=(0,)),
            Statement(text="Silent course change falls from strong to weak.", paths=(0,), citations=(0,)),
            Statement(text='The step "Claim 2.1 rests on Helm Watch" is inferred.', role=Role.CAREFUL, citations=(1,)),
        ),
        pathways=(
            PathwayOutcome(
                id="course",
                name="Silent course change",
                before=Strength.STRONG,
                after=Strength.WEAK,
                verdict="weakened",
                lost=(
                    LostLine(
                        id="seen",
                        name="Claim 2.1",
                        was=Strength.STRONG,
                        because="its Helm Watch needs the read-only mount",
                        paths=(0,),
                    ),
                ),
                survives=(SurvivingLine(id="undone", name="Claim 2.2", strength=Strength.WEAK, citations=(2,)),),
                note="1 of 2 lines is gone",
            ),
        ),
        intact=1,
        elements=(
            AnswerElement(id="watch", name="Helm Watch", kind=ElementKind.CONTROL, verdict="lost"),
            AnswerElement(id="seen", name="Claim 2.1", kind=ElementKind.CLAIM, verdict="lost"),
        ),
        paths=(
            AnswerPath(
                elements=("share", "watch", "seen", "course"),
                relations=("watch|DEPENDS_ON|share", "seen|SUPPORTED_BY|watch", "course|SUPPORTED_BY|seen"),
                text="read-only mount of the plan share ←needs– Helm Watch [1] ←rests on– Claim 2.1 [2] "
                "←rests on– Silent course change [3]",
            ),
        ),
        citations=(
            _citation("q3", "Interview: bridge", time="00:03:10", speaker="Ada Lund"),
            _citation("q2", "Ferry Risk Report", page="3", section="§2.1"),
            _citation("q1", "Ferry Risk Report", page="3", section="§2"),
        ),
        withheld=(Withheld(text="Both pathways are lost.", why="the verdict of Locked-out crew is intact"),),
        followups=("Who owns the plan share?", "What carries most?"),
    )


def no_answer(status: Status, *suggestions: str) -> Answer:
    """One of the ways of having no answer."""
    return Answer(
        question="What breaks if the helm clock fails?",
        assistant="offline",
        status=status,
        intent=IntentName.IMPACT,
        statements=(Statement(text="A sentence that says which it is.", role=Role.HEADLINE),),
        suggestions=suggestions,
    )


def _citation(passage: str, document: str, **where: str) -> Citation:
    quote = next(known.text for known in PASSAGES if known.id == passage)
    return Citation.model_validate({"document": document, "quote": quote, "passage": passage, **where})
