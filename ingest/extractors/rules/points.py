"""Points of a critique: labelled ones, and those that its paragraphs make in prose, several in one where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.point_names import label_end, numbers_of, short_names
from ingest.extractors.rules.point_turns import is_added, says_little, topic_in, turns_of
from ingest.extractors.rules.quoted_claims import quoted_claims
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.views import views_in

ORDINAL = Cue(
    r"^\W*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly)\b[,:]?\s+",
    re.IGNORECASE,
)
NTH = Cue(
    r"^\W*(?:the|our|my|a)\s+(?:first|second|third|fourth|fifth|last|final)(?:\s+(?:concern|point|issue|problem|objection|criticism|reservation|doubt|"
    r"matter|weakness|gap|worry|question))?\s+(?:is|concerns|relates\s+to|has\s+to\s+do\s+with)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_JOINT = Cue(
    r"^\W*(?:however|but|moreover|furthermore|in\s+addition|also|still|yet|nevertheless|that\s+said|on\s+the\s+other\s+hand|by\s+contrast)\b[,:]?\s+",
    re.IGNORECASE,
)
_LABEL = Cue(
    r"^\W*(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|another|one\s+more|\d+(?:st|nd|rd|th))\s+)?"
    r"(?:point|remark|comment|objection|concern|criticism|finding|matter|issue|observation|question)(?:\s+(?:\w+|\d+))?\s*[:.–—-]\s*",
    re.IGNORECASE,
)
_ELSEWHERE = Cue(
    r"\b(?:recommend\w*|suggest\w*|asked|task|process|scope|method\w*|background|procedure|conditions?|would\s+(?:end|change)|"
    r"what\s+would|about\s+(?:us|the\s+authors?)|thanks|acknowledg\w+|actions?|next\s+steps|introduction|definitions?|access\s+(?:we|given|granted)|(?:our|reviewers?[’'])\s+access)\b",
    re.IGNORECASE,
)
_ANNOUNCED = Cue(
    r"\b(?:two|three|four|five|six|several|some|a\s+few)\s+(?:[\w-]+\s+)?(?:matters|points|things|issues|problems|doubts|gaps|remarks|reasons|concerns|"
    r"criticisms|objections|reservations|disagreements|weaknesses|shortcomings|caveats|questions|observations|comments|worries)\b",
    re.IGNORECASE,
)
_DOUBTS = Cue(
    r"\b(?:problems|doubts|gaps|concerns|criticisms|objections|reservations|weaknesses|shortcomings|caveats|issues|worries)\b",
    re.IGNORECASE,
)
_ASKS = Cue(
    r"\b(?:recommend\w*|suggest\w*|actions?|proposals?|requests?|next\s+steps)\b[^.]{0,40}:?\s*$", re.IGNORECASE
)
_OF_REMARKS = Cue(
    r"\bwhere\s+(?:a\s+remark|we|nothing)\s+(?:say|is\s+said|only|add|disagree)|\bunless\s+(?:we|i)\s+say\b|\bin\s+what\s+follows\b|\b(?:our|these|the\s+following)\s+remarks\b",
    re.IGNORECASE,
)
_ANSWERS = Cue(
    r"\W*(?:(?:the\s+)?(?:authors?|developers?|company|management|operator)(?:[’']s?)?(?:\s+(?:reply|response|answer|comment))?|reply|response|answer)\s*(?:\([^()]{1,40}\))?\s*[:.]\W",
    re.IGNORECASE,
)
_PROSE = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.QUOTE})
_MARKED = Cue(r"\(?\d{1,2}[.)]?$")
_FINITE = Cue(
    r"\b(?:is|are|was|were|does|do|did|can|cannot|could|has|have|had|will|would|should|must|may|might|proves?|shows?|rests?|fails?|"
    r"needs?|holds?|lacks?|ignores?|overstates?|omits?)\b",
    re.IGNORECASE,
)
_ASIDE = Cue(
    r"(?:while|although|though|whereas|even\s+though|until)\s+[^,;]{10,200},\s+(?:and\s+[^,;]{5,80},\s+(?=(?:I|we)\b))?",
    re.IGNORECASE,
)
_SHORTEST = 20
_NAME = 120
_FEW = 6
_SEVERAL = 2
_GAP = 2  # characters between two sentences of which one follows the other


@dataclass(frozen=True)
class Point:
    """One finding: its key, name and sentences. `assumed`: what it does to what it names where no word says it.

    `before`: the sentences of its paragraph that come before, to which "it" and "the claim" may point. `implied`: what it
    does by the words that announced it where its own do not say it: "We have three concerns. First, …". `topic`: the key
    of what its title names. `told`: the sentence that takes its view, where others before it only say what of. `shown`: the
    number of its item or paragraph, which nothing refers to it by.
    """

    key: str
    name: str
    sentences: tuple[Sentence, ...]
    number: str | None = None
    aliases: tuple[str, ...] = ()
    assumed: RelationType | None = None
    before: tuple[Sentence, ...] = ()
    implied: RelationType | None = None
    topic: str | None = None
    told: Sentence | None = None
    shown: str | None = None


def prose_points(reading: Reading) -> Iterator[Point]:
    """In a critique: labelled or numbered points, else each paragraph or item that words an opinion.

    None where the critique numbers its findings: what else it says is not meant as one.
    """
    if sum(each.kind is ElementKind.FINDING for each in reading.numbered.values()) > _SEVERAL:
        return
    labelled = [unit for unit in reading.outline.units if _is_labelled(unit)]
    only_labelled = len(labelled) > _SEVERAL
    numbers = numbers_of(reading.outline)
    asks, announced = False, None
    for unit in reading.outline.units:
        announced = (announced or _announcement(reading, unit)) if _goes_on(reading, unit) else None
        if unit.kind is not BlockKind.LIST_ITEM:
            asks = bool(_ASKS.search(unit.text))
        subject = reading.subject(unit.index)
        apart = asks or any(_ELSEWHERE.search(heading) for heading in unit.block.headings[1:])
        if unit.kind not in _PROSE or apart or _is_finding(subject) or _is_answer(unit):
            continue
        if _is_labelled(unit):
            yield from _numbered((_labelled(unit),), numbers.get(unit.index))
        elif not only_labelled:
            yield from _numbered(_of_unit(reading, unit, announced), numbers.get(unit.index))


def _numbered(points: Iterable[Point], number: str | None) -> Iterator[Point]:
    """The points of one unit; the first has its number."""
    for place, point in enumerate(points):
        short = short_names(point.name, point.sentences)
        yield replace(point, shown=None if place else number, aliases=(*point.aliases, *short))


def _is_answer(unit: Unit) -> bool:
    """Do those speak whose document is judged: "Authors: accepted"?"""
    return _ANSWERS.match(unit.text) is not None


def _goes_on(reading: Reading, unit: Unit) -> bool:
    """Does a unit go on where the one before it stopped, with no heading in between?"""
    return unit.index > 0 and BlockKind.HEADING not in {unit.kind, reading.outline.units[unit.index - 1].kind}


def _announcement(reading: Reading, unit: Unit) -> Sentence | None:
    """The sentence with which the unit before ends, where it is "We have three concerns.": this one may begin with "First, …"."""
    before = reading.outline.units[unit.index - 1].sentences
    return before[-1] if before and _ANNOUNCED.search(before[-1].text) else None


def _is_labelled(unit: Unit) -> bool:
    """Does a paragraph open with "Third point: …", in bold or not?"""
    return unit.kind is BlockKind.PARAGRAPH and bool(unit.sentences) and _LABEL.match(unit.text) is not None


def _labelled(unit: Unit) -> Point:
    """Named by its label's own statement, else by its topic with the first sentence that words an opinion."""
    opening = unit.sentences[0].text
    topic = opening[label.end() :] if (label := _LABEL.match(opening)) else opening
    rest = unit.sentences[1:]
    told = next((s for s in rest if views_in(s.text)), rest[0] if rest else unit.sentences[0])
    name = topic if _FINITE.search(topic) or not rest else f"{topic.strip(' .:*')}: {told.text}"
    return Point(f"{ElementKind.FINDING}:{unit.index}", clipped(_capital(name)), unit.sentences)


