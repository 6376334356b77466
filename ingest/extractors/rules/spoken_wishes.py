"""What a speaker would change: "I'd make the flag a default", "Make the audit daily.", "A heartbeat for the spool.", "somebody should own it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence

_MADE = Cue(
    r"\bI[’']d\s+(?:also\s+|first\s+)?(?P<made>(?:make|put|move|give|split|take|cut|turn|set|have)\s+(?:the|our|every|all|each)\s+[^.;,]{4,70})",
    re.IGNORECASE,
)
_STAND_BY = Cue(
    r"\bI(?:[’']d|\s+would)\s+(?:also\s+|just\s+|simply\s+)?(?:put|add|fit|buy|get|install|build|run|keep|want)\s+(?P<beside>(?:an?|one)\s+(?:second|third|spare|separate|new|further)\s+[^.;,?]{4,60})",
    re.IGNORECASE,
)
_WANTED = Cue(
    r"\b(?:I|we)[’']d\s+(?:also\s+|really\s+)?(?:like|add|want|build)\s+(?P<wanted>(?!to\b|it\b|that\b|you\b|somebody\b|someone\b)[^.;,?]{6,70})|"
    r"\bwe\s+could\s+(?:just\s+|simply\s+)?(?:ask\s+for|add|introduce|build)\s+(?P<could>an?\s+[^.;,?]{4,60})",
    re.IGNORECASE,
)
_METHOD = Cue(
    r"\b(?:method|technique|idea|approach|tool|thing|scheme)\b[^.;]{0,30}?\b(?:called|named)\s+[“\"‘']?(?P<called>[a-z][\w-]+(?:\s+[a-z][\w-]+){1,3}?)[”\"’']?(?=[.,;])",
    re.IGNORECASE,
)
_DO = (
    r"(?:make|cut|put|give|add|split|move|get|write|fit|buy|train|rotate|lower|raise|automate|build|hire|separate|pin|encrypt|turn|set|fix|replace|"
    r"require|enforce|publish|merge|close|lock|bring|take|wire|connect|tie)"
)
_DONE = Cue(
    rf"^\W*(?:(?:and|then|also|well|oh|first|honestly|just),?\s+){{0,2}}(?P<done>{_DO}\s+(?!it\s+or\b)[^.;?!]{{6,90}})",
    re.IGNORECASE,
)
_NAMED = Cue(
    r"^\W*(?:(?:and|then|also|well|oh|honestly|probably|maybe),?\s+){0,2}(?P<named>(?:an?|another|more)\s+[^.;?!]{4,80})(?=[.;!]|$)",
    re.IGNORECASE,
)
_BARE = Cue(
    r"^(?P<bare>(?!Nothing|Nobody|None|Not\b|It\b|That|This|We\b|I\b|They|There|You|He\b|She\b|In\b|On\b|At\b|For\b|No\b|Yes)[A-Z][a-z-]+(?:\s+(?!is\b|are\b|was\b|were\b|has\b|have\b|did\b|does\b)[a-z][\w-]*){1,4}?\s+(?:for|on)\s+(?:the|our|every|each)\s+[a-z][\w\s-]{2,40})(?=[.;]|$)"
)
_SHOULD = Cue(
    rf"\b(?:somebody|someone|they|we|people)\s+(?:really\s+|just\s+)?(?:should|ought\s+to)\s+(?P<should>(?:{_DO}|own|keep|look\s+after|test|check|watch|review|sign)\s+[^.;,?]{{3,70}})",
    re.IGNORECASE,
)
_SEEN = Cue(
    r"\bI[’']d\s+(?:really\s+)?(?:like|want|love)\s+(?:to\s+see|to\s+have|to\s+get)\s+(?P<seen>[^.;?]{6,80})",
    re.IGNORECASE,
)
_JOB = Cue(
    r"\b(?:it|that)(?:[’']s|\s+is|[’']d\s+be|\s+would\s+be)\s+(?:honestly\s+|only\s+|just\s+|maybe\s+)?an?\s+(?:[\w-]+[\s-])?(?:days?|week|afternoon|hour|morning|evening)(?:[’']s)?[\s-](?:job|work|task)(?:\s+to\s+|,\s+)(?P<job>[^.;,?]{6,80})",
    re.IGNORECASE,
)
_ASKED_FOR = Cue(r"\bI\s+asked\s+for\s+(?P<asked>an?\s+[^.;,?]{3,60}?)(?=\s+and\s+(?:they|was)\b|[.;,])", re.IGNORECASE)
_ALWAYS = (_STAND_BY, _SHOULD, _SEEN, _JOB, _ASKED_FOR)
_WHEN_ASKED = (_MADE, _WANTED, _METHOD, _DONE)
_ASKED = Cue(
    r"\b(?:change|strengthen|improve|fix|like\s+to|wish|would\s+help|missing|budget|better|different\w*|long\s+would|ask\s+for|want|need\s+most|add|one\s+thing|anything\s+else|spend|invest|do\s+about|what\s+else)\b",
    re.IGNORECASE,
)
_REFUSED = Cue(r"\b(?:should|ought\s+to)\s+(?:not|never|have)\b|\b(?:never|not|wouldn[’']t|don[’']t)\b", re.IGNORECASE)
_PURPOSE = Cue(
    r"\s+(?:to\s+(?:stand|take|back|be|have|fall|cover|serve)|so\s+that|in\s+case|for\s+when|as\s+a)\b", re.IGNORECASE
)
_TAIL = Cue(r"\s+(?:as\s+well|too|tomorrow|today|now|first|perhaps|maybe|really)\b.*$|^(?:an?|some)\s+", re.IGNORECASE)
_FEWEST = 2
_POINTS = Cue(
    r"^(?:put|get|take|make|have)\s+(?:it|that|them|this)(?:\s+\w+)?$|^\w+\s+(?:it|that|them|this)\b", re.IGNORECASE
)


def spoken_wishes(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Names of the changes that speakers wish for, with their sentences.

    A second thing beside the first, a job with its length, and what somebody should do count anywhere; the rest where a
    question asks what would help.
    """
    asked = False
    for unit in outline.units:
        if unit.kind is not BlockKind.TURN:
            continue
        if unit.text.rstrip().endswith("?"):
            asked = bool(_ASKED.search(unit.text))
            continue
        for position, sentence in enumerate(unit.sentences):
            patterns = (
                *_ALWAYS,
                *(_WHEN_ASKED if asked else ()),
                *((_NAMED, _BARE) if asked and position == 0 else ()),
            )
            for name in _in_sentence(sentence.text, patterns):
                yield name, sentence


def _in_sentence(text: str, patterns: tuple[Cue, ...]) -> Iterator[str]:
    if text.endswith("?"):
        return
    for pattern in patterns:
        for match in pattern.finditer(text):
            words = next(value for value in match.groupdict().values() if value)
            plain = _TAIL.sub("", _PURPOSE.split(words, maxsplit=1)[0])
            refused = _REFUSED.search(text[: match.end()]) if pattern in {_SHOULD, _DONE, _NAMED, _METHOD} else None
            name = short_action(plain)
            if (
                " " in name
                and len(name.split()) >= _FEWEST
                and not (refused or (pattern in {_DONE, _SHOULD} and _POINTS.match(plain)))
            ):
                yield name
