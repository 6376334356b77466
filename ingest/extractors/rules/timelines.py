"""What a timeline tells: who noticed, who was told by what channel, and how long that took since they knew themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import Basis, ElementKind, RelationType
from graph.moments import Moment, elapsed
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.actors import Entry, entries
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place, Reading

TELLS = Cue(
    r"\b(?P<mail>e-?mails?|e-?mailed)\b|\b(?P<page>pages?|paged)\b|\b(?P<phone>calls?|called|phones?|phoned|rings?|rang|telephon\w+)\b|"
    r"\b(?P<ticket>(?:opens?|opened|raises?|raised|files?|filed)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:ticket|case|request))\b|(?<![\w-])(?P<text>texts|texted)\b|"
    r"\b(?P<radio>radios|radioed)\b(?!\s+in\b)|\b(?P<chat>posts?|posted|messages?|messaged)\b|\b(?:wakes?|woke|tells?|told|informs?|informed|notif(?:y|ies|ied)|alerts?|alerted|contacts?|contacted|"
    r"escalates?|escalated|writes\s+to|wrote\s+to|(?:mentions|mentioned|complains|complained)\s+(?:(?:it|this|that)\s+)?to|rais(?:es|ed)\s+(?:it|this|the\s+\w+)\s+with|briefs|briefed|reports?|reported|warns?|warned|submits?|submitted|hands?|handed|forwards?|forwarded|asks?|asked)\b",
    re.IGNORECASE,
)
CHANNELS = {
    "mail": "e-mail",
    "page": "page",
    "phone": "telephone",
    "chat": "chat",
    "ticket": "ticket",
    "text": "text",
    "radio": "radio",
}
_NAMED = Cue(
    r"\b(?:by|via|over|in|on|through)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?(?P<word>e-?mail|phone|telephone|chat|slack|radio|pager|page|sms|ticket|form|twitter|forums?|hotline|channel)\b",
    re.IGNORECASE,
)
_PASSIVE = Cue(
    r"\b(?:was|were|is|are|got|been)\s+(?:first\s+|then\s+|also\s+)?(?:informed|notified|alerted|told|contacted|paged|called|warned|tipped\s+off)\b[^.;]{0,40}?\bby\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_INTERVAL = Cue(
    r"^\W*(?:from\s+|time\s+(?:from|to)\s+|total\s+)?(?P<what>[^:]{6,80}?)\s*(?:\([^)]*\))?\s*:\s*(?P<time>\W{0,3}\d[\d\s.,]*\s*(?:h|m|s|d|hours?|minutes?|min|days?|seconds?|weeks?)\b[^.;]*)$",
    re.IGNORECASE,
)
_TO = Cue(r"\b(?:to|from|until|exposure|response|detection|duration|downtime|outage|recovery)\b", re.IGNORECASE)
NO_VERB = Cue(
    r"\b(?:is|are|was|were|been|got|being)\s+(?:\w+\s+)?$|\b(?:the|an?|this|that|his|her|their|our|its)\s+$|(?<!managed\s)(?<!went on\s)(?<!goes on\s)\bto\s+$",
    re.IGNORECASE,
)
_LEARNS = Cue(
    r"\b(?:sees?|saw|notic\w+|spots?|spotted|discover\w*|detect\w*|observ\w+|hears?|heard|reads?|receiv\w+|acknowledg\w+|learns?|learned|"
    r"finds?|found|confirms?|confirmed|realis\w+|realiz\w+)\b",
    re.IGNORECASE,
)
_SOMEBODY = Cue(r"\b(?:an?|another|one|some|a\s+(?:second|third|further))\s+$", re.IGNORECASE)
_THAT_WEEK = Cue(r",\s+(?:this|that)\s+(?:day|night|week|month|shift)\s+", re.IGNORECASE)
_NEAR = 60


@dataclass(frozen=True)
class Message:
    """Who told whom, and the channel that the verb names."""

    source: Mention
    target: Mention
    channel: str | None


@dataclass(frozen=True)
class _Learned:
    """When somebody came to know of it, and the sentence that says so."""

    moment: Moment
    place: Place


def read_timelines(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Messages of timelines and incident reports as ESCALATES_TO, and the intervals that such reports sum up."""
    knew: dict[str, _Learned] = {}
    section: str | None = None
    found = entries(reading.outline)
    for entry in found:
        if entry.unit.block.section != section:
            knew.clear()
            section = entry.unit.block.section
        for sentence in entry.unit.sentences:
            place = Place(reading, sentence)
            for message in messages_in(place):
                yield from _told(place, message, entry=entry, knew=knew)
                knew.setdefault(message.target.key, _Learned(entry.moment, place))
        yield from _noticed(reading, entry, knew)
    timed = {entry.unit.index for entry in found}
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for message in _passives(place):
            yield escalation(place, message)
        if sentence.unit not in timed:
            yield from _interval(place)


