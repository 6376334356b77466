from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.provenance import DocumentKind
from ingest.extractors.rules.cues import Said
from ingest.extractors.rules.outline import read_outline
from tests.ingest.rules.written import written

_LINES = ("# Gates", "The sluice is old. It leaks at night.", "Ida Noor: Who shuts it? Tell me.", "- The weir, too.")


@given(st.lists(st.sampled_from(_LINES), max_size=6))
def test_every_character_is_looked_up_in_the_one_sentence_that_holds_it(lines: list[str]) -> None:
    outline = read_outline(written(*lines, kind=DocumentKind.INTERVIEW))

    for offset in range(len(outline.document.text) + 1):
        holding = [each for each in outline.sentences if each.start <= offset < each.end]
        found = outline.sentence_at(offset)
        assert ([found] if found else []) == holding


def test_only_sentences_of_documents_of_ordinary_length_keep_their_letters() -> None:
    short, long = (read_outline(written(*(_LINES[1] for _ in range(lines)))) for lines in (10, 10_000))

    assert {type(each.text) for each in short.sentences} == {Said}
    assert {type(each.text) for each in long.sentences} == {str}
