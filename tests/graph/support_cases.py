"""Random small cases of support: every operator, strength, basis and status, with or without cycles."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.case import Case, Switches
from graph.elements import LEGAL, ElementKind, RelationType
from tests.drafting import SIGNS, drafted

KINDS = ("pathway", "argument", "claim", "evidence", "control", "dependency", "team", "person", "organization")
OPERATORS = ("", "", "", "conjunctive", "disjunctive", "convergent", "at_least 1", "at_least 2", "at_least 3")
STRENGTHS = ("", "", "", "", "strong", "moderate", "weak", "none")

switches = st.builds(Switches, basis=st.sampled_from(("all", "stated")), status=st.sampled_from(("all", "accepted")))


@st.composite
def support_cases(draw: st.DrawFn, *, most: int = 9, cyclic: bool = False) -> Case:
    """Up to `most` elements; the first is a pathway and relations lead to later ones, unless `cyclic`."""
    size = draw(st.integers(2, most))
    kinds = ["pathway", *(draw(st.sampled_from(KINDS)) for _ in range(size - 1))]
    elements = {f"{kind[:2]}{place}": f"{kind} {draw(_words(kind))}" for place, kind in enumerate(kinds)}
    names = list(elements)
    pairs = [(a, b) for a in range(size) for b in range(size) if cyclic or a < b]
    legal = [
        f"{names[a]} {sign} {names[b]}"
        for a, b in pairs
        for sign, type_ in SIGNS.items()
        if (ElementKind(kinds[a]), RelationType(type_), ElementKind(kinds[b])) in LEGAL
    ]
    chosen = draw(st.lists(st.sampled_from(legal), unique=True, max_size=2 * size)) if legal else []
    return drafted(elements, ",".join(f"{line} {draw(_marks)}" for line in chosen))


def _words(kind: str) -> st.SearchStrategy[str]:
    operator = st.just("") if kind in {"team", "person", "organization"} else st.sampled_from(OPERATORS)
    return st.builds("{} {} {}".format, st.sampled_from(STRENGTHS), operator, _status)


_status = st.sampled_from(("accepted", "accepted", "accepted", "", "rejected"))
_basis = st.sampled_from(("", "", "inferred", "entered"))
_marks = st.builds("{} {} {}".format, st.sampled_from(STRENGTHS), _basis, _status)