def _told(place: Place, message: Message, *, entry: Entry, knew: dict[str, _Learned]) -> Iterator[ProposedRelation]:
    """The message; and where only the times of two entries give its latency, both of these, as inferred."""
    said = escalation(place, message)
    yield said
    new = _SOMEBODY.search(place.sentence.text[: message.source.start - place.sentence.start])
    since = None if new else knew.pop(message.source.key, None)
    vague = entry.moment.about or (since is not None and since.moment.about)
    passed = elapsed(since.moment, entry.moment) if since and said.latency_s is None and not vague else None
    if since and passed is not None:
        for quote in (since.place.quote, place.quote):
            yield replace(said, quote=quote, basis=Basis.INFERRED, latency_s=passed)


def _noticed(reading: Reading, entry: Entry, knew: dict[str, _Learned]) -> Iterator[ProposedElement]:
    """Whoever acts first in an entry; from then on they know, where they notice something. The entry states them."""
    for sentence in entry.unit.sentences[:1]:
        place = Place(reading, sentence)
        for mention in place.mentioned((0, _NEAR + entry.start), AGENT_KINDS)[:1]:
            if _LEARNS.match(sentence.text[mention.end - sentence.start :].lstrip(" ,)")):
                knew.setdefault(mention.key, _Learned(entry.moment, place))
            thing = reading.things[mention.key]
            yield ProposedElement(mention.key, thing.kind, thing.name, place.quote, mention=True)


def messages_in(place: Place) -> Iterator[Message]:
    """The acting agent before a telling verb, and the first agent behind it."""
    text, start = place.sentence.text, place.sentence.start
    agents = place.mentioned((0, len(text)), AGENT_KINDS)
    if len(agents) < 2:
        return
    for verb in TELLS.finditer(text):
        if NO_VERB.search(text[: verb.start()]) or is_denied(text[: verb.start()]):
            continue
        before = [m for m in agents if m.end - start <= verb.start()]
        behind = [m for m in agents if verb.end() <= m.start - start <= verb.end() + _NEAR]
        if before and behind and behind[0].key != before[0].key:
            sort = next((name for name, value in verb.groupdict().items() if value), "")
            yield Message(_acting(text, start, before), _holder(place, behind), CHANNELS.get(sort))
            return


def _holder(place: Place, behind: list[Mention]) -> Mention:
    """Who is told: the first who is named, or the person who held that post then: "the duty officer, that week Ana Li"."""
    first, text = behind[0], place.reading.outline.document.text
    held = [m for m in behind[1:2] if m.kind is ElementKind.PERSON and _THAT_WEEK.fullmatch(text[first.end : m.start])]
    return held[0] if held else first


def _acting(text: str, start: int, before: list[Mention]) -> Mention:
    """Who acts: the first who is named, or the person whom brackets right behind name."""
    first = before[0]
    behind = [m for m in before[1:] if re.fullmatch(r"\s*\(", text[first.end - start : m.start - start])]
    return behind[0] if behind else first


def _passives(place: Place) -> Iterator[Message]:
    text, start = place.sentence.text, place.sentence.start
    for match in _PASSIVE.finditer(text):
        told = [m for m in place.mentioned((0, match.start()), AGENT_KINDS) if match.start() - (m.end - start) <= 4]
        by = place.mentioned((match.end(), match.end() + _NEAR), AGENT_KINDS)
        denied = told and is_denied(text[: told[-1].start - start])
        if told and by and told[-1].key != by[0].key and not denied:
            yield Message(by[0], told[-1], None)


def escalation(place: Place, message: Message) -> ProposedRelation:
    """ESCALATES_TO with the channel that the sentence names and the time that it gives."""
    named = _NAMED.search(place.sentence.text)
    word = named["word"].casefold() if named else None
    channel = {
        "phone": "telephone",
        "slack": "chat",
        "channel": "chat",
        "email": "e-mail",
        "hotline": "telephone",
        "pager": "page",
        "sms": "text",
    }.get(word or "", word)
    said = place.relation(RelationType.ESCALATES_TO, (message.source.key, message.target.key))
    within = re.search(r"\bwithin\b(?P<time>.+)", place.sentence.text)
    return replace(said, channel=channel or message.channel, latency_s=seconds_in(within["time"]) if within else None)


def _interval(place: Place) -> Iterator[ProposedElement]:
    match = _INTERVAL.match(place.sentence.text)
    if match and _TO.search(match["what"]):
        name = re.sub(r"\s+", " ", place.sentence.text.replace("*", "")).strip(" .-")
        key = f"{ElementKind.EVIDENCE}:{normal(name)}"
        yield ProposedElement(key, ElementKind.EVIDENCE, name, place.quote, text=name)
