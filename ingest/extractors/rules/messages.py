"""Who is told: alerts of controls and escalations between people, with channel, latency and what happens by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import ASKS_YOU, replies
from ingest.extractors.rules.spoken_of import asked_by_noun

_CONTROL = frozenset({ElementKind.CONTROL})
_SENT = (
    r"(?:go|goes|brings?|takes?|passes|hands?|surfaces?|reported|escalated|forwarded|sent|handed|relayed)\s+[^.;]{0,40}?\bto|"
    r"alerts?|notif(?:y|ies)|informs?|tells?|(?:says?|mentions?)\s+(?:so|it|this|that)\s+to|warns?|wakes?|sends|escalates?\s+(?:\w+\s+){0,3}to|(?<!\bwe\s)(?<!\bI\s)reports?\s+(?:\w+\s+){0,2}to|wrote\s+to|writes\s+to|messaged"
)
_SENDS: tuple[tuple[str | None, Cue], ...] = tuple(
    (
        channel,
        Cue(rf"\b(?:{words})\s*(?:us,\s+)?(?:the\s+[\w-]+(?:\s+[\w-]+){{0,3}},\s+)?(?:the\s+|an?\s+)?$", re.IGNORECASE),
    )
    for channel, words in (
        ("page", r"pages?|paging|a\s+page\s+to|pages\s+go\s+to"),
        (
            "e-mail",
            r"e-?mail(?:s|ed)?|(?:is|are|was|were|gets?)\s+(?:e-?)?mailed\s+to|goes\s+(?:out\s+)?by\s+e-?mail\s+to|sends?\s+(?:an?\s+)?(?:\w+\s+)?(?:e-?mail|digest|report)s?\s+to|an?\s+e-?mail\s+to",
        ),
        ("telephone", r"call(?:s|ed)?|rings?|rang|phone[sd]?|telephone[sd]?|gets?\s+hold\s+of|got\s+hold\s+of"),
        (
            "ticket",
            r"(?:opens?|raises?|files?|creates?)\s+a\s+ticket\s+(?:to|for|with|in)|a\s+ticket\s+(?:(?:opens|goes|is\s+(?:opened|raised|filed))\s+)?(?:to|for|with)",
        ),
        (
            "chat",
            r"posts?\s+(?:\w+\s+){0,3}(?:to|in)|posts?\s+[^.;,]{2,40}?\s(?:to|in)\s+[^.;,]{2,40},\s+where|(?:is|are|was|were|gets?)\s+posted\s+(?:to|in)(?:\s+(?:an?|the)\s+(?:[\w#-]+\s+){0,3}(?:channel|chat|room|group)\s+(?:that|which|of|read\s+by|watched\s+by))?|messages|sends\s+a\s+(?:chat\s+)?message\s+to",
        ),
        (
            "text",
            r"texts|(?:sends?|sent)\s+(?:an?\s+)?(?:SMS|text)(?:\s+messages?)?\s+to|(?:is|are|was|were|gets?)\s+texted\s+to|sends\s+a\s+text\s+to",
        ),
        ("radio", r"radios"),
        (
            "alarm",
            r"(?:goes\s+off|sounds|rings|comes\s+up|shows\s+up|lights\s+up)\s+(?:at|in|on|with)|(?:raises?|sounds?)\s+an?\s+(?:\w+\s+)?(?:alarm|alert|flag)\s+(?:with|for|to|in)",
        ),
        (
            "screen",
            r"(?:puts?|throws?|shows?|flashes)\s+an?\s+[\w\s-]{3,24}?\s+(?:(?:on|in)\s+(?:the\s+)?(?:desks?|screens?|boards?|consoles?|walls?)\s+of|up\s+for|at)",
        ),
        (None, _SENT),
    )
)
_GETS = Cue(
    r"^,?\s+(?:who\s+|then\s+)?(?:gets?|(?:is|are|was|were)(?:\s+being)?)\s+(?:\w+ly\s+)?(?:(?P<paged>paged)|(?P<mailed>e-?mailed)|"
    r"(?P<called>called|rung|phoned)|(?:told|alerted|notified|informed|contacted)|an?\s+(?:ticket|text|ping|note|(?P<page>page)|(?P<mail>e-?mail)|"
    r"(?P<call>call)|(?P<message>(?:chat\s+)?message)|alert))\b",
    re.IGNORECASE,
)
_CHANNEL = Cue(
    r"\b(?:by|via|through|over|in|on|as)\s+(?:the\s+|an?\s+|our\s+)?(?:[\w-]+\s+){0,2}?(?P<word>telephone|phone|e-?mail|pager|page|chat|"
    r"radio|text|ticket|queue|channel|slack|messag\w+|siren|letter|hotline|intercom)\b|\ba\s+(?P<sent>chat)\s+message",
    re.IGNORECASE,
)
_CHANNELS = {
    "phone": "telephone",
    "hotline": "telephone",
    "pager": "page",
    "channel": "chat",
    "slack": "chat",
    "email": "e-mail",
}
_BY_ITSELF = Cue(
    r"\bby\s+itself\b|\bautomatic(?:ally)?\b|\bwithout\s+(?:anyone|anybody|waiting|a\s+person|human)\b|\bon\s+its\s+own\b|"
    r"\bno\s+(?:person|human)\b|\bnobody\s+has\s+to\b",
    re.IGNORECASE,
)
_DENIED = Cue(
    r"\b(?:not|\w+n[’']t|never|nobody|no\s+one|used\s+to|neither|without|could|might|may|should)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_HEARSAY = Cue(
    r"\b(?:report|paper|document|manual|page|memorandum|memo|safety\s+case)\s+says\b|\bsupposed\s+to\b", re.IGNORECASE
)
_UNANSWERED = Cue(r"\b(?:if|unless|when)\s+(?:nobody|no\s+one|they|s?he)\b", re.IGNORECASE)
_BY_SOMEBODY = Cue(r"\b(?:somebody|someone|anyone|people|everyone|customers?|users?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IN_CASE = Cue(
    r"^\W*(?:and\s+|but\s+)?(?:if|when|unless)\b[^,;]*\b(?=(?:they|we|I|s?he)\s+(?:also\s+|then\s+)?$)", re.IGNORECASE
)
_WHEN = Cue(r"\b(?:minutes?|hours?|days?|seconds?|hour|morning)\b", re.IGNORECASE)
_THEY = Cue(r"\b(?:they|s?he)(?:[’']d|\s+would|\s+will|\s+then|\s+also)*\s+$", re.IGNORECASE)
_SELF = Cue(
    r"(?:^|\b)(?P<who>I|[Ww]e|(?i:whoever(?:[’']s|\s+is)(?:\s+on(?:\s+(?:call|duty|shift|the\s+rota))?|\s+(?:got|holding|carrying)\s+the\s+pager))|(?i:one|some|two|any(?:one|body)?|some(?:one|body)|most)\s+(?:of|from|on|in)\s+(?:mine|us|ours|my\s+(?:people|team|lot|staff)|our\s+(?:on-call|rota|team|people))|(?i:my|our)\s+(?:team|people|on-call|lot|staff|crew))"
    r"(?:(?:[’']d|\s+would|\s+will|\s+then|\s+also)*|\s+[^.;,]{2,60}\s+and(?:\s+then)?)\s+$"
)
_IT_GOES = Cue(r"\W*(?:it|that)\s+(?:goes|would\s+go)\b", re.IGNORECASE)
_FAR = 8
_UNNAMED = Cue(r"\ban?\s+(?:[\w-]+\s+){1,4}(?:that|which)\s+$", re.IGNORECASE)
_AFTER = 3


@dataclass(frozen=True)
class _Told:
    """Somebody who is told something: the mention, the default channel, and where the telling verb begins."""

    who: Mention
    channel: str | None
    verb: int


def read_messages(reading: Reading) -> Iterator[ProposedRelation]:
    """ALERTS from controls and ESCALATES_TO between people and teams."""
    own = {each.answer.start for each in replies(reading.outline) if ASKS_YOU.search(each.question.text)}
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        talk = reading.outline.units[sentence.unit].kind is BlockKind.TURN
        if talk and _HEARSAY.search(sentence.text):
            continue
        for told in _told(place):
            if sentence.unit in reading.timed and not place.mentioned((0, told.verb), _CONTROL):
                continue
            source = _source(place, told)
            if source is None or source[0] == told.who.key or (sentence.start in own and _IT_GOES.match(sentence.text)):
                continue
            kind = RelationType.ALERTS if source[1] is ElementKind.CONTROL else RelationType.ESCALATES_TO
            said = place.relation(kind, (source[0], told.who.key))
            automatic = bool(_BY_ITSELF.search(sentence.text)) if kind is RelationType.ALERTS else None
            yield replace(
                said,
                channel=channel_in(sentence.text, told.verb) or told.channel,
                latency_s=_latency(place, told),
                automatic=automatic,
            )


def _told(place: Place) -> Iterator[_Told]:
    text, start = place.sentence.text, place.sentence.start
    for who in agents_in(place, (0, len(text))):
        before, after = text[: who.start - start], text[who.end - start :]
        gets = _GETS.match(after)
        by = _BY.match(after, gets.end()) if gets else None
        if by and place.mentioned((who.end - start + by.end(), who.end - start + by.end() + 3), AGENT_KINDS):
            continue
        if gets and not is_denied(before):
            sort = next((name for name, value in gets.groupdict().items() if value), None)
            yield _Told(who, _GETS_CHANNEL.get(sort or ""), who.start - start)
            continue
        for channel, verb in _SENDS:
            match = verb.search(before)
            beside = match and "," in match[0]  # "the duty lead, Ana": nobody else may be named in between
            between = place.mentioned((match.start(), len(before)), AGENT_KINDS) if match and beside else ()
            said = _IN_CASE.sub("", before[: match.start()]) if match else ""
            denied = match and (_DENIED.search(said) or is_denied(said))
            if match and not between and not denied and not _BY_SOMEBODY.search(before[: match.start()]):
                yield _Told(who, channel, match.start())
                break


_BY = Cue(r"\s+by\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_GETS_CHANNEL = {
    "paged": "page",
    "page": "page",
    "mailed": "e-mail",
    "mail": "e-mail",
    "called": "telephone",
    "call": "telephone",
    "message": "chat",
}


def _source(place: Place, told: _Told) -> tuple[str, ElementKind] | None:
    """Who or what tells: a control or agent named before the verb, else the control that is spoken of."""
    named = [m for m in place.mentioned((0, told.verb), _CONTROL | AGENT_KINDS) if m.key != told.who.key]
    led = [key for key in place.reading.gathered.leads.get(place.sentence.unit, ()) if _is_control(place, key)]
    if led and not any(m.kind in AGENT_KINDS and _acts(place, m, told) for m in named):
        return led[0], ElementKind.CONTROL
    acting = [m for m in named if m.kind is ElementKind.CONTROL or _acts(place, m, told)]
    own = _own(place, told)
    if own is None and _SELF.search(place.sentence.text[: told.verb]):
        return None
    if own or acting:
        return own or (acting[-1].key, acting[-1].kind)
    if _THEY.search(place.sentence.text[: told.verb]):
        who = place.antecedent(AGENT_KINDS, but=(told.who.key,), turns=1)
        return (who, place.reading.things[who].kind) if who else None
    if _UNNAMED.search(place.sentence.text[: told.verb]):
        return None
    hand = place.reading.gathered.by_hand
    key = (
        asked_by_noun(place) or place.antecedent(_CONTROL, but=hand) or place.antecedent(_CONTROL, but=hand, turns=_FAR)
    )
    return (key, ElementKind.CONTROL) if key else None


def _own(place: Place, told: _Told) -> tuple[str, ElementKind] | None:
    """The speaker where "I" tell somebody, the speaker's team where "we" or "one of mine" do."""
    match = _SELF.search(place.sentence.text[: told.verb])
    speaker = place.reading.speaker(place.sentence.unit) if match else None
    if match is None or speaker is None:
        return None
    if match["who"] == "I":
        return speaker.key, ElementKind.PERSON
    team = place.reading.team_of.get(speaker.key)
    return (team, place.reading.things[team].kind) if team else None


