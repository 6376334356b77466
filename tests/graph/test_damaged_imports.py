"""Damaged files: whatever is cut out, put in or doubled, an import reads the file or refuses it in plain words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.errors import LoadpathError
from graph.interchange.formats import Format, format_of, read_files
from graph.interchange.reading import Reading
from graph.interchange.source import SourceFile
from graph.interchange.stating import changes_of
from tests.graph.importing import ADA
from tests.graph.test_gsn import BRIDGE
from tests.graph.test_openpsa import gate, tree, written
from tests.graph.test_oscal import DEFINITION, PLAN, RESULTS
from tests.graph.test_tea import GOALS, TREE

FAULT_TREE = tree(
    gate("top", written(("atleast", 2, ("a", "b", ("and", 0, ("c", "d")))))),
    more="<model-data><define-house-event name='a'><constant value='true'/></define-house-event></model-data>",
)["t.xml"]
SAMPLES = {
    Format.GSN: (BRIDGE + "module: {name: M, uses: [x.yaml]}\nCG1: {text: no, challenges: G2 -> Sn1}\n",),
    Format.TEA: (json.dumps(TREE, indent=1), json.dumps(GOALS)),
    Format.OSCAL: tuple(json.dumps(model, indent=1) for model in (DEFINITION, RESULTS, PLAN)),
    Format.OPENPSA: (FAULT_TREE,),
}
CUTS = st.lists(
    st.tuples(
        st.integers(0, 4000),
        st.integers(0, 30),
        st.sampled_from(["", "{", "]", '"', ":", "\n", "null", "<a>", "é", "1", "*a"]),
    ),
    min_size=1,
    max_size=3,
)


def damaged(text: str, cuts: list[tuple[int, int, str]]) -> str:
    for place, length, put_in in cuts:
        at = place % (len(text) + 1)
        text = text[:at] + put_in + text[at + length :]
    return text


def read_or_refusal(text: str, format_: Format) -> Reading | LoadpathError:
    try:
        return read_files((SourceFile.of("f", text.encode()),), format_)
    except LoadpathError as refused:
        return refused


@pytest.mark.parametrize("format_", SAMPLES)
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_plain_words(format_: Format, data: st.DataObject) -> None:
    text = damaged(data.draw(st.sampled_from(SAMPLES[format_])), data.draw(CUTS))
    reading = read_or_refusal(text, format_)
    if isinstance(reading, LoadpathError):
        assert reading.hint
        assert reading.message.startswith("'f'")
        assert "\n" not in reading.message
        return
    case = Case.of(CaseHead(id="c"))
    case, _ = apply_changes(case, changes_of(reading, case, ADA).changes)
    assert apply_changes(case, changes_of(reading, case, ADA).changes)[1].is_empty


@pytest.mark.parametrize("format_", SAMPLES)
def test_a_whole_file_is_known_by_what_it_holds(format_: Format) -> None:
    assert {format_of("f", text.encode()) for text in SAMPLES[format_]} == {format_}
