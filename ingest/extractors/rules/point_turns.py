"""Where one point of a critique's paragraph ends and the next begins: another person, an addition, a turn, another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.elements import CRITICIZED, ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extractors.rules.check_words import OWN_CHECK
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.joining import argument_key, arguments_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.views import views_in

_ADDED = Cue(
    r"^\W*(?:moreover|furthermore|in\s+addition|further,|also,|we\s+also|i\s+also|(?:we|i)\s+would\s+also|equally|separately|likewise|(?:we|i)\s+(?:was|were)\s+also|(?:we|i)\s+could\s+(?:not|also\s+not)|"
    r"then\s+there[’']?s?\b|there(?:[’']s|\s+is|\s+are)\s+(?:also\s+)?(?:something|another|one\s+(?:more|further|other)|a\s+(?:further|second|third|last|final))|one\s+(?:more|last|further)\s+\w+|"
    r"another\s+(?:point|thing|matter|worry|problem|gap|weakness|question)|beyond\s+(?:that|this)|what\s+is\s+more|on\s+top\s+of\s+(?:that|this)|(?:and\s+)?finally)\b",
    re.IGNORECASE,
)
_SAYS_LITTLE = frozenset(
    [
        "claim",
        "assertion",
        "statement",
        "argument",
        "conclusion",
        "point",
        "respect",
        "substance",
        "opinion",
        "view",
        "judgment",
        "judgement",
        "report",
        "authors",
        "section",
        "stands",
        "further",
        "other",
        "matters",
        "things",
    ]
)
_VIEWED = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_TOPICAL = Cue(
    r"\W*(?:(?:and|but|then|next|finally|lastly|now|also|first|second|third),?\s+)?(?:(?:on|about|as\s+(?:for|to|regards)|regarding|concerning|with\s+regard\s+to|turning\s+to|regards)\s+|"
    r"(?:then\s+)?there(?:[’']s|\s+(?:is|remains))\s+(?:also\s+|still\s+|the\s+(?:matter|question|case|business)\s+of\s+)?|(?:finally|lastly|then|next),?\s+(?=[a-z]))",
    re.IGNORECASE,
)
_NEAR = 80
_ARTICLE = 6
TELLING = 3


@dataclass
class Turn:
    """One point as it is being read: the sentence with which it begins, the one that takes its view, all of it, and what it views."""

    begins: Sentence
    told: Sentence
    sentences: list[Sentence] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def turns_of(reading: Reading, unit: Unit, told: Iterable[Sentence], *, counted: frozenset[int]) -> tuple[Turn, ...]:
    """The points of a unit, in order. `told`: its sentences that take a view; `counted`: where those start that count a point.

    What comes back to the thing of an earlier point goes on with that one.
    """
    found: list[Turn] = []
    opened: list[tuple[int, Turn]] = []
    current: Turn | None = None
    for sentence in told:
        keys = viewed(reading, sentence)
        new = current is None or sentence.start in counted or _turns(reading, current, sentence)
        apart = sentence.start in counted or is_added(sentence)
        same = (each for each in found if keys & each.keys and not _differs(reading, each.told, sentence))
        again = next(same, None) if new and not apart else None
        if again is not None:
            current = again
            opened.append((sentence.start, again))
        elif new or current is None:
            begins = sentence if opened else _begins(reading, unit, sentence)
            current = Turn(begins, sentence)
            current.keys |= viewed(reading, begins)
            found.append(current)
            opened.append((begins.start, current))
        current.keys |= keys
    for sentence in unit.sentences:
        within = [turn for start, turn in opened if start <= sentence.start]
        if within:
            within[-1].sentences.append(sentence)
    return tuple(found)


def _begins(reading: Reading, unit: Unit, sentence: Sentence) -> Sentence:
    """The sentence before that names what the view is of, where the one that takes it names nothing: "About the gate: …"."""
    before = [s for s in unit.sentences if s.start < sentence.start]
    opening = topic_in(reading, unit)
    if before and opening is not None:
        return unit.sentences[0]
    if viewed(reading, sentence) or not says_little(sentence.text):
        return sentence
    return next((s for s in reversed(before) if viewed(reading, s)), sentence)


def topic_in(reading: Reading, unit: Unit) -> str | None:
    """The key of what a paragraph says at its beginning that it is about: "On the gate I …", "Then there is Claim 4, …"."""
    sentence = unit.sentences[0] if unit.sentences else None
    if (
        sentence is not None
        and (unit.bold or (unit.kind is BlockKind.LIST_ITEM and unit.lead))
        and (key := _titled(reading, unit))
    ):
        return key
    opening = _TOPICAL.match(sentence.text) if sentence else None
    if sentence is None or opening is None:
        return None
    named = [(m.start - sentence.start, m.key) for m in Place(reading, sentence).mentioned((0, _NEAR), _VIEWED)]
    numbered = [r for r in reading.outline.references(sentence) if r.kind in CRITICIZED and r.start < _NEAR]
    named += [(r.start, numbered_key(r.kind, r.number)) for r in numbered]
    near = [each for each in sorted(named) if opening.end() <= each[0] <= opening.end() + _ARTICLE]
    return near[0][1] if near else None


def _titled(reading: Reading, unit: Unit) -> str | None:
    """The key of what the words in bold with which a paragraph opens name: "**Claim 1 (audit).** …"."""
    span = (unit.start, min(unit.after_lead, unit.start + _NEAR))
    numbered = [r for r in references_in(unit.lead) if r.kind in CRITICIZED and r.start < _ARTICLE]
    keys = [numbered_key(r.kind, r.number) for r in numbered]
    keys += [m.key for m in reading.mentions.within(*span) if m.kind in _VIEWED and m.start - unit.start <= _ARTICLE]
    return next(iter(keys), None)


def viewed(reading: Reading, sentence: Sentence) -> set[str]:
    """Keys of the numbered and named things that a sentence speaks of, and that a point can be about."""
    numbered = {numbered_key(r.kind, r.number) for r in reading.outline.references(sentence) if r.kind in CRITICIZED}
    numbered |= {argument_key(name) for name, _ in arguments_in(sentence.text)}
    return numbered | {m.key for m in Place(reading, sentence).mentioned((0, len(sentence.text)), _VIEWED)}


def _turns(reading: Reading, point: Turn, sentence: Sentence) -> bool:
    """Does somebody else speak, is a further point added, is it about another thing, or does agreement turn into its opposite?"""
    if _other_person(reading, point.told, sentence):
        return True
    keys = viewed(reading, sentence)
    if is_added(sentence) and _content(sentence.text):
        return True
    grounds = OWN_CHECK.search(sentence.text) and _agrees(sentence, first=True) and _agrees(point.told, first=False)
    if point.keys and keys and not point.keys & keys and not grounds:
        return True
    if not keys and _agrees(sentence, first=True):
        return False
    return _differs(reading, point.told, sentence) and not says_little(sentence.text)


def _differs(reading: Reading, first: Sentence, sentence: Sentence) -> bool:
    """Is it another person's view, or does one of the two agree and the other not?"""
    one, other = views_in(first.text), views_in(sentence.text)
    turned = bool(one and other) and _agrees(first, first=False) != _agrees(sentence, first=True)
    return turned or _other_person(reading, first, sentence)


