"""What awaits a decision: each with what hangs on it, the words that state it, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.analysis.proposals import Weighed
from graph.case import Case
from graph.elements import Element, Relation
from graph.provenance import Passage
from ui.views.decisions import thing_words
from ui.views.shapes import Json

AROUND = 120
"""How many characters before and after a quote are shown."""


def proposals_json(case: Case, rows: Sequence[Weighed], *, total: int) -> dict[str, Json]:
    """The shape that `review list --json` prints; `total` counts what there is, shown or not."""
    return {"case": case.head.id, "total": total, "rows": [_row(case, weighed) for weighed in rows]}


def proposals_lines(case: Case, rows: Sequence[Weighed], *, total: int) -> Iterator[str]:
    """What awaits a decision, heaviest first, with its first quote in context."""
    if not total:
        yield f"Nothing in case {case.head.id} is so: nothing to decide."
        return
    for number, weighed in enumerate(rows, 1):
        thing = weighed.thing
        yield f"{number:>3}. {thing_words(thing, case)}  {weighed.standing}{_weight(weighed)}"
        yield f"       {thing.id}"
        quotes = quotes_of(case, thing)
        last = "" if case.quotes(thing) else "until it was withdrawn, in "
        for passage in quotes[:1]:
            before, after = _around(case, passage)
            around = " ".join(f"{before}[{passage.text}]{after}".split())
            yield f"       {last}{place_words(case, passage)}: {around}"
        more = len(quotes) - 1
        if more > 0:
            yield f"       and {more} more {'place' if more == 1 else 'places'}"
    if total > len(rows):
        yield f"{len(rows)} of {total} shown: --top {total} shows all"
    yield "Decide: loadpath review accept NAME…, reject NAME…, edit NAME --field VALUE, merge KEPT TAKEN; review unions lists what may be one thing"


def _row(case: Case, weighed: Weighed) -> dict[str, Json]:
    thing = weighed.thing
    about: dict[str, Json]
    if isinstance(thing, Element):
        about = {"what": "element", "kind": thing.kind.value, "name": thing.name, "text": thing.text}
    else:
        about = {"what": "relation", "kind": thing.type.value, "name": thing_words(thing, case)}
        about |= {"source": thing.source, "target": thing.target, "basis": thing.basis.value}
    return {
        "id": thing.id,
        **about,
        "status": thing.status.value,
        "standing": weighed.standing.value,
        "rank": weighed.rank,
        "pathways": list(weighed.pathways),
        "quotes": [quote_json(case, passage) for passage in quotes_of(case, thing)],
    }


def quotes_of(case: Case, thing: Element | Relation) -> tuple[Passage, ...]:
    """The passages that state a thing; where none does any more, those of older versions that did, the latest first."""
    return case.quotes(thing) or tuple(case.passages[passage] for passage in reversed(thing.passages))


def quote_json(case: Case, passage: Passage) -> dict[str, Json]:
    """A quote with its place in its document and the words around it."""
    before, after = _around(case, passage)
    return {
        "document": case.documents[passage.document].title,
        "passage": passage.id,
        "page": passage.page,
        "section": passage.section,
        "time": passage.time,
        "speaker": passage.speaker,
        "quote": passage.text,
        "before": before,
        "after": after,
    }


def _around(case: Case, passage: Passage) -> tuple[str, str]:
    """The words before and after a quote in its document, cut at words; nothing where the text was left out."""
    text = case.documents[passage.document].text or ""
    before, after = text[max(0, passage.start - AROUND) : passage.start], text[passage.end : passage.end + AROUND]
    if passage.start > AROUND:
        before = f"…{before[before.find(' ') :]}"
    if passage.end + AROUND < len(text):
        after = f"{after[: after.rfind(' ') + 1]}…"
    return before, after


def place_words(case: Case, passage: Passage) -> str:
    """Document, page, section and time of a quote, as far as there are any."""
    page = f", p. {passage.page}" if passage.page else ""
    section = f", {passage.section}" if passage.section else ""
    time = f", {passage.time}" if passage.time else ""
    return f"{case.documents[passage.document].title}{page}{section}{time}"


def _weight(weighed: Weighed) -> str:
    if weighed.rank is None:
        return ""
    touched = len(weighed.pathways)
    return f", load-bearing rank {weighed.rank}: {touched} pathway{'' if touched == 1 else 's'} rest{'s' if touched == 1 else ''} on it"
