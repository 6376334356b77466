"""How documents say that somebody is told: the verbs, by channel, and where who is told stands."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

CHANNELS = {
    "page": "page",
    "pager": "page",
    "mail": "e-mail",
    "email": "e-mail",
    "e-mail": "e-mail",
    "phone": "telephone",
    "telephone": "telephone",
    "call": "telephone",
    "ticket": "ticket",
    "chat": "chat",
    "slack": "chat",
    "message": "message",
    "ping": "chat",
    "text": "text",
    "sms": "text",
    "radio": "radio",
    "siren": "siren",
    "console": "console",
    "queue": "queue",
    "letter": "letter",
}
_VERBS = (
    r"(?:(?P<page>pages?|paged|paging)|(?P<mail>(?:e-?)?mail(?:s|ed|ing)?)|(?P<phone>rings?|rang|calls?|called|phones?|phoned|telephones?|telephoned|dials?|dialled)|"
    r"(?P<text>texts?|texted)|(?P<message>messages|messaged)|(?P<radio>radios|radioed)|(?P<chat>pings|pinged)|alerts?|alerted|alerting|notif(?:y|ies|ied)|informs?|informed|tells?|told|warns?|warned|wakes?|woke|contacts?|contacted|"
    r"brings?\s+in|brought\s+in|calls?\s+in|called\s+in|sends?\s+for|sent\s+for|involves?|involved)"
)
_THING = r"(?:(?!(?:and|or|but|from|by|that|who|which|if|to)\b)[\w’'-]+\s+){0,5}?"
_TO = (
    rf"(?P<to>(?P<up>escalat(?:es?|ed|ing)|hand(?:s|ed)?|pass(?:es|ed)?|tak(?:es?|ing)|took|turn(?:s|ed)?|kick(?:s|ed)?|bump(?:s|ed)?|bring(?:s)?|brought|put(?:s)?|refer(?:s|red)?|push(?:es|ed)?|lift(?:s|ed)?)\s+{_THING}(?:to|before)|"
    rf"(?:(?P<tomail>mail|e-?mail)|(?P<tocall>voice\s+call|phone\s+call)|(?P<topage>page)|(?P<toticket>ticket)|(?P<totext>text\s+message|text|SMS)|(?P<tochat>chat\s+message|ping)|(?P<tomessage>message))s?\s+(?:(?:goes|go|went|is|are|was|were|sent|out|opened|raised|filed|posted)\s+){{0,3}}(?:to|for|with)|"
    rf"(?:sends|sent|(?<!\bthe\s)(?<!\bour\s)(?<!\bits\s)(?<!\bthis\s)(?<!\ba\s)report|report(?:s|ed)|forward(?:s|ed)?|post(?:s|ed)?|relay(?:s|ed)?|rais(?:es?|ed)|wr(?:ites|ote)|speaks|spoke|deliver(?:s|ed)?|show(?:s|n)?)\s+{_THING}(?:to|with|into|in)|"
    r"(?:goes|go|went|comes|came)\s+(?:up\s+|out\s+|straight\s+|on\s+|first\s+|by\s+\w+\s+){0,2}to|rings\s+at|lands\s+(?:with|on|in)|"
    r"(?:notifications?|notifies|persons?\s+(?:informed|notified|told)|people\s+(?:informed|told)|informed|alerts?|told|alert\s+goes\s+to)\s*:)"
)
_DET = r"(?:\s+(?:the|an?|our|its|their|his|her|my|both|all|each))?(?:\s+(?:chat\s+)?(?:channel|queue|inbox|mailbox|room|phone|screen|desk)\s+of(?:\s+the)?)?\s+"
TELLS = Cue(rf"\b(?:{_VERBS}|{_TO}){_DET}", re.IGNORECASE)
"""Who is told stands behind it. Groups name the channel; `up`: it is handed on."""
TOLD = Cue(
    r",?\s+(?:(?:who|which|then|also|now|team)\s+)?(?:(?:is|are|was|were|gets?|got|be|being|been|(?:must|will)\s+be)\s+(?:\w+ly\s+|also\s+|then\s+|first\s+|in\s+turn\s+){0,2}"
    r"(?:(?P<page>paged)|(?P<mail>(?:e-?)?mailed)|(?P<phone>rung|called(?:\s+in)?|phoned|telephoned)|(?P<text>texted)|(?P<chat>pinged|messaged)|alerted|notified|informed|told|warned|woken|contacted|brought\s+in)\b|"
    r"(?:gets?|got|receives?|received|has|had|hears?|heard|sees\s+red\s+on(?=\s+the\s+console))\s+(?:an?\s+|the\s+|its\s+|their\s+|red\s+)?(?:(?!(?:and|or|but|to|of|no)\b)[\w-]+\s+){0,2}?(?:(?P<apage>page)|(?P<amail>e-?mail|mail)|(?P<acall>(?:phone\s+|voice\s+)?call)|(?P<aticket>ticket)|(?P<atext>text(?:\s+message)?|SMS)|"
    r"(?P<aping>ping|chat\s+message)|(?P<amessage>message)|alert|alarm|warning|notification|(?P<aqueue>line\s+in\s+(?:its|their)\s+queue)|(?P<aconsole>(?:red\s+)?on\s+the\s+console))s?\b)",
    re.IGNORECASE,
)
"""Who is told stands before it."""
BY = Cue(r"(?:\s+in)?\s+by\s+(?:the\s+|an?\s+|our\s+)?", re.IGNORECASE)
"""Behind a passive: who or what tells."""
FIRST_WORD = Cue(
    r"(?:alert|inform|notif|tell|told|(?:e-?)?mail|radio|messag|pag(?:e|ing)|report|wr(?:ite|ote)|dial|warn|phone|telephon|rang|ring)",
    re.IGNORECASE,
)
"""How a message begins with which somebody who noticed something tells the first person."""
_CHANNEL = Cue(
    r"\b(?:by|via|through|over|in|on|as|with|using)\s+(?:the\s+|an?\s+|our\s+|his\s+|her\s+|their\s+|its\s+|secure\s+|internal\s+)*(?:[\w-]+\s+){0,2}?"
    r"(?P<word>telephone|phone|e-?mail|mail|pager|page|chat|radio|text|ticket|queue|slack|sms|messag\w+|siren|letter|console|(?<!\bon\s)call)\b|"
    r"\(\s*(?P<alone>telephone|phone|e-?mail|mail|page|chat|radio|text|ticket)\s*\)|,\s+(?P<bare>call|page|mail|e-?mail|ticket|phone)\b",
    re.IGNORECASE,
)


def channel_of(match: re.Match[str], text: str) -> str | None:
    """The channel that the words behind name, else the one that the verb itself names."""
    found = _CHANNEL.search(text, min(match.end(), len(text)))
    word = next((value for value in found.groupdict().values() if value), "") if found else ""
    said = CHANNELS.get(word.casefold(), "chat" if word.casefold().startswith("messag") else None)
    sort = (
        next((name for name, value in match.groupdict().items() if value and name not in {"to", "up"}), "")
        .removeprefix("to")
        .removeprefix("a")
    )
    return said or CHANNELS.get(sort)


def channel_in_answer(said: str, asked: str) -> str | None:
    """The channel that an answer names, else the one that the question does."""
    found = _CHANNEL.search(said)
    word = next((value for value in found.groupdict().values() if value), "") if found else ""
    verb = TOLD.search(asked) or TELLS.search(asked)
    return CHANNELS.get(word.casefold()) or (channel_of(verb, "") if verb else None)


_HINTS = frozenset(
    [
        "page",
        "pages",
        "paged",
        "paging",
        "mail",
        "mails",
        "mailed",
        "mailing",
        "e-mail",
        "e-mails",
        "e-mailed",
        "email",
        "emails",
        "emailed",
        "rings",
        "rang",
        "ring",
        "call",
        "calls",
        "called",
        "phone",
        "phones",
        "phoned",
        "telephone",
        "telephones",
        "telephoned",
        "dial",
        "dials",
        "dialled",
        "text",
        "texts",
        "texted",
        "message",
        "messages",
        "messaged",
        "radio",
        "radios",
        "radioed",
        "ping",
        "pings",
        "pinged",
        "alert",
        "alerts",
        "alerted",
        "alerting",
        "notify",
        "notifies",
        "notified",
        "inform",
        "informs",
        "informed",
        "tell",
        "tells",
        "told",
        "warn",
        "warns",
        "warned",
        "wake",
        "wakes",
        "woke",
        "woken",
        "contact",
        "contacts",
        "contacted",
        "bring",
        "brings",
        "brought",
        "send",
        "sends",
        "sent",
        "involve",
        "involves",
        "involved",
        "escalate",
        "escalates",
        "escalated",
        "escalating",
        "hand",
        "hands",
        "handed",
        "pass",
        "passes",
        "passed",
        "take",
        "takes",
        "taking",
        "took",
        "turn",
        "turns",
        "turned",
        "kick",
        "kicks",
        "kicked",
        "bump",
        "bumps",
        "bumped",
        "put",
        "puts",
        "refer",
        "refers",
        "referred",
        "push",
        "pushes",
        "pushed",
        "lift",
        "lifts",
        "lifted",
        "ticket",
        "tickets",
        "sms",
        "report",
        "reports",
        "reported",
        "forward",
        "forwards",
        "forwarded",
        "post",
        "posts",
        "posted",
        "relay",
        "relays",
        "relayed",
        "raise",
        "raises",
        "raised",
        "raising",
        "write",
        "writes",
        "wrote",
        "speaks",
        "spoke",
        "deliver",
        "delivers",
        "delivered",
        "show",
        "shows",
        "shown",
        "goes",
        "go",
        "went",
        "comes",
        "came",
        "lands",
        "notification",
        "notifications",
        "persons",
        "people",
        "alarm",
        "alarms",
        "warning",
        "warnings",
        "rung",
        "gets",
        "got",
        "receives",
        "received",
        "has",
        "had",
        "hears",
        "heard",
        "sees",
    ]
)
_MARKS = str.maketrans(dict.fromkeys('.,;:()!?“”"*_[]|\t\n', " "))


def may_tell(text: str) -> bool:
    """Is one of the words in the text by which somebody is told? Where none is, neither `TELLS` nor `TOLD` stands in it."""
    return not _HINTS.isdisjoint(text.casefold().translate(_MARKS).split())


_ROLES = (
    r"(?:engineer|officer|lead|leader|manager|director|researcher|analyst|operator|administrator|admin|nurse|physician|surgeon|pharmacist|captain|pilot|inspector|auditor|clerk|trader|dispatcher|controller|"
    r"supervisor|chair|secretary|reviewer|approver|responder|guard|technician|custodian|scientist|electrician|chemist|warden|foreman|caretaker|porter|registrar|hydrologist|commander|coordinator|marshal|"
    r"owner|counsel|customer|treasurer|consultant|pharmacologist|governor|steward|doctor|matron|master|adviser|advisor|lawyer|buyer|planner|moderator|adjudicator|editor|attendant|executive|head|president|chief|"
    r"on-call|specialist|physicist|biologist|geologist|partner|liaison|delegate|deputy|tester|driver|watchman|signaller|fitter|mechanic|user|member|superintendent|principal|sergeant|keeper|ranger|conductor|stationmaster|teacher|dean|curator|accountant|actuary|archivist|librarian|underwriter|dealer|foreperson|bosun|skipper|welder|midwife|paramedic)"
)
_MODIFIER = r"(?:(?!(?:the|an?|to|of|and|or|that|in|on|for|with|by|who|which|is|was|are|were|from|at|as|it|its|their|not|no|any|so|when|if|how|what)\b)[\w-]+(?:[’']s)?\s+){0,4}?"
ROLE = Cue(
    rf"(?P<role>{_MODIFIER}(?:{_ROLES}s?|head\s+of\s+(?:[a-z-]+\s?){{1,3}}?(?=[\s.,;:]))(?:\s+on\s+(?:call|duty|shift))?)\b(?![’'-])"
)
"""A role in small letters where somebody is told: "the ward pharmacist", "the hydrologist on call"."""
GROUP = Cue(
    rf"(?P<group>{_MODIFIER}(?:team|desk|board|council|committee|squad|crew|centre|center|panel|office|unit|department|brigade|service|floor|operations))\b(?![’'-])"
)
"""A group in small letters there: "the customer desk"."""
