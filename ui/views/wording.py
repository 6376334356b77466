"""Relations in plain verbs read backwards, from their end to their start; forwards they read as in an answer."""

from __future__ import annotations

from assistant.wording import verb
from graph.elements import ElementKind, RelationType

_BACKWARDS = {
    RelationType.SUPPORTED_BY: "holds up",
    RelationType.DEPENDS_ON: "is needed by",
    RelationType.OWNED_BY: "owns",
    RelationType.OPERATED_BY: "operates",
    RelationType.ALERTS: "is alerted by",
    RelationType.ESCALATES_TO: "is escalated to by",
    RelationType.MEMBER_OF: "has as a member",
    RelationType.EVALUATED_BY: "evaluates",
    RelationType.RAISED_BY: "raised",
    RelationType.DISPUTES: "is disputed by",
    RelationType.QUALIFIES: "is qualified by",
    RelationType.AGREES_WITH: "is agreed with by",
    RelationType.IMPROVES: "would be improved by",
    RelationType.REPLACES: "would be replaced by",
    RelationType.BACKS_UP: "would be backed up by",
    RelationType.INVALIDATES: "would be invalidated by",
    RelationType.SUPERSEDES: "is superseded by",
}


def read_from(relation: RelationType, target: ElementKind, *, backwards: bool) -> str:
    """The verb of a relation, from its source to its target, which is of this kind, or `backwards`."""
    return _BACKWARDS[relation] if backwards else verb(relation, target)