def _agrees(sentence: Sentence, *, first: bool) -> bool:
    """Does the first, or the last, view of a sentence agree?"""
    views = views_in(sentence.text)
    return bool(views) and views[0 if first else -1].type is RelationType.AGREES_WITH


def is_added(sentence: Sentence) -> bool:
    """Does it open with words that add a further point: "Moreover", "There is something else"?"""
    return _ADDED.match(sentence.text) is not None


def _other_person(reading: Reading, first: Sentence, sentence: Sentence) -> bool:
    person = _holder(reading, sentence)
    return person is not None and person != _holder(reading, first)


def _holder(reading: Reading, sentence: Sentence) -> str | None:
    agents = Place(reading, sentence).mentioned((0, 3), AGENT_KINDS)
    return agents[0].key if agents else None


def _words(text: str) -> Iterator[str]:
    for opinion in reversed(views_in(text)):
        text = f"{text[: opinion.start]} {text[opinion.end :]}"
    for word in re.findall(r"[a-z0-9][\w-]+", text.casefold()):
        if word not in FUNCTION_WORDS and word not in _SAYS_LITTLE:
            yield word


def _content(text: str) -> list[str]:
    """The words that are neither of the view itself nor of those that stand in any sentence."""
    return list(_words(text))


def says_little(text: str) -> bool:
    """Does a sentence say hardly more than that there is a view: "I disagree."?"""
    return len(_content(text)) < TELLING