def _acts(place: Place, mention: Mention, told: _Told) -> bool:
    """Is an agent the one who tells? Its name stands right before the verb, but for a short clause."""
    between = place.sentence.text[mention.end - place.sentence.start : told.verb]
    return bool(
        re.fullmatch(
            r"\s*(?:,\s+(?:who|which)\s+)?(?:(?:will|would|then|also|can|must|always|first|to|has\s+to)\s+){0,2}",
            between,
        )
    )


def _is_control(place: Place, key: str) -> bool:
    return place.reading.things[key].kind is ElementKind.CONTROL


def channel_in(text: str, start: int) -> str | None:
    """The channel that a text names from an offset on: "by phone", "through the chat"; None where it names none."""
    found = _CHANNEL.search(text, start)
    word = (found["word"] or found["sent"]).casefold().replace("email", "e-mail") if found else None
    return _CHANNELS.get(word, word) if word else None


def _latency(place: Place, told: _Told) -> float | None:
    """The time that the sentence names, else the next sentences of the unit: a speaker often adds it, or corrects it."""
    said = seconds_in(place.sentence.text[told.verb :])
    if said is not None:
        return said
    unit = place.reading.outline.units[place.sentence.unit]
    reach = _AFTER * 2 if unit.kind is BlockKind.TURN else _AFTER
    following = unit.sentences_behind(place.sentence)[:reach]
    telling = [s for s in following if not (_HEARSAY.search(s.text) or _UNANSWERED.search(s.text))]
    times = [seconds_in(s.text) for s in telling if _WHEN.search(s.text)]
    return next((time for time in reversed(times) if time is not None), None)
