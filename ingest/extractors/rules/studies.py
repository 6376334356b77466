"""Evidence that a document calls by an ordinary noun phrase: "the silent-work study", "our stealth evaluations"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import singular
from graph.provenance import DocumentKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import named, phrase_after, phrase_before
from ingest.extractors.rules.trial_words import MONTHS, SEASONS

_STUDY = Cue(
    r"\b(?:stud(?:y|ies)|evals?|trials?|drills?|back-tests?|experiments?|surveys?|benchmarks?|evaluations?|exercises?|simulations?|"
    r"penetration\s+tests?|red-teaming|audits?|assessments?(?=\s+(?:of\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|last)\b|(?:looked\s+at|covered|comprised|took\s+in|ran\s+over|searched|went\s+through)\s+(?:\w+\s+)?\d)))\b"
)
_OF = Cue(
    r"(?:^|\bby\s+|\bon\s+)(?:the|our|an?)\s+(?P<head>record|survey|study|analysis|history)\s+of\s+(?=[a-z])",
    re.IGNORECASE,
)
_REPORTED = Cue(
    r"\b(?:comparisons?|replays?|rehearsals?|analysis|analyses|counts?|reviews?|tests?|inspections?|checks?|readings?|interviews?|measurements?|walk-throughs?)\b"
    r"(?=(?:,[^.;,]{3,120},)?\s+(?:has\s+|have\s+)?(?:found|showed|shown|concluded|confirmed|turned\s+up|came\s+out|established|revealed|tells?|told|says?|suggests?)\b)"
)
_RUN = Cue(
    r"\b(?i:ran|run|repeated|conducted|performed|in|during|at|under)\s+(?i:the|our)\s+[a-z][\w-]+(?:\s+[a-z][\w-]+){0,2}?\s+(?:tests?|measurements?|sweeps?)\b(?=[^.;]*\d)"
)
_GAVE = Cue(
    r"\b(?i:the|our)\s+[a-z][\w-]+(?:\s+[a-z][\w-]+){0,2}?\s+(?:tests?|measurements?|sweeps?)\b(?=(?:\s+(?:of|in)\s+(?:last\s+)?[A-Z]\w+)?\s+(?:put|gave|yielded|returned|produced)\b[^.;]*\d)"
)
_OF_THING = Cue(
    r"\b(?i:the|our|its|their|last|first|latest|only|one)\s+(?P<name>(?:[a-z][\w-]+\s+){0,3}?(?:test|trial|drill|exercise|inspection|red-teaming|rehearsal|simulation)s?\s+of\s+"
    r"(?:the|our|its)\s+)(?=[a-z])"
)
_AN_OF_THING = Cue(
    r"\b(?i:an?|the|our|last\s+\w+[’']s)\s+(?P<name>(?:[a-z][\w-]+\s+){0,2}?(?:audit|review|inspection|test|trial|survey|check|drill)\s+of\s+(?:the|our|its)\s+)(?=[a-z])"
)
_FOUND = Cue(r"\b(?:found|showed|turned\s+up|revealed|concluded|confirmed|uncovered|established|came\s+back)\b")
_NO_SUCH = Cue(
    r"\b(?:no|not|never|without|\w+n[’']t|would|could|should|might|plan\w*|want|recommend\w*|propos\w*|if|need\w*)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_WISHED = Cue(r"\s+(?:would|should|could|might|must|ought|is\s+(?:to|planned|due))\b")
_FIGURE_OF = Cue(r"\bthe\s+(?P<name>(?:figure|result|score|rate)\s+of\s+\d[\d.,]*\s?(?:%|per\s?cent))", re.IGNORECASE)
_DEFINITE = Cue(r"\b(?:the|our|this|is|are|there\s+(?:is|was)\s+(?:also\s+)?an?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_TO_COME = Cue(r"\b(?:next|future|coming|forthcoming|upcoming)\s+$", re.IGNORECASE)
_SAYS_LITTLE = (
    "case future planned external internal formal direct initial separate extensive fixed dedicated several announced"
)
_DATED = frozenset((*MONTHS, *SEASONS))
_EMPTY = PLAIN_ADJECTIVES | GENERIC_NAMES | frozenset(_SAYS_LITTLE.split())


def studies(outline: Outline) -> tuple[Thing, ...]:
    """Every study with a telling modifier, once, at its first mention."""
    found: dict[str, Thing] = {}
    report = outline.document.source.kind is DocumentKind.REPORT
    talk = outline.document.source.kind is DocumentKind.INTERVIEW
    for sentence in outline.sentences:
        for match in (
            *_STUDY.finditer(sentence.text),
            *_REPORTED.finditer(sentence.text),
            *(_run(sentence.text) if report else ()),
        ):
            if re.match(
                r"\s+(?:process|team|group|pipeline|results?|awareness|methods?|staff|feeds?|logs?|trails?|streams?|events?|data|accounts?|files?)\b|-",
                sentence.text[match.end() :],
            ):
                continue
            span = phrase_before(sentence.text, match.end())
            if span and _TO_COME.search(sentence.text[: span[0]]):
                continue
            phrase = sentence.text[span[0] : span[1]] if span else ""
            words = phrase.split()
            dated = (report or talk) and bool(words) and words[0].casefold() in _DATED
            telling = [word for word in words[:-1] if dated or word.casefold() not in _EMPTY]
            definite = span and _DEFINITE.search(sentence.text[: span[0]])
            if (
                not telling
                or not definite
                or any(word[0].isdigit() for word in words)
                or (phrase[0].isupper() and not dated)
                or len(words) > 4
            ):
                continue
            key = thing_key(ElementKind.EVIDENCE, phrase)
            name = " ".join([*words[:-1], singular(words[-1])])
            found.setdefault(key, Thing(key, ElementKind.EVIDENCE, named(name), sentence, (phrase,)))
        for phrase in (
            *_of_thing(sentence.text),
            *(() if report else (m["name"] for m in _FIGURE_OF.finditer(sentence.text))),
        ):
            key = thing_key(ElementKind.EVIDENCE, phrase)
            found.setdefault(key, Thing(key, ElementKind.EVIDENCE, named(phrase), sentence, (phrase,)))
        for match in _OF.finditer(sentence.text):
            span = phrase_after(sentence.text, match.end())
            if span is not None:
                phrase = f"{match['head']} of {sentence.text[match.end() : span[1]]}"
                key = thing_key(ElementKind.EVIDENCE, phrase)
                found.setdefault(key, Thing(key, ElementKind.EVIDENCE, named(phrase), sentence, (phrase,)))
    return tuple(found.values())


def _run(text: str) -> Iterator[re.Match[str]]:
    """Tests that a sentence with a figure says were run, or what they gave: "in the soak test 2 of 9 leaked"."""
    yield from _RUN.finditer(text)
    yield from _GAVE.finditer(text)


def _of_thing(text: str) -> Iterator[str]:
    """Tests that are called by what they try: "the red-team test of the outer gate"."""
    reported = _AN_OF_THING.finditer(text) if _FOUND.search(text) else ()
    for match in (*_OF_THING.finditer(text), *reported):
        span = phrase_after(text, match.end())
        if span and not _NO_SUCH.search(text[: match.start()]) and not _WISHED.match(text, span[1]):
            yield re.sub(r"\s+", " ", text[match.start("name") : span[1]])
