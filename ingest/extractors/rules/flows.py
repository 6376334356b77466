"""Where a sentence says softly that one thing works with another: from which spans, before names are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import denies_object, harmed_span, is_denied
from ingest.extractors.rules.flow_words import DRAWS, GONE, PLANT, SUPPLIES, TAKES_ALONG
from ingest.extractors.rules.phrases import head, phrase_after, phrase_before

_DRAWS = Cue(rf"\b(?:{DRAWS})\s+(?:(?:one\s+and|the\s+very|exactly)\s+(?:the\s+)?(?=same\b))?", re.IGNORECASE)
_NEAR = 30
_PLACES = frozenset(
    {
        "cluster",
        "machine",
        "machines",
        "host",
        "hosts",
        "node",
        "nodes",
        "network",
        "platform",
        "account",
        "accounts",
        "line",
        "lines",
    }
)
_NO_WORKING = (
    r"(?:(?:remov|delet|strip|drop|protect|block|prevent|isolat|cut|disconnect|hid|keep|stop|lock|suffer|differ|result|benefit|escap|shield|sav|fre|expel|eras|"
    r"discard|exclud|refus|reject|rout|demand|bann?|revok|retir|return|depart|leav|lift|pass|walk|talk|look|stand)\w*)"
)
_PARTS_WITH = Cue(rf"\b{_NO_WORKING}\b", re.IGNORECASE)
_ANY_VERB = Cue(
    r"\s(?!(?:is|was|has|does|as|this|its|us|his|hers)\s)[a-z]{2,}(?:s|ed)\s+(?:(?:[\w’'-]+\s+){1,7}?)?(?:from|through|via|against|off|over|by\s+way\s+of)\s+(?=(?:the|an?|its|their|our|that|one|each)\s)"
)
_TO = Cue(r"\s+(?:to|into|towards?|back\s+to)\s+(?:the|an?|its|their)\b", re.IGNORECASE)
_SUPPLIES = Cue(
    rf"\s+(?:\w+ly\s+|also\s+)?{SUPPLIES}\s+(?:to\s+)?(?=(?:the|both|our|its|their|it|them|every|each)\b|[A-Z])"
)
_HANDS = Cue(
    r"\s(?:\w+ly\s+)?(?:hands|passes|forwards|delivers|ships|streams|relays)\s+(?:it|them|(?:the|its|all|every|each|their)\s+[^.;,]{2,40}?)\s+(?:on\s+|over\s+)?(?:to|into)\s+(?=(?:the|our|its)\b)"
)
_DELIVERED = Cue(
    r"(?:the|its|their|our|that)\s+(?:[\w-]+\s+){0,2}?(?:queue|channel|list|mailbox|inbox|screen|console|dashboard|room|log)\b",
    re.IGNORECASE,
)
_WITH = Cue(
    rf"\bwith\s+(?P<object>(?:the|an?|its|that|this|our)\s+[^,.;:]{{2,50}}?)\s+{GONE}\b\s*,?\s*(?P<rest>[^.;]{{3,160}})",
    re.IGNORECASE,
)
_LOSING = Cue(
    rf"\b(?:losing|(?:the\s+|a\s+)?(?:loss|failure|outage)\s+of)\s+(?P<object>[^,.;:]{{2,50}}?)\s+{TAKES_ALONG}\s+(?P<rest>[^.;,]{{3,100}})",
    re.IGNORECASE,
)
_ON_WHICH = Cue(
    r",\s+(?:on|from|through|via|over|against)\s+which\s+(?P<rest>(?:the|our|its|both|all)\s+[^.;,]{2,80}?)\s+"
    r"(?:depends?|rel(?:y|ies)|rests?|runs?|hangs?|draws?|reads?|feeds?|works?|goes|(?:is|are)\s+(?:hosted|run|stored|checked|compared|fed))\b",
    re.IGNORECASE,
)
_WHICH = Cue(
    r",\s+(?:which|that)\s+(?P<rest>(?:the|our|its|both|all)\s+[^.;,]{2,80}?)\s+"
    r"(?:needs?|requires?|uses?|reads?|(?:depends?|rel(?:y|ies)|rests?|runs?|draws?)\s+on|(?:reads?|draws?)\s+from)\b(?=\s*[.,;]|\s+(?:too|also|as\s+well|for|to)\b)",
    re.IGNORECASE,
)
_IS_WHAT = Cue(
    r"\s+(?:is|are)\s+what\s+(?P<rest>(?:the|our|its|both)\s+[^.;,]{2,80}?)\s+"
    r"(?:needs?|requires?|uses?|reads?|runs?\s+on|relies\s+on|depends\s+on|(?:checks?|compares?|match(?:es)?|reads?)\s+[^.;,]{2,40}?\s+(?:with|against|from|by))\b",
    re.IGNORECASE,
)
_WITHOUT_WHICH = Cue(r",?\s+without\s+which\s+(?P<rest>[^.;]{3,120})", re.IGNORECASE)
_STOPS = Cue(
    r"\b(?:no|nothing|never|nobody|blind|dark|dead|deaf|stops?|fails?|refuses?|can[’']?n?o?t|cannot|won[’']t|wouldn[’']t|useless|worthless|"
    r"impossible|down|out|idle|not|isn[’']t|doesn[’']t|lets|passes|lost)\b",
    re.IGNORECASE,
)
_HAS_TO = Cue(r"\s(?:has|have|needs?)\s+to\s+(?:first\s+|\w+ly\s+)?$", re.IGNORECASE)
_UNSURE = Cue(
    r"\b(?:might|may|could|would|should|will|whether|if|did|was|were|used|plan(?:s|ned)?|want(?:s|ed)?|to|let|lets)\s+(?:\w+\s+){0,2}$|\bno\s+\w+\s+$|"
    r"(?:,|\band)\s+(?:we|they|people|staff|you|I|s?he|nobody|everyone)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Flow:
    """Offsets: what is worked with begins at `object` and stands before `limit`; who works with it stands in `dependent`."""

    object: int
    limit: int
    dependent: tuple[int, int]
    forward: bool


def flows_in(text: str) -> Iterator[Flow]:
    """Every such flow that a sentence states; denied and merely possible ones are left out."""
    yield from _drawn(text)
    yield from _by_plant(text)
    yield from _supplied(text)
    yield from _clauses(text)
    yield from _missed(text)
    yield from _handed(text)


def _drawn(text: str) -> Iterator[Flow]:
    """The subject works with what stands behind the verb: "the check takes its list from the register"."""
    for match in _DRAWS.finditer(text):
        before = text[: match.start()]
        span = phrase_after(text, match.end())
        moved = span is not None and " from " in f" {match[0]}" and _TO.match(text, span[1])
        if span and not moved and not _is_open(before) and not denies_object(text[match.end() :]):
            clause = max(before.rfind(";"), before.rfind(":")) + 1
            yield Flow(match.end(), len(text), (clause, match.start()), forward=True)


def _by_plant(text: str) -> Iterator[Flow]:
    """The subject does whatever it does from, through or against a piece of plant: "the probe times each door over the site clock"."""
    for match in _ANY_VERB.finditer(text):
        before = text[: match.start()]
        span = phrase_after(text, match.end())
        plant = span is not None and {
            head(text[slice(*span)]),
            text[slice(*span)].rsplit(maxsplit=1)[-1].casefold(),
        } & (PLANT - _PLACES)
        parting = _PARTS_WITH.search(text, max(0, match.start() - _NEAR), match.end())
        if span and plant and not parting and not _TO.match(text, span[1]) and not _is_open(before):
            clause = max(before.rfind(";"), before.rfind(":")) + 1
            yield Flow(match.end(), len(text), (clause, match.start()), forward=True)


def _supplied(text: str) -> Iterator[Flow]:
    """The object of the verb works with its subject: "the ledger feeds the payment hold"."""
    for match in _SUPPLIES.finditer(text):
        giver = phrase_before(text, match.start())
        taker = None if _DELIVERED.match(text, match.end()) else _takers(text, match.end())
        if giver and taker and _opens_clause(text[: giver[0]]) and not _is_open(text[: match.start()]):
            yield Flow(giver[0], giver[1], taker, forward=False)


def _handed(text: str) -> Iterator[Flow]:
    """What is handed on: "the probe registers the alarm and hands it to the dialler", "the shipper passes every record to the monitor"."""
    for match in _HANDS.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "; ", "|", "\t")) + 1
        if not _is_open(text[start : match.start()]) and not _DELIVERED.match(text, match.end()):
            taker = phrase_after(text, match.end())
            if taker:
                yield Flow(start, match.start(), (match.end(), taker[1]), forward=False)


def _takers(text: str, start: int) -> tuple[int, int] | None:
    """The noun phrase behind the verb, with one that "and" joins to it; a pronoun stands for what came before."""
    pronoun = Cue(r"(?:it|them)\b", re.IGNORECASE).match(text, start)
    span = pronoun.span() if pronoun else phrase_after(text, start)
    joint = Cue(r"\s+and\s+(?=the\s)").match(text, span[1]) if span else None
    other = phrase_after(text, joint.end()) if joint else None
    return (start, (other or span)[1]) if span else None


def _opens_clause(before: str) -> bool:
    """Does a noun phrase behind these words open its clause? "The clerk and the ledger feed" is left alone."""
    return (
        re.search(
            r"(?:^|[.,;:]\s+|\b(?:and|but|so|because|since|that|while)\s+)(?:the|an?|our|its|their|that|this)?\s*$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def _clauses(text: str) -> Iterator[Flow]:
    """Relative clauses: "the register, on which the check depends", "is what the check reads", "without which"."""
    for pattern in (_ON_WHICH, _WHICH, _IS_WHAT, _WITHOUT_WHICH):
        for match in pattern.finditer(text):
            giver = phrase_before(text, match.start())
            lost = pattern is not _WITHOUT_WHICH or _STOPS.search(match["rest"])
            if giver and lost and not is_denied(match["rest"] if pattern is not _WITHOUT_WHICH else ""):
                yield Flow(giver[0], giver[1], match.span("rest"), forward=False)


def _missed(text: str) -> Iterator[Flow]:
    """What stops where something is missed: "with the feed gone, the gate never closes"."""
    for pattern in (_WITH, _LOSING):
        for match in pattern.finditer(text):
            harmed = harmed_span(text, match.span("rest"))
            if harmed and (pattern is _LOSING or _STOPS.search(text[slice(*harmed)])):
                yield Flow(*match.span("object"), harmed, forward=False)


def _is_open(before: str) -> bool:
    """Do the words before a verb deny it, or leave it open? What something has to do it does."""
    before = _HAS_TO.sub(" ", before)
    return is_denied(before) or _UNSURE.search(before) is not None
