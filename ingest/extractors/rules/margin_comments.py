"""Comments in the margin: each is a point of whoever wrote it, about what the words state that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import CRITICIZED, Basis, ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.finding_aims import aims_of
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.opinions import opinions_in
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import Point, clipped, titled
from ingest.extractors.rules.reading import Place, Reading

_OF_THE_WORDING = Cue(
    r"\W*(?:(?:minor|small|just\s+a|possible)\s+)?(?:typos?|nits?|spelling|grammar|punctuation|format(?:ting)?|layout|style|font|wording|reword\w*|rephrase\w*|"
    r"capitali[sz]\w+|delete\b|remove\s+(?:this|the)\s+(?:space|comma|line|word)|(?:insert|add|missing)\s+(?:an?\s+|the\s+)?(?:comma|space|full\s+stop|"
    r"period|hyphen|bullet|heading|caption|reference|citation|link|date|footnote|page\s+number)|(?:please\s+)?(?:update|fix|check)\s+(?:the\s+)?"
    r"(?:date|format\w*|spelling|reference|link|numbering|page\s+number)|cross-?ref\w*|move\s+(?:this|up|down|to)|split\s+this|merge\s+with)\b",
    re.IGNORECASE,
)
_OF_THE_THREAD = Cue(
    r"\W*(?:done|fixed|resolved|corrected|updated|changed|added|removed|deleted|addressed|noted|accepted|rejected|thanks|thank\s+you|cheers|ok(?:ay)?|sure|"
    r"will\s+do|on\s+it|see\s+(?:above|below|my|comment|previous)|ditto|same\s+(?:here|as)|as\s+(?:above|before|discussed)|to\s*do|tbd|tbc|fyi|"
    r"@[\w.-]+|\+1|closing\b|closed\b|leave\s+(?:as|it))(?!\w)",
    re.IGNORECASE,
)
_AGREES = Cue(
    r"\W*(?:(?:yes|agreed|correct|exactly|indeed|true|right|good\s+point)\b(?!\s+but)[.,:;!—–-]|(?:i|we)\s+(?:fully\s+|strongly\s+|quite\s+)?agree\b(?![^.]*\bbut\b))",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_FEWEST_OF_A_QUESTION = 3
_BACK = 60
_WEIGHT = (RelationType.DISPUTES, RelationType.QUALIFIES, RelationType.AGREES_WITH)
_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})


def read_margin_comments(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """A finding for each comment on the substance, raised by its author, about what its words name or hang on."""
    for unit in reading.outline.units:
        if unit.kind is BlockKind.COMMENT and _is_on_substance(unit):
            yield from _finding(reading, unit)


def _is_on_substance(unit: Unit) -> bool:
    """Does a comment say something of the matter, and not only of the wording or to the others in its thread?"""
    words = len(re.findall(r"[^\W_]+", unit.text))
    if _OF_THE_WORDING.match(unit.text) or _OF_THE_THREAD.match(unit.text):
        return False
    return words >= (_FEWEST_OF_A_QUESTION if unit.text.rstrip().endswith("?") else _FEWEST_WORDS)


def _finding(reading: Reading, unit: Unit) -> Iterator[ProposedElement | ProposedRelation]:
    first, last = unit.sentences[0], unit.sentences[-1]
    name = first.text if first.text.endswith("?") else titled(unit.sentences)
    point = Point(f"{ElementKind.FINDING}:{unit.index}", clipped(name), unit.sentences)
    quote = reading.outline.short_quote(first.start, last.end)
    yield ProposedElement(point.key, ElementKind.FINDING, point.name, quote, text=quote.text)
    if author := reading.speaker(unit.index):
        yield ProposedRelation(RelationType.RAISED_BY, point.key, author.key, quote)
    own = tuple(aims_of(reading, point, {}))
    yield from own or _of_the_passage(reading, unit, point)


def _of_the_passage(reading: Reading, unit: Unit, point: Point) -> Iterator[ProposedRelation]:
    """The relation to what the passage states, as the comment words it; a comment that words none qualifies it."""
    passage = _passage(reading, unit)
    key = passage and (_stated(reading, passage) or _named(reading, passage))
    if key:
        told = [opinion.type for sentence in unit.sentences for opinion in opinions_in(sentence.text)]
        agrees = [RelationType.AGREES_WITH] if _AGREES.match(unit.text) else []
        type_ = min((*told, *agrees), key=_WEIGHT.index, default=RelationType.QUALIFIES)
        said = Place(reading, unit.sentences[0]).relation(type_, (point.key, key))
        yield replace(said, basis=Basis.STATED if told or agrees else Basis.INFERRED)


def _passage(reading: Reading, unit: Unit) -> tuple[Sentence, ...]:
    """The sentences that hold the words on which a comment hangs; those of the block above where it hangs on none."""
    anchor = unit.block.on
    for above in reversed(reading.outline.units[max(0, unit.index - _BACK) : unit.index]):
        if above.kind in {BlockKind.COMMENT, BlockKind.FOOTNOTE}:
            continue
        at = above.text.find(anchor)
        if at >= 0:
            start, end = above.start + at, above.start + (at + len(anchor) if anchor else len(above.text))
            return tuple(s for s in above.sentences if s.start < end and start < s.end)
    return ()


def _stated(reading: Reading, passage: tuple[Sentence, ...]) -> str | None:
    """The numbered thing that the passage puts forward, or names first."""
    for sentence in passage:
        put = [each for each in reading.introductions_in(sentence.unit) if each.start < sentence.end <= each.end + 1]
        if put and put[0].kind in CRITICIZED:
            return put[0].key
    references = (r for sentence in passage for r in reading.outline.references(sentence) if r.kind in CRITICIZED)
    named = (numbered_key(each.kind, each.number) for each in references)
    return next((key for key in named if key in reading.proposable), None)


def _named(reading: Reading, passage: tuple[Sentence, ...]) -> str | None:
    """What the passage names first."""
    mentions = (m.key for s in passage for m in Place(reading, s).mentioned((0, len(s.text)), _AIMED_AT))
    return next((key for key in mentions if key in reading.things), None)
