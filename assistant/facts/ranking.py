"""What carries most: the ranking with the pathways behind each place, and what nobody keeps track of."""

from __future__ import annotations

from assistant.answer import AnswerElement, Role, Status
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.intents import Ranking as RankingOf
from assistant.scope import Scope
from graph.analysis import Bearing, Ranking, Untracked
from graph.elements import THINGS

SHOWN = 10
MARKS = {
    Untracked.NO_OWNER: "no owner is recorded",
    Untracked.NO_EVIDENCE: "nothing recorded shows that it works",
    Untracked.NOT_EVALUATED: "no evaluation is recorded",
    Untracked.INTERVIEW_ONLY: "only interviews name it",
}


def ranking_facts(intent: RankingOf, scope: Scope) -> Facts:
    """The heaviest first: as many as were asked for, else the first ten; how many there are in all is said."""
    ranking = scope.ranking(intent.kinds or THINGS)
    rows = [row for row in ranking.rows if row.pathways and _fits(row, intent)]
    if not rows:
        return Facts(Status.NOT_IN_DOCUMENTS)
    shown = rows[: intent.top or SHOWN]
    total = Fact(
        Says.RANK_SUM,
        (shown[0].element,),
        numbers=(len(rows), len(shown)),
        chains=ranking.paths(shown[0]) or (alone(shown[0].element),),
        role=Role.HEADLINE,
    )
    return Facts(
        Status.ANSWERED,
        facts=(total, *(_ranked(row, ranking) for row in shown)),
        elements=tuple(_element(row, scope) for row in shown),
    )


def _fits(row: Bearing, intent: RankingOf) -> bool:
    if intent.lacking is not None:
        return bool(row.breaks or row.weakens) and any(mark == intent.lacking for mark in row.untracked)
    return not intent.untracked or (bool(row.breaks or row.weakens) and bool(row.untracked))


def _ranked(row: Bearing, ranking: Ranking) -> Fact:
    return Fact(
        Says.RANKED,
        (row.element, *row.breaks, *row.weakens, *row.thins),
        numbers=(row.rank, len(row.breaks), len(row.weakens), len(row.thins)),
        words=tuple(MARKS[mark] for mark in row.untracked),
        chains=ranking.paths(row),
    )


def _element(row: Bearing, scope: Scope) -> AnswerElement:
    element = scope.case.elements[row.element]
    return AnswerElement(id=element.id, name=element.name, kind=element.kind, score=float(len(row.breaks)))
