"""Drawings of parts of a case: elements in layers, what fails on the left, the pathways on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant import Answer
from assistant.answer import AnswerPath
from assistant.wording import verb
from graph.case import Case
from graph.elements import Basis, Element, Relation
from ui.views.layers import positions
from ui.views.palette import mark

MOST = 60
MOST_IN_ANSWER = 16
NUMBERS_WIDE, VERBS_WIDE = 252.0, 330.0
NAME_LENGTH = 56
DrawnData = dict[str, "str | float | bool | list[DrawnData]"]


@dataclass(frozen=True)
class Spot:
    """An element at its place; `look` is its verdict, "chosen" or nothing."""

    id: str
    label: str
    kind: str
    look: str
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """A relation between an element on the left and one on the right.

    `said`: citation numbers or a verb. `bold`: a step of a cited path. `leftward`: its arrow points to the left.
    """

    id: str
    left: str
    right: str
    said: str
    bold: bool = False
    inferred: bool = False
    leftward: bool = False


@dataclass(frozen=True)
class Drawing:
    """What is drawn, and how many elements are left out because there are too many."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    left_out: int = 0

    @property
    def rows(self) -> int:
        """Elements in the fullest layer."""
        columns = [spot.x for spot in self.spots]
        return max((columns.count(x) for x in set(columns)), default=0)


def answer_drawing(case: Case, answer: Answer) -> Drawing:
    """The answer's paths from what was asked about; relations bold and numbered like the citations.

    Where no path starts there, every path; empty where there is none.
    """
    subjects = {subject.id for subject in answer.subjects}
    led = [path for path in answer.paths if path.relations and path.elements[0] in subjects]
    every = led or [path for path in answer.paths if path.relations]
    paths = _first(every)
    steps = [relation for path in paths for relation in path.relations if relation in case.relations]
    numbers = {citation.passage: number for number, citation in enumerate(answer.citations, 1)}
    found = {id_: _numbers(case.relations[id_], numbers) for id_ in dict.fromkeys(steps)}
    ids = [id_ for path in paths for id_ in path.elements if id_ in case.elements]
    looks = {element.id: element.verdict for element in answer.elements if element.verdict}
    looks |= {outcome.id: outcome.verdict or "no-verdict" for outcome in answer.pathways}
    looks |= dict.fromkeys(subjects, "chosen")
    places = positions(tuple(dict.fromkeys(ids)), _pairs(case, found), NUMBERS_WIDE)
    left_out = {id_ for path in every for id_ in path.elements} - set(places)
    return Drawing(_spots(case, places, looks), _lines(case, found), len(left_out))


def _first(paths: Sequence[AnswerPath]) -> Sequence[AnswerPath]:
    """As many paths from the front as stay small together, at least one."""
    seen: set[str] = set()
    for number, path in enumerate(paths):
        seen |= set(path.elements)
        if number and len(seen) > MOST_IN_ANSWER:
            return paths[:number]
    return paths


def neighbour_drawing(case: Case, opened: Sequence[str]) -> Drawing:
    """The opened elements with everything one step from them; the last opened one is chosen."""
    near = [
        end
        for id_ in opened
        for relation in (*case.outgoing.get(id_, ()), *case.incoming.get(id_, ()))
        for end in (relation.source, relation.target)
    ]
    ids = list(dict.fromkeys((*opened, *near)))[:MOST]
    shown = frozenset(ids)
    lines = [r for r in case.standing_relations if r.source in shown and r.target in shown]
    said = {r.id: verb(r.type, case.elements[r.target].kind) for r in lines}
    places = positions(ids, _pairs(case, said), VERBS_WIDE)
    return Drawing(_spots(case, places, {opened[-1]: "chosen"}), _lines(case, said), len({*opened, *near}) - len(ids))


def drawing_words(drawing: Drawing) -> str:
    """What a drawing shows and how to use it, in words."""
    shown = f"{len(drawing.spots)} elements and {len(drawing.lines)} relations"
    left_out = f"; {drawing.left_out} more elements are not drawn" if drawing.left_out else ""
    dashed = " Dashed lines are inferred." if any(line.inferred for line in drawing.lines) else ""
    return f"{shown}{left_out}.{dashed} Choose an element to open what is one step from it; the same is listed below in words."


def drawing_data(drawing: Drawing) -> DrawnData:
    """The drawing as plain data for the page."""
    return {
        "spots": [
            {"id": s.id, "label": s.label, "look": s.look, "kind": s.kind, "x": s.x, "y": s.y} for s in drawing.spots
        ],
        "lines": [
            {
                "id": n.id,
                "left": n.left,
                "right": n.right,
                "said": n.said,
                "bold": n.bold,
                "inferred": n.inferred,
                "leftward": n.leftward,
            }
            for n in drawing.lines
        ],
    }


def _pairs(case: Case, relations: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What each relation leads to stands on the left, what it starts from on the right."""
    return ((case.relations[id_].target, case.relations[id_].source) for id_ in relations)


def _spots(case: Case, places: Mapping[str, tuple[float, float]], looks: Mapping[str, str]) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            id_, _label(case.elements[id_], looks.get(id_, "")), case.elements[id_].kind.value, looks.get(id_, ""), x, y
        )
        for id_, (x, y) in places.items()
    )


def _label(element: Element, look: str) -> str:
    name = element.name
    if len(name) > NAME_LENGTH:
        name = f"{name[:NAME_LENGTH].rsplit(' ', 1)[0]} …"
    shape = "" if look in {"", "chosen"} else f"{mark(None if look == 'no-verdict' else look).shape} "
    return f"{shape}{name}\n{element.kind} {element.number or ''}".rstrip()


def _lines(case: Case, said: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(_line(case.relations[id_], words) for id_, words in said.items())


def _line(relation: Relation, said: str) -> Line:
    """What carries a citation is a step of a path, drawn the way a failure goes; a verb reads from start to end."""
    cited = said.startswith("[")
    return Line(
        id=relation.id,
        left=relation.target,
        right=relation.source,
        said=said,
        bold=cited,
        inferred=relation.basis is Basis.INFERRED,
        leftward=bool(said) and not cited,
    )


def _numbers(relation: Relation, numbers: Mapping[str, int]) -> str:
    return " ".join(f"[{number}]" for number in sorted(numbers[p] for p in relation.passages if p in numbers))
