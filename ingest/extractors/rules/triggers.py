"""Conditions that would invalidate a part of the case: "if fewer than 25 staff can read it, Claim 2.3 falls"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.factor_targets import claim_alike
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.stems import stems

_ENDS = (
    r"(?:(?:is|are|would\s+be|becomes?)\s+(?:no\s+longer\s+(?:valid|true|justified)|invalid(?:ated)?|void|moot|withdrawn)|"
    r"(?:will\s+|would\s+)?no\s+longer\s+(?:holds?|stands?|appl(?:y|ies)|be\s+valid)|(?:would\s+|will\s+)?(?:falls?|collapses?|lapses?)\b|"
    r"(?:would\s+|will\s+|shall\s+|does\s+|do\s+)?(?:no\s+longer\s+(?:counts?|be\s+counted|tells?\s+(?:us|you)\s+\w+|means?\s+\w+|supports?\s+\w+)|"
    r"counts?\s+for\s+nothing|(?:is|be|are)\s+(?:worth\s+nothing|worthless|at\s+an\s+end|off\s+the\s+table))|"
    r"(?:would\s+not|wouldn[’']t|does\s+not|doesn[’']t|will\s+not|won[’']t)\s+(?:hold|stand|tell\s+(?:us|you)\s+(?:much|anything))\b|"
    r"(?:has|have|will\s+have|would(?:\s+then)?\s+have)\s+to\s+be\s+(?:withdrawn|given\s+up|dropped|abandoned|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered)|"
    r"must\s+be\s+(?:withdrawn|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered))"
)
_IF = re.compile(
    rf"^\W*(?:if|when|once|should)\s+(?P<condition>[^;:]{{8,200}}?),\s+(?:then\s+)?(?P<target>[^;:,]{{2,120}}?)\s+{_ENDS}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<target>[^;:,]{{2,120}}?)\s+{_ENDS}\s+(?:if|when|once|should)\s+(?P<condition>[^.;]{{8,200}})", re.IGNORECASE
)
_WOULD = re.compile(
    r"^(?P<condition>[^.;]{8,160}?)\s+(?:(?:would|will)\s+(?:invalidate|void|overturn|undo|end|sink|refute|be\s+the\s+end\s+of|put\s+an\s+end\s+to)|puts\s+an\s+end\s+to|(?:overturns|invalidates|voids|refutes))\s+(?P<target>[^.;]{2,120})",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+)?(?:withdraw|retract|drop|abandon|revisit|reconsider|stop\s+(?:counting(?:\s+on)?|relying\s+on|crediting|citing|using)|"
    r"no\s+longer\s+(?:regard|count(?:\s+on)?|rely\s+on|hold|accept|endorse|claim)|not\s+continue\s+to\s+(?:endorse|accept|hold))\s+(?P<target>[^;:,]{3,100}?)\s+"
    r"(?:if|when|once|should)\s+(?P<condition>[^.;]{8,240})",
    re.IGNORECASE,
)
_IF_STOP = re.compile(
    r"^\W*(?:if|when|once|should)\s+(?P<condition>[^;:]{8,200}?),\s+(?:then\s+)?(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+|have\s+to\s+)?"
    r"(?:withdraw|retract|drop|abandon|revisit|reconsider|reassess|re-?open|stop\s+(?:counting(?:\s+on)?|relying\s+on|crediting|citing|using)|no\s+longer\s+\w+(?:\s+on)?)\s+(?P<target>[^;:,.]{3,100})",
    re.IGNORECASE,
)
_NOR = re.compile(
    r"\bnor\s+would\s+(?:we|i)\s+(?:then\s+|still\s+)?(?:continue\s+to\s+)?\w+\s+(?P<target>[^;:,]{3,100}?)\s+(?:if|when|once|should)\s+(?P<condition>[^.;]{8,240})",
    re.IGNORECASE,
)
_NOT_SURVIVE = re.compile(
    r"(?P<target>[^;:,]{3,100}?)\s+would\s+not\s+survive\s+(?P<condition>[^.;]{8,200})", re.IGNORECASE
)
_HINT = re.compile(
    r"\b(?:if|when|once|should|would|will|in\s+(?:that|such)|if\s+so|then|puts|overturns|invalidates|voids|refutes)\b",
    re.IGNORECASE,
)  # no condition is worded without one of these
_THEN = re.compile(
    rf"^\W*(?:in\s+(?:that|such\s+an?)\s+(?:event|case)|if\s+so|then),?\s+(?P<target>[^;:,]{{2,120}}?)\s+{_ENDS}",
    re.IGNORECASE,
)
_NEEDED = {
    _AFTER: re.compile(rf"{_ENDS}\s+(?:if|when|once|should)\s", re.IGNORECASE),
    _NOT_SURVIVE: re.compile(r"\swould\s+not\s+survive\s", re.IGNORECASE),
}
"""What stands in all that a pattern finds, where it takes far longer to try the pattern at every character."""
IT_FOR = re.compile(
    r"\b(?:it|this|that|them)\b[^.;,]{0,40}\b(?:count\w*|rel(?:y|ied)\s+on|credit\w*|weigh\w*|considered|weight)\b[^.;,]{0,20}\b(?:for|in|on|under|against)\b|"
    r"\b(?:count\w*|rely\w*|credit\w*|relying)\s+(?:on\s+)?(?:it|this|that|them)\s+(?:for|in|on|under|against)\b",
    re.IGNORECASE,
)
"""The thing of the condition no longer counts for a pathway: "if the drill fails, it is no longer counted for Pathway 2"."""
_OR_IF = re.compile(r",?\s+or\s+(?:if|when|once)\s+")
_SAYS_LITTLE = re.compile(
    r"\b(?:the|claims?|arguments?|case|about|of|on|from|for|that|as|our|agreement|with|conclusions?|judg\w+)\b",
    re.IGNORECASE,
)
_OF_CASE = re.compile(r"\b(?:claims?|arguments?|conclusions?|agreement|assertion|proposition)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"^\W*(?:we|i|you|it|that|this|which|there|no|nothing|nobody|none|neither|not)\b", re.IGNORECASE)


def read_triggers(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Triggers with what they would invalidate; conditions aimed at nothing named stay text."""
    last: tuple[int, str] | None = None
    for sentence in (each for each in reading.outline.sentences if not reading.is_name(each)):
        if _HINT.search(sentence.text) is None:
            continue
        place = Place(reading, sentence)
        condition, targets = said_condition(reading, sentence)
        for part in _OR_IF.split(condition) if targets else ():
            trigger = named_trigger(place, part)
            last = (sentence.unit, trigger.key)
            yield trigger
            yield from (place.relation(RelationType.INVALIDATES, (trigger.key, target)) for target in targets)
        if not targets and last and last[0] == sentence.unit and (then := _THEN.match(sentence.text)):
            further = _targets(reading, sentence, then.span("target")) or _claim_called(reading, then["target"])
            yield from (place.relation(RelationType.INVALIDATES, (last[1], target)) for target in further)


