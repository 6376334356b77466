from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ui.views.layers import positions

IDS = tuple("abcdefgh")
WIDTH = 100.0
pairs = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=14)


@given(pairs)
def test_no_two_elements_share_a_place(drawn: list[tuple[str, str]]) -> None:
    assert len(set(positions(IDS, drawn, WIDTH).values())) == len(IDS)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14))
def test_without_a_circle_every_line_leads_right(drawn: list[tuple[int, int]]) -> None:
    lines = [(IDS[min(a, b)], IDS[max(a, b)]) for a, b in drawn if a != b]

    places = positions(IDS, lines, WIDTH)

    assert all(places[left][0] < places[right][0] for left, right in lines)


@given(pairs)
def test_places_do_not_depend_on_repeated_lines(drawn: list[tuple[str, str]]) -> None:
    assert positions(IDS, drawn, WIDTH) == positions(IDS, [*drawn, *drawn], WIDTH)


def test_a_leaf_stands_beside_what_it_holds_up() -> None:
    places = positions(("a", "b", "c", "leaf"), [("a", "b"), ("b", "c"), ("leaf", "c")], WIDTH)

    assert places["leaf"][0] == places["b"][0]


def test_nothing_gives_no_places() -> None:
    assert positions((), (), WIDTH) == {}


def test_a_long_chain_is_laid_out() -> None:
    ids = tuple(f"e{number}" for number in range(60))

    places = positions(ids, itertools.pairwise(ids), WIDTH)

    assert len({x for x, _ in places.values()}) == 60
