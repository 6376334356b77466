"""What a conversation turns on: the things that questions ask about and that answers open with, called by noun phrases.

"Start with the action classifier.", "What does the vault lock hang on?", "Who looks after the metrics store?".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind
from graph.naming import singular
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import CONTROL_HEADS, DEPENDENCY_HEADS, EVIDENCE_HEADS, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named
from ingest.extractors.rules.topic_words import GUARDS, KNOWN, NO_NOUNS, NO_TOPIC, SAYS_LITTLE

_NP = r"(?P<x>(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*)"
_END = r"(?=\s*(?:[?.,;:]|$))"
_WORKS = (
    r"(?:see|need|do|catch|watch|hang|depend|know|work|get|run|check|look|read|stop|block|rest|rely|lean|cover|miss|decide|fail|find|trip|fire|"
    r"notice|detect|measure|compare|live|sit|tell|alert|page|cost|protect|hold|keep)"
)
_TURNS_ON = (
    r"(?:trips|fires|goes\s+(?:off|down|wrong|away)|is\s+(?:down|wrong|off|out|gone|unreachable|missing|full|bypassed|switched\s+off)|isn[’']t\s+\w+|fails|stops|breaks|is\s+(?:cut|lost|stale|empty|altered|stolen|wiped|changed)|"
    r"blocks|cuts|finds|flags|rings|alarms|misses|comes\s+on|lets)"
)
_CARES = r"(?:owns|fixes|repairs|mends|calibrates|fills|feeds|writes|sets|runs|keeps|looks\s+after|maintains|checks|reads|built|wrote|operates|staffs|tests|tested|watches|updates|can\s+change|can\s+edit|is\s+responsible\s+for)"
_LEAD = (
    r"(?:start\s+with|begin\s+with|tell\s+me\s+(?:more\s+)?about|talk\s+about|describe|explain|turn\s+to|go\s+(?:back\s+)?to|come\s+(?:back\s+)?to|back\s+to|take|"
    r"what\s+about|how\s+about|what[’']s|what\s+is|what\s+are|which\s+is|walk\s+me\s+through)"
)
_ASKED = tuple(
    Cue(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[.;,]\s+|\b(?:so|and|now|then|let[’']s|could\s+you|can\s+we|let\s+us|we)\s+){_LEAD}\s+(?:the|your)\s+{_NP}{_END}",
        rf"^(?:(?:and|so|okay|ok|right|now|then|well)[,.]?\s+){{0,2}}(?:the|your)\s+{_NP}\s*\?",
        rf"^(?:and|so|what\s+about|how\s+about)\s+(?!(?:the|your|our|an?|this|that)\b){_NP}\?$",
        rf"\b(?:what|how|where|when|who)\s+(?:else\s+)?(?:does|do|would|did)\s+(?:the|your)\s+{_NP}\s+(?:\w+ly\s+)?{_WORKS}\b",
        rf"\b(?:if|when|once|suppose|say)\s+the\s+{_NP}\s+{_TURNS_ON}\b",
        rf"\bwhat\s+(?:happens|happened|becomes)\s+(?:to|of|with)\s+(?:the|your)\s+{_NP}(?=\s*(?:\?|then\b|if\b|when\b))",
        rf"\b(?:has|did)\s+(?:anyone|anybody|somebody)\s+(?:ever\s+)?(?:override|overridden|bypass(?:ed)?|switch(?:ed)?\s+off|get|got(?:ten)?\s+(?:past|round|around))\s+the\s+{_NP}{_END}",
        rf"^(?:and\s+|so\s+)?the\s+{_NP}\s+(?:is|comes|lives|sits)\s+(?:where|what|whose|from\s+where)\s*\?",
        rf"\bwho\s+{_CARES}\s+(?:the|your)\s+{_NP}{_END}",
        rf"\b(?:do|does|did|have|has)\s+(?:you|anyone|anybody|they|people)\s+(?:ever\s+|really\s+|still\s+)?(?:trust|test(?:ed)?|tried|try|rely\s+on|checked|check)\s+the\s+{_NP}{_END}",
        rf"\b(?:has|is|was|does)\s+the\s+{_NP}\s+(?:ever\s+|itself\s+|actually\s+|really\s+)?(?:been\s+(?:\w+\s+)?)?(?:fail(?:ed)?|tested|tried|missed|broken|gone|work(?:ed)?|owned|monitored|tripped|fired|audited|stuck|been|help|cover|see|alert)\b",
        rf"\bwhat\s+(?:would|could)\s+(?:make|break|defeat|stop)\s+the\s+{_NP}\s*(?:useless|worthless|fail|stop|blind|\?)",
        rf"\b(?:rate|call|describe|treat|count|score|list|present|trust|credit)s?\s+(?:the|your)\s+{_NP}\s+as\b",
        rf"\byou\s+(?:also\s+)?(?:run|own|look\s+after|built|wrote|maintain|operate|keep)\s+the\s+{_NP}{_END}",
    )
)
_ANSWERED = tuple(
    Cue(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:the|our)\s+{_NP}(?=,?\s+and\s+(?:the|our)\s+[a-z][\w-]*(?:\s+[a-z][\w-]*){{0,2}}\.$)",
        rf"^(?:the|our)\s+[a-z][\w-]*(?:\s+[a-z][\w-]*){{0,2}},?\s+and\s+(?:the|our)\s+{_NP}(?=\.$)",
        (
            rf"^(?:(?:well|so|oh|honestly|yes|right|first|mainly|mostly)[,.]?\s+){{0,2}}(?:(?:it[’']s|that[’']s|that\s+would\s+be|by|with|through|there[’']s|there\s+is)\s+)?(?:the|our)\s+{_NP}"
            r"(?=\.|,\s+(?:if|mostly|mainly|which|that|when|of\s+course|every|I\s+(?:think|suppose|guess))\b)"
        ),
    )
)
_ACTS = (
    r"(?:blocks|cuts|refuses|rejects|kills|freezes|catches|flags|pages|alerts|trips|fires|goes\s+off|rings|sounds|scores|stops|detects|quarantines|revokes|drops|denies|"
    r"locks|shuts|limits|warns|caps|isolates|compares|counts)"
)
_PHRASE = Cue(r"\b(?:[Tt]he|[Oo]ur|[Aa]n?)\s+(?P<words>[a-z][\w-]+(?:\s+[a-z][\w-]+){1,2})")
_SORTS = r"(?:alarm|monitor|check|filter|classifier|script|job|bell|buzzer|siren|guard|limit|gate|lock|screen|model|rule|tripwire)"
_NEXT = r"(?:for\s+(?:that|this)|then|after\s+that|behind\s+(?:it|that)|on\s+top(?:\s+of\s+that)?|next|first|also|beyond\s+that|besides)"
_DONE = tuple(
    Cue(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NEXT},?\s+there(?:[’']s|\s+is)\s+(?:also\s+)?(?:the|our)\s+{_NP}{_END}",
        rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+)?{_SORTS},\s+(?:called\s+|it[’']s\s+called\s+)?(?:the|our)\s+{_NP}{_END}",
        rf"\b(?:the|our|an?)\s+{_NP}(?:,?\s+(?:which|that))?\s+(?:also\s+|then\s+|only\s+|just\s+)?{_ACTS}\b(?=\s+(?:the|a|an|any|anything|it|them|each|every|us|that|all|whatever|at|when|if|off|on|[A-Z])\b|\s*[.,])",
    )
)
_NEEDS = (
    r"(?:needs|rel(?:y|ies)\s+(?:entirely\s+|completely\s+)?on|depends?\s+(?:entirely\s+)?on|hangs?\s+(?:off|on)|reads?\s+(?:it\s+|them\s+)?from|runs?\s+on|lives?\s+on|sits?\s+on|leans?\s+on|"
    r"rests?\s+on|(?:gets|takes|draws)\s+its|is\s+served\s+from|is\s+(?:fed|filled|loaded|driven)\s+(?:by|from)|writes\s+to|(?:only|just)\s+(?:knows|sees))"
)
_NEEDY = (Cue(rf"\b(?:the|our)\s+{_NP}\s+(?:also\s+|itself\s+)?{_NEEDS}\b", re.IGNORECASE),)
_NOT_THERE = Cue(
    r"\b(?:no|not|never|without|\w+n[’']t|wish|would|might|could|heard|told|supposed|second|another|new)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_FEWEST_TURNS = 3
_OFTEN = 3
_OPENING = 2


@dataclass(frozen=True)
class _Cue:
    """One place: the phrase, where, and what the words around speak for; None where they leave it open."""

    phrase: str
    sentence: Sentence
    kind: ElementKind | None


def talk_topics(outline: Outline) -> tuple[Thing, ...]:
    """Controls and dependencies of two words or more that the questions and answers of an interview turn on."""
    return tuple(_named(each for name, each in _by_name(outline).items() if " " in name))


def single_topics(outline: Outline, heads: frozenset[str]) -> tuple[Thing, ...]:
    """Those that are called by one word, asked about by it and said again. `heads`: last words of longer known names."""
    often = Counter(singular(word) for word in re.findall(r"\b[Tt]he ([a-z][\w-]+)", outline.document.text))
    named = _by_name(outline, frozenset(word for word, count in often.items() if count > _OFTEN))
    asked = {name: places for name, places in named.items() if " " not in name and name not in heads}
    longer = _longer_names(outline.document.text)
    turned_on = {name: places for name, places in asked.items() if _is_asked(places)}
    return tuple(
        thing
        for name, places in turned_on.items()
        if len(whole := longer.get(name, set())) == 1 or often[name] >= _OFTEN
        for thing in _named([[replace(each, phrase=min(whole) if len(whole) == 1 else each.phrase) for each in places]])
    )


def _longer_names(text: str) -> dict[str, set[str]]:
    """Last word -> the noun phrases of two or three words that end with it: gate -> release gate."""
    found: dict[str, set[str]] = {}
    for match in _PHRASE.finditer(text):
        words = match["words"].split()
        for count in (2, 3):
            if len(words) >= count and not any(each in NO_NOUNS | SAYS_LITTLE for each in words[: count - 1]):
                found.setdefault(words[count - 1], set()).add(" ".join(words[:count]))
    return found


def _is_asked(places: list[_Cue]) -> bool:
    return any(each.sentence.text.endswith("?") for each in places)


def _by_name(outline: Outline, said: frozenset[str] = frozenset()) -> dict[str, list[_Cue]]:
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN]
    if outline.document.source.kind is not DocumentKind.INTERVIEW or len(turns) < _FEWEST_TURNS:
        return {}
    found: dict[str, list[_Cue]] = {}
    for unit in turns:
        for sentence in unit.sentences:
            for cue in _cues(sentence, first=sentence in unit.sentences[:_OPENING], said=said):
                found.setdefault(_core(cue.phrase), []).append(cue)
    return found


def _named(groups: Iterable[list[_Cue]]) -> Iterator[Thing]:
    for places in groups:
        kind = _kind(_core(places[0].phrase), places)
        if kind is not None:
            yield _thing(kind, places[0])


def _thing(kind: ElementKind, cue: _Cue) -> Thing:
    aliases = () if " " in cue.phrase else (cue.phrase,)
    return Thing(thing_key(kind, cue.phrase), kind, named(cue.phrase), cue.sentence, aliases)


def _cues(sentence: Sentence, *, first: bool, said: frozenset[str]) -> Iterator[_Cue]:
    """`said`: nouns that are said so often with "the" that a question about one turns on it, whatever it is."""
    text = sentence.text
    yield from _found(_ASKED, sentence, None, said=said)
    if text.endswith("?"):
        return
    yield from _found(_ANSWERED if first else (), sentence, None)
    yield from _found(_DONE, sentence, ElementKind.CONTROL)
    yield from _found(_NEEDY, sentence, None)


def _found(
    patterns: Iterable[Cue],
    sentence: Sentence,
    kind: ElementKind | None,
    *,
    said: frozenset[str] = frozenset(),
) -> Iterator[_Cue]:
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            phrase = _without_adjectives(match["x"])
            before = sentence.text[: match.start("x")]
            if _tells(phrase, said) and not (_NOT_THERE.search(before) and not sentence.text.endswith("?")):
                yield _Cue(phrase, sentence, kind)


def _without_adjectives(phrase: str) -> str:
    words = phrase.split()
    while len(words) > 1 and words[0].casefold() in PLAIN_ADJECTIVES - {"key"}:
        words.pop(0)
    return " ".join(words)


def _core(phrase: str) -> str:
    words = phrase.casefold().split()
    last = words[-1] if words[-1] in CONTROL_HEADS else singular(words[-1])
    return " ".join((*words[:-1], last))


def _tells(phrase: str, said: frozenset[str]) -> bool:
    """Is it a noun phrase in small letters whose last word can name apparatus?"""
    words = [word.casefold() for word in phrase.split()]
    last = singular(words[-1])
    agents = decided(votes_of_head(phrase)) in AGENT_KINDS
    small = phrase == phrase.casefold() and not any(word in NO_NOUNS for word in words)
    if not small or agents or ({words[-1], last} & NO_TOPIC and len(words) == 1):
        return False
    telling = [word for word in words[:-1] if word not in SAYS_LITTLE]
    if last.endswith("ing") and last not in CONTROL_HEADS | GUARDS:
        return False
    known = bool({words[-1], last} & (KNOWN | said))
    return known and (bool(telling) or len(words) == 1)


def _kind(name: str, cues: list[_Cue]) -> ElementKind | None:
    """A control where it is said to act or its last word tells so, a dependency where its last word tells that; evidence is left to others."""
    last = name.rsplit(maxsplit=1)[-1]
    if last in EVIDENCE_HEADS - CONTROL_HEADS - GUARDS:
        return None
    acts = any(cue.kind is ElementKind.CONTROL for cue in cues)
    if acts or last in GUARDS or last in CONTROL_HEADS - DEPENDENCY_HEADS:
        return ElementKind.CONTROL
    return ElementKind.DEPENDENCY