def said_condition(reading: Reading, sentence: Sentence) -> tuple[str, tuple[str, ...]]:
    """The condition that a sentence states, and what falls with it; nothing where what falls has no name."""
    for pattern in (_IF, _IF_STOP, _AFTER, _WOULD, _STOP, _NOR, _NOT_SURVIVE):
        match = _found(pattern, sentence.text)
        if match is None or (pattern in {_IF, _AFTER} and is_denied(match["target"])):
            continue
        targets = _targets(reading, sentence, match.span("target"))
        if not targets and (pattern is _STOP or _OF_CASE.search(match["target"])):
            targets = _claim_called(reading, match["target"])
        if not targets and pattern in {_STOP, _NOR}:
            targets = _targets(reading, sentence, match.span("condition"))
        if (
            targets
            and all(key.startswith(f"{ElementKind.PATHWAY}:") for key in targets)
            and IT_FOR.search(sentence.text)
        ):
            targets = _targets(reading, sentence, match.span("condition")) or targets
        unsaid = pattern is _WOULD and _SPEAKER.match(match["condition"])
        if targets and not unsaid:
            return match["condition"], targets
    return "", ()


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    needed = _NEEDED.get(pattern)
    return None if needed is not None and needed.search(text) is None else pattern.search(text)


def named_trigger(place: Place, condition: str) -> ProposedElement:
    """The trigger that is named by its condition."""
    name = re.sub(r"\s+", " ", condition).strip(" .,")
    key = f"{ElementKind.TRIGGER}:{normal(name)}"
    return ProposedElement(key, ElementKind.TRIGGER, name[:1].upper() + name[1:], place.quote, text=place.quote.text)


def _targets(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[str, ...]:
    numbered = [
        numbered_key(r.kind, r.number)
        for r in reading.outline.references(sentence)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    known = tuple(key for key in numbered if key in reading.proposable)
    mentioned = tuple(m.key for m in Place(reading, sentence).mentioned(span, CRITICIZED))
    return known or mentioned[:1]


def _claim_called(reading: Reading, words: str) -> tuple[str, ...]:
    """The claim that a few words call: "the claim about leaks" -> the one worded so, or under a heading worded so."""
    said = _SAYS_LITTLE.sub(" ", words)
    key = claim_alike(reading, said) or _only_claim(reading, said)
    if key is None and not re.search(r"\w", said):
        overall = overall_claim(reading)
        key = overall.key if overall else None
    return (key,) if key else ()


def _only_claim(reading: Reading, words: str) -> str | None:
    """The only claim that shares a telling word with a few words: "from written reasoning"."""
    own = stems(words)
    claims = {
        each.key for each in reading.numbered.values() if each.kind is ElementKind.CLAIM and own & stems(each.name)
    }
    return claims.pop() if len(claims) == 1 else None
