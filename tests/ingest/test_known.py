"""What linking keeps of a case from document to document saves time and changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from ingest.grounding import ground
from ingest.known import KnownThings
from ingest.linking import link
from tests.fakes import READ, LineExtractor, document
from tests.graph.deciding import decisions, made
from tests.ingest.test_linking_properties import CLAIMS, PEOPLE, THINGS

SHORT = st.builds(
    "{}{} {}".format,
    st.sampled_from(["control", "team"]),
    st.sampled_from(":?"),
    st.sampled_from(["Berth Lock Monitor (BLM)", "BLM", "BLM gate", "Berth lock monitor gate", "Bay Light Mast (BLM)"]),
)
TEXTS = st.lists(st.one_of(THINGS, CLAIMS, PEOPLE, SHORT), min_size=1, max_size=6).map("\n".join)
FILES = st.tuples(TEXTS, st.sampled_from(["quay.md", "pier.md", "mole.md"]))


@given(st.lists(FILES, min_size=2, max_size=5), st.data())
def test_a_document_is_linked_as_if_nothing_had_been_kept(files: list[tuple[str, str]], data: st.DataObject) -> None:
    case, known = Case.of(CaseHead(id="case")), KnownThings()
    for text, path in files:
        parsed = document(text, path)
        grounded = ground(parsed, LineExtractor().extract(parsed))

        linked = link(parsed, grounded, case, entered=READ, known=known)

        assert linked == link(parsed, grounded, case, entered=READ)
        case, _ = apply_changes(case, linked.changes)
        decision = data.draw(st.none() | decisions(case))
        case = made(case, decision) if decision else case


def test_an_acronym_that_comes_to_stand_for_two_things_stands_for_neither_any_more() -> None:
    texts = ("control: Berth Lock Monitor (BLM)", "control: BLM gate", "control: Bay Light Mast (BLM)")
    case, known = Case.of(CaseHead(id="case")), KnownThings()

    meanings = []
    for number, text in enumerate(texts):
        parsed = document(text, f"{number}.md")
        grounded = ground(parsed, LineExtractor().extract(parsed))
        case, _ = apply_changes(case, link(parsed, grounded, case, entered=READ, known=known).changes)
        known.read(case)
        meanings.append(known.expansions.get("blm"))

    assert meanings == [("berth", "lock", "monitor"), ("berth", "lock", "monitor"), None]
