"""Controls that a document calls by ordinary noun phrases: "an automated offline monitoring pipeline", "a data review"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.naming import normal, singular
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import CONTROL_HEADS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_before

_HEAD = Cue(
    r"\b(?:(?!training|development|deployment|production|reasoning|computing|operation|generation)(?:[a-z]+(?:ion|ing|al)|review|audit|test)\s+"
    r"(?:process(?:es)?|pipelines?|procedures?|steps?|boards?)|monitoring(?:\s+(?:systems?|pipelines?|mechanisms?|tools?|setup))?|monitors?|classifiers?|probes?|sandbox(?:es|ing)?|firewalls?|"
    r"alarms?|interlocks?|tripwires?|canary\s+strings|terms\s+of\s+service|audits?|inspections?|patrols?|safeguards?|scanners?|detectors?|"
    r"reviews?|filters?|(?:access|security|blocking)\s+controls?|"
    r"(?:second|first|third|multi)-stage\s+(?:pipelines?|filters?)|two-factor\s+authentication|rate\s+limits?|allow-?lists?|block-?lists?|"
    r"(?:security|invariant|acceptance)\s+(?:tests?|invariants?)|checklists?|sign-?offs?|double\s+checks?|spot\s+checks?)\b",
    re.IGNORECASE,
)
_CUE = Cue(
    r"\b(?:use|uses|run|runs|ran|conduct|conducts|conducted|have|has|perform|apply|employ|operate|maintain|using|via|through|by|under|such\s+as|"
    r"is|are|our|subject\s+to|of:|piloted|introduced|including|with|believe|the)\s+(?:the\s+|an?\s+|some\s+|our\s+|either\s+)?$",
    re.IGNORECASE,
)
_SORTS = Cue(r"\b(?:forms?|kinds?|types?|sorts?|other|any)\s+(?:of\s+)?$", re.IGNORECASE)
_DENIED = Cue(
    r"\b(?:not\s+(?:yet\s+)?(?:been|gone|have|has|had|use|run|apply)|\w+n[’']t\s+(?:yet\s+)?(?:been|gone|have|use|run|apply)|never|without|lacks?|instead\s+of|in\s+place\s+of)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_MANUAL = Cue(
    r"\b(?:manually|hand-?)\s+(?:review|check|inspect|read|test|count)s?\s+(?P<what>(?:on\s+the\s+order\s+of\s+|about\s+|some\s+|up\s+to\s+|every\s+)?"
    r"(?:\d[\d,]*\s+)?[\w-]+(?:\s+(?:per|a|each)\s+\w+)?)",
    re.IGNORECASE,
)
_SPOKEN = Cue(r"\b(?:the|our)\s+(?P<word>[a-z-]+)\b(?!\s+(?:of|team|room|log)\b)", re.IGNORECASE)
_SO_DO = Cue(r"\bso\s+(?:do|does)\s+the\s+(?P<word>[a-z-]+)\b", re.IGNORECASE)
_COMMON = frozenset(
    [
        "list",
        "line",
        "watch",
        "control",
        "release",
        "period",
        "check",
        "review",
        "panel",
        "memo",
        "hold",
        "stop",
        "pack",
        "monitoring",
        "audit",
    ]
)
_OFTEN = 3
_OF_ANOTHER = Cue(r"[\w-]+[’']s\s+[\w-]+")  # "the scanner's signature" is a part of the scanner
_AWAITED = Cue(r"\b(?:until|once|unless|as\s+soon\s+as|before|when)\s+(?:the|an?|our)\s+$", re.IGNORECASE)
_IN_PLACE = Cue(
    r"\s+(?:is|are|has\s+been|have\s+been)\s+(?:in\s+(?:place|force|use)|built|installed|there|live|added|fitted|finished|delivered)\b"
)
_BY_HEAD = frozenset(["audit", "review", "test", "inspection", "filter", "check", "monitor"])
_TAILS = frozenset(["pipeline", "process", "system", "setup", "mechanism", "procedure", "tool", "step"])
_OPENINGS = frozenset(
    ["automated", "automatic", "our", "main", "own", "overall", "standard", "current", "new", "existing", "form"]
)


@dataclass(frozen=True)
class _Seen:
    phrase: str
    sentence: Sentence
    cued: bool


def practices(outline: Outline) -> tuple[Thing, ...]:
    """Controls by ordinary names: said to be in use, or named again and again; one for all wordings of a name."""
    seen = [each for sentence in outline.sentences for each in _in_sentence(outline, sentence)]
    often = Counter(core(each.phrase) for each in seen)
    groups: dict[str, list[_Seen]] = {}
    for each in seen:
        groups.setdefault(core(each.phrase), []).append(each)
    found = [
        _thing(group)
        for name, group in groups.items()
        if name and " " in name and (often[name] > 2 or any(each.cued for each in group))
    ]
    return (*found, *_by_hand(outline))


def spoken_controls(outline: Outline, heads: frozenset[str]) -> tuple[Thing, ...]:
    """In talk, controls that are only called "the ledger", again and again. `heads`: last words of longer known names."""
    if outline.document.source.kind is not DocumentKind.INTERVIEW:
        return ()
    places: dict[str, list[Sentence]] = {}
    for sentence in outline.sentences:
        for match in _SPOKEN.finditer(sentence.text):
            word = singular(match["word"].casefold())
            if word in CONTROL_HEADS and word not in heads | _COMMON:
                places.setdefault(match["word"].casefold(), []).append(sentence)
        also = _SO_DO.search(sentence.text)
        if also and singular(also["word"].casefold()) in CONTROL_HEADS - heads:
            places.setdefault(also["word"].casefold(), []).extend([sentence] * _OFTEN)
    often = {word: sentences[0] for word, sentences in places.items() if len(sentences) >= _OFTEN}
    return tuple(_called_alone(outline, word, sentence) for word, sentence in often.items())


def _called_alone(outline: Outline, word: str, sentence: Sentence) -> Thing:
    """A control; a dependency where something else is said to have it: "the proxy has an allowlist"."""
    part = re.search(
        rf"\b(?:the|our)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:has|uses|keeps|reads|consults|goes\s+by|works\s+from)\s+an?\s+{re.escape(word)}\b",
        outline.document.text,
        re.IGNORECASE,
    )
    passed = re.search(
        rf"\b(?:only|just)\s+(?:sees?|gets?|knows?|checks?|catch(?:es)?)\s+[^.;]{{2,40}}?\b(?:through|via|over)\s+(?:the|our|their)\s+{re.escape(word)}\b|\bpart\s+of\s+(?:the|our|their)\s+{re.escape(word)}\b",
        outline.document.text,
        re.IGNORECASE,
    )
    kind = ElementKind.DEPENDENCY if part or passed else ElementKind.CONTROL
    return Thing(thing_key(kind, word), kind, named(word), sentence, (word,))


def core(phrase: str) -> str:
    """What is left of a name without words that only say that it is a system, or automatic."""
    words = list(normal(phrase).split())
    while len(words) > 1 and words[-1] in _TAILS:
        words.pop()
    while len(words) > 1 and words[0] in _OPENINGS:
        words.pop(0)
    return " ".join(words)


def _in_sentence(outline: Outline, sentence: Sentence) -> Iterator[_Seen]:
    if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE}:
        return
    for match in _HEAD.finditer(sentence.text):
        span = phrase_before(sentence.text, match.end())
        if span and span[0] > match.start():
            span = match.span()
        phrase = sentence.text[span[0] : span[1]] if span else ""
        words = phrase.split()
        telling = [w for w in words[:-1] if w.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES | _OPENINGS]
        fixed = " " in match[0] and match[0].casefold().startswith(
            ("canary", "terms", "two-factor", "security", "blocking")
        )
        if (
            span is None
            or not (telling or fixed)
            or re.match(r"-|\s+(?:model|result|arguments?|claims?)\b", sentence.text[match.end() :])
        ):
            continue
        single = singular(words[-1].casefold())
        before = sentence.text[: span[0]]
        awaited = _AWAITED.search(before) and _IN_PLACE.match(sentence.text, span[1])
        if _SORTS.search(before) or _DENIED.search(before) or awaited or _OF_ANOTHER.fullmatch(phrase):
            continue
        cued = bool(_CUE.search(before)) and (single not in _BY_HEAD or len(telling) > 1 or fixed)
        yield _Seen(phrase, sentence, cued)


def _thing(group: list[_Seen]) -> Thing:
    phrases = sorted(dict.fromkeys(each.phrase for each in group), key=lambda phrase: -len(phrase))
    name = phrases[0]
    aliases = dict.fromkeys((*phrases, *_tails(name)))
    return Thing(
        thing_key(ElementKind.CONTROL, name), ElementKind.CONTROL, named(name), group[0].sentence, tuple(aliases)
    )


def _tails(name: str) -> Iterable[str]:
    """The last two words of a long name, by which it is called for short."""
    words = name.split()
    return (" ".join(words[-2:]),) if len(words) > 3 else ()


def _by_hand(outline: Outline) -> Iterator[Thing]:
    for sentence in outline.sentences:
        match = _MANUAL.search(sentence.text)
        if match:
            name = "Manual review of " + re.sub(
                r"\s+", " ", re.sub(r"^on\s+the\s+order\s+of\s+", "about ", match["what"])
            )
            yield Thing(thing_key(ElementKind.CONTROL, name), ElementKind.CONTROL, name, sentence, (match[0],))