def _is_finding(subject: str | None) -> bool:
    return subject is not None and subject.startswith(f"{ElementKind.FINDING}:")


def _of_unit(reading: Reading, unit: Unit, announced: Sentence | None) -> Iterator[Point]:
    """A point begins with each sentence that words an opinion of its own; the label of a numbered item stays before it.

    `announced`: the sentence before the unit that announces points, so that "Second, …" begins one.
    """
    announced = announced or _counts(unit)
    told = _told(unit, announced) or _answering(unit)
    numbered = unit.kind is BlockKind.LIST_ITEM and _MARKED.match(unit.block.marker.strip())
    if not numbered and (not told or len(unit.text.split()) < _FEW):
        return
    counted = frozenset(s.start for s in told if _is_counted(s, announced))
    turns = turns_of(reading, unit, told or unit.sentences[1:2] or unit.sentences, counted=counted)
    for turn in turns:
        label = f"{unit.lead}: " if numbered and unit.lead and turn.begins is not unit.sentences[0] else ""
        apart = announced is not None or is_added(turn.told)
        before = () if apart else tuple(s for s in unit.sentences if s.start < turn.begins.start)
        first = turn is turns[0]
        key = f"{ElementKind.FINDING}:{unit.index}/{turn.begins.start}"
        said = tuple(s for s in turn.sentences if s.start >= turn.told.start)
        doubted = announced is not None and _DOUBTS.search(announced.text) and _is_counted(turn.told, announced)
        name = clipped((label if first else "") + titled(said))
        implied = RelationType.QUALIFIES if doubted else None
        topic = topic_in(reading, unit) if first else None
        yield Point(key, name, tuple(turn.sentences), before=before, implied=implied, topic=topic, told=turn.told)


