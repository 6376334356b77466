"""A small case that tells the product's story: one setting beneath two controls, two monitors on one log, a critique."""

from __future__ import annotations

from collections.abc import Iterable

from graph.case import Case, CaseHead
from graph.elements import Element, ElementKind, Operator, Relation, RelationType, Strength, relation_id
from graph.provenance import Document, DocumentKind, Passage

K, R = ElementKind, RelationType

REPORT = """Pathway 1 is theft of the weights. It rests on Claim 1, a strong line, and on Claim 2, weak evidence.
Claim 1: Nobody can copy the weights unseen. Claim 1 rests on the Vault Gate.
Claim 2: A copy would be noticed. Either Watcher A or Watcher B would notice it.
The Vault Gate hands out weights and pages the duty engineer within five minutes. The Vault Team owns the Vault Gate.
Watcher A reads every command. Watcher B reads every tenth command. Both read the Brook log pipeline.
Pathway 2 is sabotage of research. It needs both Claim 1 and Claim 3.
Claim 3: Sabotage would be seen in review. The review trial caught 18 of 20 planted errors.
The duty engineer escalates to Nora Quist. The Brook log pipeline is owned by the Plumbing team.
The door camera watches the entrance. Nothing in this report rests on the door camera.
We plan a second gate, which would back up the Vault Gate.
"""
TALK = """The Vault Gate only means anything while the bucket permission is right.
Watcher A was tested once, and it saw 40 of 50 copies.
"""
CRITIQUE = """Harbour Review disputes Claim 3: the review trial used errors that were easy to see.
Harbour Review agrees with Claim 2.
"""
TEXTS = {"report": REPORT, "talk": TALK, "critique": CRITIQUE}


class _Builder:
    def __init__(self) -> None:
        kinds = {"report": DocumentKind.REPORT, "talk": DocumentKind.INTERVIEW, "critique": DocumentKind.CRITIQUE}
        self.documents = [Document(id=n, kind=k, title=n.capitalize(), text=TEXTS[n]) for n, k in kinds.items()]
        self.passages: dict[str, Passage] = {}
        self.elements: list[Element] = []
        self.relations: list[Relation] = []

    def passage(self, quote: str) -> str:
        document = next(name for name, text in TEXTS.items() if quote in text)
        start = TEXTS[document].index(quote)
        id_ = f"{document}:{start}-{start + len(quote)}"
        passage = Passage(
            id=id_, document=document, page=3, start=start, end=start + len(quote), text=quote, section="Controls"
        )
        self.passages[id_] = passage
        return id_

    def element(self, kind: ElementKind, name: str, quote: str, number: str | None = None) -> None:
        id_ = f"{kind}-{number}" if number else name.lower().replace(" ", "-")
        self.elements.append(Element(id=id_, kind=kind, name=name, number=number, passages=(self.passage(quote),)))

    def relate(self, source: str, kind: RelationType, targets: Iterable[str], quote: str) -> None:
        for target in targets:
            id_ = relation_id(kind, source, target)
            self.relations.append(
                Relation(id=id_, type=kind, source=source, target=target, passages=(self.passage(quote),))
            )


def vault_case() -> Case:
    """The case, made anew."""
    made = _Builder()
    _add_elements(made)
    _add_relations(made)
    operators = {"claim-2": Operator.DISJUNCTIVE, "pathway-2": Operator.CONJUNCTIVE, "pathway-1": Operator.CONVERGENT}
    strengths = {("pathway-1", "claim-2"): Strength.WEAK, ("pathway-1", "claim-1"): Strength.STRONG}
    return Case.of(
        CaseHead(id="vault"),
        elements=[e.model_copy(update={"operator": operators.get(e.id)}) for e in made.elements],
        relations=[
            r.model_copy(
                update={
                    "strength": strengths.get((r.source, r.target)),
                    "latency_s": 300.0 if r.type is R.ALERTS else None,
                }
            )
            for r in made.relations
        ],
        documents=made.documents,
        passages=made.passages.values(),
    )


