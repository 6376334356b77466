"""A pattern that is not tried on a text would not have matched it."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors import rules
from ingest.extractors.rules.cues import Cue, Said
from ingest.extractors.rules.required import letters_of, required
from tests.evaluation.cards import CARDS
from tests.evaluation.expected import read_yaml

MODULES = [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]
CUES = sorted({value for module in MODULES for value in vars(module).values() if isinstance(value, Cue)}, key=id)
TEXTS = [line for card in read_yaml(CARDS / "reports-read.yaml")[:12] for line in card["text"].splitlines() if line]
PARTS = [
    "page",
    "pages?",
    r"\bstop(?:s|ped)?\b",
    "(?:owner|author)s",
    "(?=.*lamp)",
    "(?!lamp)",
    "[Kk]iln",
    "x{0,2}ray",
    r"\w+ed",
]


def test_no_pattern_of_the_rules_is_spared_where_it_matches() -> None:
    letters = [letters_of(text) for text in TEXTS]
    for cue in CUES:
        needed = required(cue.pattern, cue.flags)
        spared = [text for text, held in zip(TEXTS, letters, strict=True) if needed and needed.isdisjoint(held)]
        assert not [text for text in spared if re.search(cue.pattern, text, cue.flags)], cue.pattern


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=3),
    st.sampled_from(["", "|"]),
    st.text("pagestowneruhlmKkilxyd \u017f\u0131\u0130\u212a", max_size=24) | st.sampled_from(TEXTS),
)
def test_what_a_pattern_needs_is_in_all_that_it_matches(parts: list[str], between: str, text: str) -> None:
    pattern = between.join(parts)
    for flags in (re.NOFLAG, re.IGNORECASE):
        needed = required(pattern, flags)
        if needed and needed.isdisjoint(letters_of(text)):
            assert re.search(pattern, text, flags) is None


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:page|alert)s?\b", {"page", "aler"}),
        ("is|are", set()),
        ("(?:lamp)?shade", {"shad"}),
        ("[Oo]wner", {"wner"}),
        ("(?:ab)+cde", {"cde"}),
    ],
)
def test_what_every_match_has_is_known(pattern: str, needed: set[str]) -> None:
    assert required(pattern) == needed


def test_a_cue_that_is_tried_often_finds_what_the_pattern_finds() -> None:
    pattern = r"\bp(?:ages|hones)\s+(\w+)"
    cue = Cue(pattern)
    for text in ["nobody is told", "it pages Ada", "the door shuts", "it phones Bo and pages Cy"] * 30:
        found = (cue.findall(Said(text)), [each[0] for each in cue.finditer(Said(text))], cue.search(Said(text)))
        alone = re.search(pattern, text)
        assert found[:2] == (re.findall(pattern, text), [each[0] for each in re.finditer(pattern, text)])
        assert (found[2] and found[2][0]) == (alone and alone[0])
