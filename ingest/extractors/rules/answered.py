"""Things that an answer names in a few words, of the sort that the question asks for.

"Is anybody checking that?" – "The canary search.": a control. "Which grounds do you have?" – "Mainly the spring trial.": evidence.
"Where does it come from?" – "From the archive.": a dependency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import DEPENDENCY_HEADS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after

_ASKS_GROUNDS = Cue(
    r"\b(?:which|what)\b[^?]{0,30}\b(?:grounds|evidence|reasons)\b|\bwhat\s+makes\s+you\s+(?:so\s+)?(?:think|believe|sure|confident|say)\b",
    re.IGNORECASE,
)
_ASKS_GUARD = Cue(
    r"\b(?:who|what|is\s+(?:any|some)(?:one|body|thing)|does\s+any(?:one|body|thing))\b[^?]{0,20}\b(?:check(?:s|ing)?|stops?|prevents?|catch(?:es)?|guards?|watch(?:es|ing)?|protects?)\b|"
    r"\bhow\s+(?:do|would|can)\s+you\s+(?:know|make\s+sure|be\s+sure|tell)\s+(?:that\s+)?(?:it|they|nobody|no\s+one|the\s+\w+|he|she)\s*(?:isn[’']t|aren[’']t|is\s+not|hasn[’']t|doesn[’']t|does\s+not|has|is)\b",
    re.IGNORECASE,
)
ASKS_SOURCE = Cue(
    r"\bwhere\s+(?:does|do|did)\s+(?P<what>[^?]{2,50}?)\s+(?:come|(?:get|take|draw)\s+[^?]{2,30})\s+from\b",
    re.IGNORECASE,
)
_OPENING = Cue(
    r"^\W*(?:(?:well|so|yes|yeah|um|mainly|mostly|chiefly|largely|above\s+all)[,:]?\s+){0,2}(?:(?:it[’']s|that[’']s|that\s+would\s+be|there[’']s|there\s+is)\s+)?"
    r"(?:(?:through|by|with|from|via|using)\s+)?(?:the|our|an?)\s+",
    re.IGNORECASE,
)
_NEXT = Cue(
    r"^\W*(?:(?:first|second|third|fourth|then|next|finally)(?:\s+of\s+all)?,?\s+(?:there[’']s\s+|there\s+is\s+|comes\s+)?|the\s+(?:first|second|third|fourth|last|other|next)(?:\s+one)?\s+is\s+)"
    r"(?:the|our|an?)\s+",
    re.IGNORECASE,
)
_END = Cue(r"\s*(?:[.,;:]|$)")
_DENIED = Cue(r"\b(?:not|no|never|nobody|nothing|\w+n[’']t|used\s+to|might|would|supposed)\b", re.IGNORECASE)
_MAX_WORDS = 4


@dataclass(frozen=True)
class Answered:
    """A thing that an answer names: its kind and phrase, where; `asked` is the question, `after` the sentences that go on about it."""

    kind: ElementKind
    phrase: str
    sentence: Sentence
    asked: Sentence
    after: tuple[Sentence, ...]


def answered_things(outline: Outline) -> tuple[Thing, ...]:
    """The controls, evidence and dependencies that answers name in a few words."""
    found: dict[str, Thing] = {}
    for each in answered(outline):
        key = thing_key(each.kind, each.phrase)
        aliases = (each.phrase,) if " " not in each.phrase else ()
        found.setdefault(key, Thing(key, each.kind, named(each.phrase), each.sentence, aliases))
    return tuple(found.values())


def answered(outline: Outline) -> Iterator[Answered]:
    """Every thing so named, in reading order."""
    for asked, said in _answers(outline):
        kind = _asked_kind(asked.text)
        spans = [(s, span) for n, s in enumerate(said) if kind and (span := _named_in(s, first=n == 0, kind=kind))]
        for (sentence, span), following in pairwise((*spans, (None, None))):
            if sentence is None or span is None or kind is None:
                continue
            limit = following[0].start if following and following[0] else said[-1].end
            after = tuple(s for s in said if sentence.start < s.start < limit)
            phrase = sentence.text[slice(*span)]
            yield Answered(_kind(phrase, kind), phrase, sentence, asked, after)


def _answers(outline: Outline) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Each question of a turn with all sentences that another speaker says before the next turn of the one who asks."""
    asking = interviewers(outline)
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN and unit.sentences]
    asked: Sentence | None = None
    by: str | None = None
    said: list[Sentence] = []
    for unit in turns:
        own = unit.block.speaker in asking or unit.block.speaker == by
        if own and asked and said:
            yield asked, tuple(said)
        if own or asked is None:
            asked = next((s for s in reversed(unit.sentences) if s.text.endswith("?")), None)
            by, said = unit.block.speaker, []
        else:
            said += unit.sentences
    if asked and said:
        yield asked, tuple(said)


def _asked_kind(question: str) -> ElementKind | None:
    if _ASKS_GROUNDS.search(question):
        return ElementKind.EVIDENCE
    if ASKS_SOURCE.search(question):
        return ElementKind.DEPENDENCY
    return ElementKind.CONTROL if _ASKS_GUARD.search(question) else None


def _named_in(sentence: Sentence, *, first: bool, kind: ElementKind) -> tuple[int, int] | None:
    """The phrase of an answer that is little more than a noun phrase; of later sentences, one that counts: "Second, the …"."""
    opening = (_OPENING.match(sentence.text) if first else None) or _NEXT.match(sentence.text)
    span = phrase_after(sentence.text, opening.end()) if opening else None
    if opening is None or span is None or _DENIED.search(sentence.text[: span[1]]):
        return None
    phrase = sentence.text[slice(*span)]
    return span if _END.match(sentence.text, span[1]) and _tells(phrase, kind) else None


def _tells(phrase: str, kind: ElementKind) -> bool:
    """Is it two to four words in small letters, one of which tells which one it is? A source may be a single word: "the archive"."""
    words = phrase.replace("-", " ").split()
    agents = decided(votes_of_head(phrase)) in AGENT_KINDS
    telling = [word for word in words[:-1] if word.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES]
    alone = kind is ElementKind.DEPENDENCY and len(words) == 1 and head(phrase) in DEPENDENCY_HEADS
    plain = phrase[0].islower() and not any(char.isdigit() for char in phrase)
    return plain and not agents and (alone or (bool(telling) and len(phrase.split()) <= _MAX_WORDS))


def _kind(phrase: str, asked: ElementKind) -> ElementKind:
    """What the question asks for; a test that answers what guards something is evidence all the same."""
    tested = asked is ElementKind.CONTROL and decided(votes_of_head(phrase)) is ElementKind.EVIDENCE
    return ElementKind.EVIDENCE if tested and head(phrase) not in {"review", "audit"} else asked
