"""What an answer says it understood is read in the same way when it is asked again, so that it can be edited."""

from __future__ import annotations

import pytest

from assistant import Scope, ask
from assistant.intents import (
    Apart,
    Aspect,
    Compare,
    Context,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    Intent,
    ListElements,
    OpenQuestion,
    PathBetween,
    Ranking,
    Rings,
    Scenario,
    SoleSupports,
    Standing,
    Who,
    WhoRole,
    WhoSaid,
)
from assistant.planners.phrasing import PhrasingPlanner
from assistant.reading import read_as
from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from tests.assistant.cases import vault_case
from tests.drafting import drafted

SCOPE = Scope(vault_case())
K, R = ElementKind, RelationType
CONTROLS = frozenset({K.CONTROL})
READ: tuple[Intent, ...] = (
    Impact(("vault-gate",)),
    Impact(("watcher-a", "watcher-b")),
    Impact(("harbour-review",), Scenario.IS_RIGHT),
    Impact(("brook-log-pipeline",), Scenario.IS_SHARED),
    Impact(("vault-gate",), about=("pathway-1",)),
    SoleSupports(("pathway-2",)),
    SoleSupports(),
    SoleSupports(("pathway-2",), together=True),
    Ranking(),
    Ranking(CONTROLS),
    Ranking(CONTROLS, untracked=True, lacking="no_owner"),
    Ranking(top=3),
    Who(("vault-gate",), WhoRole.OWNS),
    Who(("vault-gate",), WhoRole.OPERATES),
    Who(("vault-gate",), WhoRole.IS_TOLD),
    Who(("watcher-a",), WhoRole.EVALUATED),
    Who(("claim-3",), WhoRole.RAISED),
    Who(("vault-team",), WhoRole.BELONGS),
    EvidenceFor(("claim-3",)),
    EvidenceFor(("watcher-a",), evaluations=True),
    FindingsOn(),
    FindingsOn(("claim-3",)),
    FindingsOn(by=("harbour-review",)),
    FindingsOn(("claim-3",), ("harbour-review",)),
    FindingsOn(stance=R.DISPUTES),
    FindingsOn(stance=R.DISPUTES, kinds=frozenset({K.CLAIM})),
    FindingsOn(own=True),
    FindingsOn(("claim-3",), own=True),
    PathBetween("bucket-permission", "pathway-2"),
    Compare("watcher-a", "watcher-b"),
    ListElements(CONTROLS),
    ListElements(CONTROLS, lacking=frozenset({R.OWNED_BY})),
    ListElements(frozenset({K.DEPENDENCY}), only_in=DocumentKind.INTERVIEW),
    ListElements(CONTROLS, joined="pathway-1"),
    ListElements(CONTROLS, joined="brook-log-pipeline", by=frozenset({R.DEPENDS_ON, R.SUPPORTED_BY})),
    ListElements(CONTROLS, joined="vault-team", by=frozenset({R.OWNED_BY})),
    Apart(("vault-gate",), CONTROLS),
    Apart(("vault-gate",), frozenset({K.PATHWAY})),
    Standing(),
    Standing(frozenset({K.CLAIM})),
    Rings(),
    Describe(("vault-gate",)),
    Describe(("claim-2",), Aspect.PARTS),
    Describe(("vault-gate",), Aspect.NEEDS),
    Describe(("claim-2",), Aspect.STRENGTH),
    WhoSaid("Watcher A saw 40 of 50 copies"),
    OpenQuestion("How many planted errors did the review catch?"),
)


def understood(text: str) -> str:
    return read_as(PhrasingPlanner().plan(text, SCOPE, Context()), SCOPE)


@pytest.mark.parametrize("intent", READ, ids=lambda intent: read_as(intent, SCOPE).partition(" · ")[0])
def test_a_reading_is_read_as_itself(intent: Intent) -> None:
    words = read_as(intent, SCOPE)

    assert understood(words.partition(" · ")[0]) == words


def test_a_kind_behind_a_name_tells_namesakes_apart() -> None:
    case = drafted({"p": "pathway", "c": "control", "d": "dependency"}, "p > c, c >> d")
    named = [e.model_copy(update={"name": "Marrow"}) if e.id in "cd" else e for e in case.elements.values()]
    scope = Scope(case.of(case.head, elements=named, relations=case.relations.values()))

    answer = ask("What breaks if Marrow (dependency) fails?", scope)

    assert [subject.id for subject in answer.subjects] == ["d"]
