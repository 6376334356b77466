"""Plain words for the graph: what things are called, the verb of every relation, and paths as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import assert_never

from graph.analysis import Chain
from graph.case import Case
from graph.elements import Element, ElementKind, Operator, Relation, RelationType, Strength
from graph.naming import COUNT_WORDS

LONG_NAME = 90
_NUMBERS = ("no", *COUNT_WORDS)


def called(element: Element) -> str:
    """What an answer calls an element: its name, after kind and number where the source numbers it."""
    name = element.name if len(element.name) <= LONG_NAME else f"{element.name[:LONG_NAME].rsplit(' ', 1)[0]} …"
    if element.number is None or re.search(rf"\b{re.escape(element.number)}\b", name):
        return name
    return f"{element.label} ({name})"


def verb(relation: RelationType, target: ElementKind) -> str:
    """The verb that leads from a relation's source to its target."""
    if relation is RelationType.SUPPORTED_BY:
        return "is shown by" if target is ElementKind.EVIDENCE else "rests on"
    return _VERBS[relation]


_VERBS: Mapping[RelationType, str] = {
    RelationType.DEPENDS_ON: "needs",
    RelationType.OWNED_BY: "is owned by",
    RelationType.OPERATED_BY: "is operated by",
    RelationType.ALERTS: "alerts",
    RelationType.ESCALATES_TO: "escalates to",
    RelationType.MEMBER_OF: "is part of",
    RelationType.EVALUATED_BY: "is evaluated by",
    RelationType.RAISED_BY: "is raised by",
    RelationType.DISPUTES: "disputes",
    RelationType.QUALIFIES: "qualifies",
    RelationType.AGREES_WITH: "agrees with",
    RelationType.IMPROVES: "improves",
    RelationType.REPLACES: "replaces",
    RelationType.BACKS_UP: "backs up",
    RelationType.INVALIDATES: "would invalidate",
    RelationType.SUPERSEDES: "supersedes",
}


def sentence(case: Case, relation: Relation) -> str:
    """A relation as a clause: 'weight access control needs file mode of the weights bucket'."""
    source, target = case.elements[relation.source], case.elements[relation.target]
    return f"{called(source)} {verb(relation.type, target.kind)} {called(target)}"


def path_text(case: Case, chain: Chain, numbers: Mapping[str, int]) -> str:
    """A chain in plain verbs, each step with the number of its source; `numbers`: relation or element id -> source."""
    first = chain.elements[0]
    parts = [called(case.elements[first])]
    if not chain.relations and first in numbers:
        parts.append(f"[{numbers[first]}]")
    for position, id_ in enumerate(chain.relations):
        relation = case.relations[id_]
        word = verb(relation.type, case.elements[relation.target].kind)
        forward = relation.source == chain.elements[position]
        parts.append(f"–{word}→" if forward else f"←{word}–")
        parts.append(called(case.elements[chain.elements[position + 1]]))
        if id_ in numbers:
            parts.append(f"[{numbers[id_]}]")
    return " ".join(parts)


def operator_words(operator: Operator, k: int | None) -> str:
    """What an operator asks for, said of premises."""
    match operator:
        case Operator.CONJUNCTIVE:
            return "all of them have to hold (conjunctive)"
        case Operator.DISJUNCTIVE:
            return "any of them suffices (disjunctive)"
        case Operator.CONVERGENT:
            return "they are independent lines that add up (convergent); not all of them have to hold"
        case Operator.AT_LEAST:
            return f"at least {in_words(k or 1)} of them have to hold"
        case other:
            assert_never(other)


def in_words(number: int) -> str:
    """A small number as a word, a larger one in digits; 0 is 'no'."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def counted(number: int, noun: str) -> str:
    """'one pathway', 'three pathways'."""
    return f"{in_words(number)} {plural(noun) if number != 1 else noun}"


def plural(noun: str) -> str:
    """The plural of a noun of this program: 'person' is 'people', 'evidence' has none."""
    special = {"person": "people", "evidence": "pieces of evidence"}
    if noun in special:
        return special[noun]
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def listed(names: tuple[str, ...]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def duration(seconds: float) -> str:
    """A time in its largest whole unit, 900 -> '15 minutes'; in several where that would be over 99: '6 hours 4 minutes'."""
    for size in _UNITS.values():
        if seconds >= size and seconds % size == 0 and seconds // size < _MANY:
            return _spans(int(seconds // size), size)
    if seconds < _MANY or seconds % 1:
        return f"{seconds:g} seconds"
    parts, left = [], int(seconds)
    for size in _UNITS.values():
        number, left = divmod(left, size)
        parts += [_spans(number, size)] if number else []
    return " ".join(parts)


def _spans(number: int, size: int) -> str:
    unit = next(unit for unit, seconds in _UNITS.items() if seconds == size)
    return f"{number} {unit}{'' if number == 1 else 's'}"


_UNITS: Mapping[str, int] = {"week": 604800, "day": 86400, "hour": 3600, "minute": 60, "second": 1}
_MANY = 100


def strength_word(strength: Strength | None) -> str:
    """A strength as a word: 'unstated' where nobody says it, 'nothing' for none."""
    return "unstated" if strength is None else "nothing" if strength is Strength.NONE else strength.value