def _add_elements(made: _Builder) -> None:
    made.element(K.PATHWAY, "Theft of the weights", "Pathway 1 is theft of the weights.", "1")
    made.element(K.PATHWAY, "Sabotage of research", "Pathway 2 is sabotage of research.", "2")
    made.element(K.CLAIM, "Nobody can copy the weights unseen", "Claim 1: Nobody can copy the weights unseen.", "1")
    made.element(K.CLAIM, "A copy would be noticed", "Claim 2: A copy would be noticed.", "2")
    made.element(K.CLAIM, "Sabotage would be seen in review", "Claim 3: Sabotage would be seen in review.", "3")
    made.element(K.CONTROL, "Vault Gate", "The Vault Gate hands out weights")
    made.element(K.CONTROL, "Watcher A", "Watcher A reads every command.")
    made.element(K.CONTROL, "Watcher B", "Watcher B reads every tenth command.")
    made.element(K.CONTROL, "Door camera", "The door camera watches the entrance.")
    made.element(K.DEPENDENCY, "Bucket permission", "while the bucket permission is right")
    made.element(K.DEPENDENCY, "Brook log pipeline", "Both read the Brook log pipeline.")
    made.element(K.EVIDENCE, "Review trial", "The review trial caught 18 of 20 planted errors.")
    made.element(K.EVIDENCE, "Copy test", "Watcher A was tested once, and it saw 40 of 50 copies.")
    made.element(K.PERSON, "Duty engineer", "pages the duty engineer within five minutes")
    made.element(K.PERSON, "Nora Quist", "The duty engineer escalates to Nora Quist.")
    made.element(K.TEAM, "Vault Team", "The Vault Team owns the Vault Gate.")
    made.element(K.TEAM, "Plumbing team", "The Brook log pipeline is owned by the Plumbing team.")
    made.element(K.ORGANIZATION, "Harbour Review", "Harbour Review disputes Claim 3")
    made.element(K.FINDING, "The planted errors were easy", "the review trial used errors that were easy to see")
    made.element(K.FINDING, "A copy is seen", "Harbour Review agrees with Claim 2.")
    made.element(K.MITIGATION, "Second gate", "We plan a second gate, which would back up the Vault Gate.")


def _add_relations(made: _Builder) -> None:
    both = "Both read the Brook log pipeline."
    made.relate("pathway-1", R.SUPPORTED_BY, ["claim-1", "claim-2"], "It rests on Claim 1, a strong line")
    made.relate("pathway-2", R.SUPPORTED_BY, ["claim-1", "claim-3"], "It needs both Claim 1 and Claim 3.")
    made.relate("claim-1", R.SUPPORTED_BY, ["vault-gate"], "Claim 1 rests on the Vault Gate.")
    made.relate("claim-2", R.SUPPORTED_BY, ["watcher-a", "watcher-b"], "Either Watcher A or Watcher B would notice it.")
    made.relate("claim-3", R.SUPPORTED_BY, ["review-trial"], "The review trial caught 18 of 20 planted errors.")
    made.relate("vault-gate", R.DEPENDS_ON, ["bucket-permission"], "only means anything while the bucket permission")
    made.relate("watcher-a", R.DEPENDS_ON, ["brook-log-pipeline"], both)
    made.relate("watcher-b", R.DEPENDS_ON, ["brook-log-pipeline"], both)
    made.relate("vault-gate", R.OWNED_BY, ["vault-team"], "The Vault Team owns the Vault Gate.")
    made.relate("brook-log-pipeline", R.OWNED_BY, ["plumbing-team"], "is owned by the Plumbing team")
    made.relate("vault-gate", R.ALERTS, ["duty-engineer"], "pages the duty engineer within five minutes")
    made.relate("duty-engineer", R.ESCALATES_TO, ["nora-quist"], "The duty engineer escalates to Nora Quist.")
    made.relate("watcher-a", R.EVALUATED_BY, ["copy-test"], "Watcher A was tested once")
    made.relate("the-planted-errors-were-easy", R.DISPUTES, ["claim-3"], "Harbour Review disputes Claim 3")
    made.relate("a-copy-is-seen", R.AGREES_WITH, ["claim-2"], "Harbour Review agrees with Claim 2.")
    made.relate("the-planted-errors-were-easy", R.RAISED_BY, ["harbour-review"], "Harbour Review disputes Claim 3")
    made.relate("a-copy-is-seen", R.RAISED_BY, ["harbour-review"], "Harbour Review agrees with Claim 2.")
    made.relate("second-gate", R.BACKS_UP, ["vault-gate"], "which would back up the Vault Gate")
