"""Things that people call by a capitalised word with "the": "the Goose scores it", and what they say that word stands for.

No person and hardly a team is called so; where nothing else tells what kind of thing it is, it is a control.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import COMMON_VERBS, CONTROL_HEADS, DEPENDENCY_HEADS, FUNCTION_WORDS, GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.replies import replies

_CALLED = Cue(r"(?<=[a-z,;]\s)the\s+(?P<name>[A-Z][a-z]{2,})\b(?=(?P<next>[’']s\b|\s+[\w’'-]+|[^\w\s]|$))")
_ASKED = Cue(
    r"(?:^|[.,;]\s+)(?:and\s+|so\s+)?(?:the\s+)?(?P<name>[A-Z][a-z]{2,})\s+(?:is|being|was)\s*(?:\?|\.\.\.|…)|\bwhat(?:[’']s|\s+is)\s+(?:the\s+)?(?P<what>[A-Z][a-z]{2,})\?",
    re.IGNORECASE,
)
_ANSWER = Cue(
    r"^(?:(?:it[’']s|that[’']s|oh,|well,|so,|basically)\s+)*(?:an?\s+|the\s+|our\s+)?(?=[A-Za-z])", re.IGNORECASE
)
_NOBODY_SAYS = Cue(
    r"\b(?:nobody|no\s+one)\s+(?:says|calls\s+it|uses)\s+(?:the\s+)?(?P<full>[a-z][\w-]+(?:\s+[a-z][\w-]+){1,3})(?=[.,;])",
    re.IGNORECASE,
)
_OPENS = Cue(r"^(?:(?:oh|well|so),\s+)?[Tt]he\s+(?P<name>[A-Z][a-z]{2,})\b")
_PEOPLE = Cue(r"\b(?:asked|told|said|wrote|agreed|decided|owns?|employs?)\b")
_PLACES = frozenset(
    ["internet", "web", "state", "government", "parliament", "court", "board", "bank", "bay", "trust", "university", "earth", "moon", "sun", "sea", "house", "city", "guardian", "times", "agency", "council", "union", "lab", "company", "regulator", "ministry"]
)  # fmt: skip
_OFTEN = 2


@dataclass(frozen=True)
class _Seen:
    name: str
    sentence: Sentence


def codenames(outline: Outline) -> tuple[Thing, ...]:
    """The things so called in talk, critiques and incident reports, each with what it is said to be."""
    explained = _explained(outline)
    places: dict[str, list[_Seen]] = {}
    for seen in _seen(outline):
        places.setdefault(seen.name, []).append(seen)
    small = Counter(re.findall(r"(?<![\w.])[a-z]{3,}", outline.document.text))
    found = [
        _thing(name, seen[0].sentence, explained.pop(name, None))
        for name, seen in places.items()
        if (len(seen) >= _OFTEN or name in explained) and small[name.casefold()] < len(seen)
    ]
    found += [_thing(name, sentence, (full, sentence)) for name, (full, sentence) in explained.items()]
    return tuple(found)


def _seen(outline: Outline) -> Iterator[_Seen]:
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE}:
            continue
        for match in _CALLED.finditer(sentence.text):
            if _may_be(match["name"]) and _ends(match["next"]):
                yield _Seen(match["name"], sentence)


def _may_be(name: str) -> bool:
    plain = name.casefold()
    agents = votes_of_head(name)
    refused = plain in _PLACES | GENERIC_NAMES | FUNCTION_WORDS or plain.endswith(("ish", "ian", "ese", "tch", "nch"))
    return not refused and not any(
        agents[kind] for kind in (ElementKind.TEAM, ElementKind.PERSON, ElementKind.ORGANIZATION)
    )


def _ends(following: str) -> bool:
    """Does the name end here? A small word that is no verb behind it would be what is named: "the Delphi study"."""
    word = following.strip().casefold()
    if not following.startswith(" "):
        return True
    return word in FUNCTION_WORDS | COMMON_VERBS or (word.endswith(("s", "ed")) and not _PEOPLE.fullmatch(word))


def _explained(outline: Outline) -> dict[str, tuple[str, Sentence]]:
    """What a name stands for, where talk asks for it: "The Broom is?" – "Token sweeper."."""
    if outline.document.source.kind is not DocumentKind.INTERVIEW:
        return {}
    found: dict[str, tuple[str, Sentence]] = {}
    for reply in replies(outline):
        asked = _ASKED.search(reply.question.text)
        name = (asked["name"] or asked["what"]) if asked else ""
        opening = _ANSWER.match(reply.answer.text)
        span = phrase_after(reply.answer.text, opening.end()) if opening else None
        phrase = reply.answer.text[slice(*span)] if span else ""
        plain = " " in phrase and phrase.split()[-1].islower()
        ends = reply.answer.text[span[1] if span else 0 :][:1] in {".", ","}
        if name[:1].isupper() and plain and ends and _may_be(name):
            found[name] = (phrase, reply.answer)
    for unit in outline.units:
        said = next((match for s in unit.sentences if (match := _NOBODY_SAYS.search(s.text))), None)
        opening = _OPENS.match(unit.sentences[0].text) if said else None
        if said and opening and _may_be(opening["name"]):
            found.setdefault(opening["name"], (said["full"], unit.sentences[0]))
    return found


def _thing(name: str, sentence: Sentence, explained: tuple[str, Sentence] | None) -> Thing:
    full = explained[0] if explained else name
    last = head(full)
    needed = explained is not None and last in DEPENDENCY_HEADS - CONTROL_HEADS
    kind = ElementKind.DEPENDENCY if needed else ElementKind.CONTROL
    where = explained[1] if explained else sentence
    return Thing(thing_key(kind, full), kind, named(full), where, (name, full) if explained else ())
