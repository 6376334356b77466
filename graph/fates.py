"""What became of elements that count no more: rejected, merged into another, replaced, or stated by nothing current."""

from __future__ import annotations

from graph.case import Case
from graph.decisions import Judged, United, in_force
from graph.elements import Element, RelationType, ReviewStatus

Fate = tuple[str, str]
"""What became of an element, and what can be done; two empty texts where there is nothing to say."""


def fate_of(case: Case, element: Element) -> Fate:
    """What became of an element that the case has and that does not count."""
    if element.status is ReviewStatus.REJECTED:
        judged = [d for d in in_force(case.decisions.values()) if isinstance(d, Judged) and element.id in d.things]
        by = f" by {judged[-1].by.who}, {judged[-1].by.when}" if judged else ""
        return f"it was rejected{by}", f"To have it count again: loadpath review accept {element.id}"
    for line in case.relations.values():
        if line.type is RelationType.SUPERSEDES and line.target == element.id and line.source in case.standing:
            newer = case.standing[line.source]
            return f"'{newer.name}' has replaced it", f"Name that one: {newer.id}"
    again = "Read a document that states it; `loadpath review list --status withdrawn` has what it said."
    return "no current document states it any more", again


def fate_of_id(case: Case, id_: str) -> Fate:
    """What became of an element of this id that the case no longer has: merged into another, or nothing to say."""
    kept = {d.taken: d for d in in_force(case.decisions.values()) if isinstance(d, United)}
    merged, seen = kept.get(id_), {id_}
    while merged is not None and merged.kept in kept and merged.kept not in seen:
        seen.add(merged.kept)
        merged = kept[merged.kept]
    if merged is None or merged.kept not in case.elements:
        return "", ""
    name = case.elements[merged.kept].name
    became = f"{merged.by.who} merged it into '{name}', {merged.by.when}"
    return became, f"Name that one: {merged.kept}; to part them: loadpath review undo {merged.id}"
