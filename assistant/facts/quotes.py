"""Facts that are a sentence of a document as it stands, or the time between two of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from assistant.course import Happening
from assistant.facts.fact import Fact, Says, alone
from assistant.facts.open_questions import people_in
from assistant.retrieval import Entry
from assistant.scope import Scope
from assistant.wording import capital, duration
from graph.elements import Relation, RelationType

LONG = 110


def quote_facts(entries: Iterable[Entry], scope: Scope) -> tuple[Fact, ...]:
    """Each sentence once, on the path of somebody whom it names, else of what it states or stands beside."""
    found: dict[tuple[str, int], Fact] = {}
    for entry in entries:
        if beside := beside_of(entry, scope):
            span = (entry.start, entry.end)
            fact = Fact(Says.QUOTED, (), chains=(alone(beside),), passages=(entry.passage.id,), spans=(span,))
            found.setdefault((entry.passage.id, entry.start), fact)
    return tuple(found.values())


def elapsed_fact(start: Happening, end: Happening, *, seconds: float, scope: Scope) -> Fact | None:
    """The time that passed between two sentences, both of which are quoted; None where no element stands beside one."""
    beside = [beside_of(each.entry, scope) for each in (start, end)]
    about = any(each.moment and each.moment.about for each in (start, end))
    if not all(beside):
        return None
    return Fact(
        Says.ELAPSED,
        (),
        words=(f"About {duration(seconds)}" if about else capital(duration(seconds)),),
        chains=tuple(alone(element) for element in dict.fromkeys(beside) if element),
        passages=tuple(each.entry.passage.id for each in (start, end)),
        spans=tuple(_opening(each.entry) for each in (start, end)),
    )


def messages_in(documents: Container[str], scope: Scope) -> Iterator[Relation]:
    """Everything that these documents say of who tells whom."""
    for relation in scope.case.standing_relations:
        told = relation.type in {RelationType.ALERTS, RelationType.ESCALATES_TO}
        here = any(passage.document in documents for passage in scope.case.quotes(relation))
        if told and here and scope.case.counted(relation, scope.switches):
            yield relation


def beside_of(entry: Entry, scope: Scope) -> str | None:
    """Somebody whom a sentence names, else the element that it states or stands beside."""
    return next(iter((*people_in(entry, scope), *scope.passages.elements_at(entry))), None)


def _opening(entry: Entry) -> tuple[int, int]:
    """The sentence, or its beginning up to a comma or a space where it is long."""
    if entry.end - entry.start <= LONG:
        return entry.start, entry.end
    beginning = entry.text[:LONG]
    cut = beginning.rfind(", ")
    return entry.start, entry.start + (cut if cut > LONG // 2 else beginning.rfind(" "))