def _told(unit: Unit, announced: Sentence | None) -> list[Sentence]:
    """The sentences that word an opinion or count one; of counted ones in the unit the first is the one behind the announcement."""
    told = [s for s in unit.sentences if views_in(s.text) and s is not announced and not _OF_REMARKS.search(s.text)]
    told = [s for s in told if s is not unit.sentences[-1] or not _ANNOUNCED.search(s.text)]
    if announced is not None and announced.unit != unit.index:
        return [s for s in unit.sentences if s in told or _is_counted(s, announced)]
    first = next((s for s in unit.sentences if announced and s.start > announced.start), None)
    if first is None:
        return told
    return [first, *(s for s in unit.sentences if s.start > first.start and (s in told or _is_counted(s, announced)))]


def _answering(unit: Unit) -> list[Sentence]:
    """What a paragraph says last behind a statement that it repeats, where nothing in it takes a view outright."""
    quoted = [s for s in unit.sentences if any(quoted_claims(s.text))]
    behind = [s for s in unit.sentences if quoted and s.start > quoted[0].start]
    return behind[-1:]


def _is_counted(sentence: Sentence, announced: Sentence | None) -> bool:
    """Does it open with "Second, …"? "The second is …" counts only what was announced."""
    return bool(ORDINAL.match(sentence.text) or (announced and NTH.match(sentence.text)))


def _counts(unit: Unit) -> Sentence | None:
    """The sentence that announces points which the next ones count: "Three matters were beyond us. … Second, …"."""
    announced = next((s for s in unit.sentences if _ANNOUNCED.search(s.text)), None)
    counted = any(announced and s.start > announced.start and _is_counted(s, announced) for s in unit.sentences)
    return announced if counted else None


def titled(sentences: tuple[Sentence, ...]) -> str:
    """The first sentence; with the next one where it says only that there is an opinion: "I disagree."."""
    opening = sentences[0].text
    first = _JOINT.sub("", NTH.sub("", ORDINAL.sub("", opening[label_end(opening) :] or opening)))
    goes_on = len(sentences) > 1 and sentences[1].start - sentences[0].end <= _GAP
    if goes_on and says_little(first):
        return _capital(f"{first.rstrip(' .')}: {sentences[1].text}")
    return _capital(first)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def clipped(text: str) -> str:
    """The text as a name: on one line, ended at a clause where it is long."""
    plain = re.sub(r"\s+", " ", text).strip(" .;:,*")
    if (aside := _ASIDE.match(plain)) and len(plain) - aside.end() > _SHORTEST:
        plain = plain[aside.end() :]
        plain = plain[:1].upper() + plain[1:]
    if len(plain) <= _NAME:
        return plain
    cut = max(plain.rfind(mark, _NAME // 2, _NAME) for mark in (": ", "; ", ", ", " – ", " — "))
    return plain[: cut if cut > 0 else plain.rfind(" ", 0, _NAME)].rstrip(" ,;:–—")
