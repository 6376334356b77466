"""What incident reports call by ordinary words: safeguards that acted or did not, and apparatus that failed on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.actors import entries, is_role
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.failure_needs import FAILED, GONE
from ingest.extractors.rules.flow_words import APPARATUS
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import (
    COMMON_VERBS,
    CONTROL_HEADS,
    DEPENDENCY_HEADS,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    NO_DEVICES,
    PLAIN_ADJECTIVES,
)
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, named
from ingest.extractors.rules.safeguards import SAFEGUARD_HEADS, tells_which

_ABOUT = Cue(
    r"\bincidents?\b(?!\s+(?:response|handling|management|reporting|command|rates?|polic(?:y|ies)|procedures?|plans?)\b)|\b(?:post-?mortem|outage|near[\s-]miss|root[\s-]cause|after-action|"
    r"INC-?\d+|drill\s+report|lessons\s+(?:learned|from)|what\s+went\s+wrong|five\s+whys|breakdown\s+of\s+\d|loss\s+of\s+(?!control\b)[\w\s]{2,40}\s+(?:on|at|in)\s+(?:\d|[A-Z]))",
    re.IGNORECASE,
)
_NUMBER = Cue(
    r"\b(?P<code>(?:INC|SEV|PM|IR|PIR|RCA|NM)[-–#]?\s?\d[\w-]*)\b|\b(?P<word>Incident|Post-?mortem|Outage|Near[\s-]miss)(?:\s+(?:report|review))?\s+(?:no\.?\s*|number\s+|#)?(?P<number>\d[\d/.-]*\d(?:/\d+)?|[A-Z]-?\d[\w-]*)\b",
    re.IGNORECASE,
)
_FIELD = Cue(r"\W*(?:subject|re|summary|title|incident|concerning|post-?mortem)\b[^:]{0,20}:", re.IGNORECASE)
_SERIAL = Cue(
    r"\bincident\s+(?:number|no\.?|id|ref(?:erence)?)\W{1,3}(?P<number>[A-Z]{0,4}-?\d[\w/-]*\w)", re.IGNORECASE
)
_TOP = 6
_DETERMINER = Cue(r"(?:(?<=[\s(“\"])(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|whose)|^\W*(?:The|Our|Its|Their))\s+(?=[a-z])")
_ADVERB = r"(?:(?:itself|also|then|still|duly|only|never|again|at\s+once|\w+ly)\s+)?"
_FINITE = Cue(
    rf"(?:,?\s+(?:which|that)\s+[^.;,]{{3,70}},)?\s+{_ADVERB}(?:did|does|do|didn[’']t|doesn[’']t|was|were|wasn[’']t|weren[’']t|had|hadn[’']t|could|couldn[’']t|can|cannot|can[’']t|would|"
    r"went|saw|held|kept|caught|fell|lost|rang|stood|shut|cut|let|came|took|sent|gave|ran|read|stopped|raised|blocked|refused|rejected|declined|"
    r"noticed|reported|fired|tripped|passed|sounded|crossed|crosses|worked|failed|missed|triggered|paged|alerted|logged|recorded|reacted|responded|"
    r"acted|closed|opened|remained|stayed|sees|holds|stops|blocks|refuses|works|fails|lets|granted|grants|accepts|accepted|limits|limited|depends|needs|relies|"
    r"takes|reads|has|is|sits)\b",
    re.IGNORECASE,
)
_ACTS = Cue(
    rf",\s+(?:held|worked)\b|\s+{_ADVERB}(?:held\b(?=\s*[.,:;])|refuse[sd]?|block(?:s|ed)|reject(?:s|ed)|declin(?:es|ed)|quarantin(?:es|ed)|tripped|trips|sounded|sounds|flag(?:s|ged)|detected|detects|caught|catches|"
    r"paged|raised\s+(?:an?|no|the)\s+(?:\w+\s+)?(?:alarm|alert|flag)s?|alerted|throttle[sd]|cut\s+(?:it|them|the|off)|cross(?:es|ed)\s+(?:its|the|their|a)\s+(?:threshold|limit|mark)|"
    r"(?:did\s+not|didn[’']t|does\s+not|should\s+have|failed\s+to|could\s+not)\s+(?:fire|trip|act|ring|flag|catch|caught|block(?:ed)?|detect(?:ed)?|page|alert|sound|refuse[d]?|reject(?:ed)?|stop(?:ped)?\s+(?:it|them|the)))\b",
    re.IGNORECASE,
)
_GONE = (
    r"(?:expired|expires|lapsed|filled\s+up|fills\s+up|ran\s+(?:out|dry|full)|crashe[sd]|exit(?:s|ed)|died|dies|froze|hung|went\s+(?:down|dark|dead|offline|quiet|silent|blind|stale)|goes\s+(?:down|dark)|"
    r"(?:had\s+)?(?:stopped|failed)(?=\s*(?:[.,;]|on\b|at\b|in\b|when\b|because\b|since\b|after\b|working\b|running\b|accepting\b|sending\b|$))|"
    r"(?:was|were|is|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+|already\s+|still\s+|ten\s+\w+\s+)?(?:down|full|empty|stale|muted|disabled|revoked|gone|removed|deleted|switched\s+off|turned\s+off|unreachable|unavailable|"
    r"out\s+of\s+date|offline|corrupt(?:ed)?|misconfigured|missing|disconnected|isolated|cut|renamed|suspended|locked|rotated|closed|lost|full|overwritten|hard-coded|out\s+of\s+(?:disk|space|memory))|"
    r"(?:had|has)\s+(?:not|never)\s+been\s+(?:renewed|rolled\s+out|loaded|updated|set|connected|refreshed|migrated|copied|pushed|installed|tested|restarted)|"
    r"(?:does|did|do)\s+not\s+(?:run|start|answer|respond|load|parse)|(?:doesn|didn|don)[’']t\s+(?:run|start|answer|respond|load|parse)|(?:isn|wasn)[’']t\s+running)"
)
_FAILS = Cue(
    rf"(?:\s+(?:in|on|at|for|behind|beneath|under)\s+(?:[\w-]+\s+){{0,4}}?[\w-]+)?\s+{_ADVERB}(?:had\s+(?:already\s+)?)?"
    rf"(?:{_GONE}|{FAILED}|(?:was|were|had\s+been)\s+(?:\w+ly\s+|still\s+)?{GONE})\b",
    re.IGNORECASE,
)
_WORD = Cue(r"[\w₀-₉-]+")
_ADVERBIAL = Cue(r"(?!supply$|assembly$|family$|daily$|weekly$|monthly$|nightly$|hourly$)[a-z]{3,}ly")
_PAST = Cue(r"(?!shed$|bed$|need$|feed$|seed$|speed$|weed$)[a-z-]{3,}ed")
_VERBS = Cue(
    r"went|goes|saw|sees|held|holds|kept|caught|catches|fell|lost|rang|stood|shut|cut|let|lets|came|took|sent|gave|ran|read|trips|fires|works|fails|stops|blocks|"
    r"refuses|rejects|accepts|grants|limits|depends|relies|expires|lapses|exits|died|dies|froze|hung|crashes|starts|opens|closes|crosses|flags|detects|alerts|reports|logs|sits|fills|sends|raises|rings|sounds|notifies|quarantines|never|only|then|also|still|again|itself"
)
_LONGEST = 60
_POSSESSOR = Cue(r"(?:[\w-]+\s+)?[\w-]+[’']s\s+(?=[a-z])")
_OF = Cue(r"\s+(?:of|on|in|for|beneath|behind|under|below)\s+(?:the|our|its|their)\s+(?=[a-z])")
_PLANNED = Cue(
    r"\b(?:second|another|new|additional|planned|future|proposed|want|need|add|build|buy|install|no|without|missing|would\s+like)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_HEARSAY = Cue(
    r"\b(?:suggested|rumou?red|claimed|thought|believed|assumed|said|told|heard|supposed|hoped|imagined)\b(?:\s+(?:us|me|it|by\s+\w+))?(?:\s+that)?\s*$",
    re.IGNORECASE,
)
_TRIGGER = Cue(
    r"\b(?:attack|attacker|intruder|model|session|agent|customer|user|run|job|request|traffic|patient|train|vehicle)s?$",
    re.IGNORECASE,
)
_DEVICE = Cue(r"[a-z-]{4,}(?:er|or)$")
_CLOCK = Cue(r"\W*(?:\d{4}-\d\d-\d\d[T\s]+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:(?:UTC|GMT|CET|Z|am|pm)\b)?[\s:,|–—-]*")
_SENSING = frozenset(["sensor", "counter", "watcher", "bot", "logger", "tracker"])
_DOES_NEXT = Cue(
    r"\s*(?:[|\t]\s*)?(?:sends?|sent|flags?|flagged|pages?|paged|raises?|raised|opens?|opened|logs?|logged|blocks?|blocked|refuses?|refused|trips?|tripped|sounds?|sounded|fires?|fired|alerts?|alerted|crosses|crossed|"
    r"e-?mails?|posts?|posted|detects?|detected|stops?|stopped|starts?|started|cuts?|closes?|closed|rejects?|rejected|quarantines?|notifies|notified|rings?|rang|goes|went|does|did|fails?|failed)\b",
    re.IGNORECASE,
)
_GUARDS = frozenset(["quota", "gateway", "proxy", "relay", "switch", "valve", "threshold", "budget"])
_SAYS_NOTHING = frozenset(["same", "only", "whole", "real", "usual"])
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@once
def is_incident(outline: Outline) -> bool:
    """Is the document one about an incident: by its title or its first lines, or by a timeline?"""
    source = outline.document.source
    if source.kind in {DocumentKind.INTERVIEW, DocumentKind.CRITIQUE}:
        return False
    top = outline.units[:_TOP]
    opening = (source.title, *(unit.text for unit in top if unit.kind is BlockKind.HEADING or _FIELD.match(unit.text)))
    return any(_ABOUT.search(words) for words in opening) or bool(entries(outline))


def incident_name(outline: Outline) -> tuple[str, Unit] | None:
    """What the incident is called by its number, "INC-0412" or "Incident 26-07", and the unit that says so; None where it has none."""
    if not is_incident(outline):
        return None
    for unit in outline.units[:_TOP]:
        found = _NUMBER.search(unit.text) if unit.kind is BlockKind.HEADING and unit.sentences else None
        if found is not None:
            return found["code"] or f"{found['word'].capitalize()} {found['number']}", unit
        serial = _SERIAL.search(unit.text) if unit.sentences else None
        if serial is not None:
            return f"Incident {serial['number']}", unit
    return None


def incident_things(outline: Outline) -> tuple[Thing, ...]:
    """Controls and dependencies that an incident report tells of, by their noun phrases, in reading order."""
    found: dict[str, Thing] = {}
    for sentence in outline.sentences if is_incident(outline) else ():
        unit = outline.units[sentence.unit]
        if unit.kind in _KINDS and not unit.block.header:
            for kind, phrase in _in_sentence(sentence, outline):
                key = thing_key(kind, phrase)
                aliases = (phrase,) if " " not in phrase else ()
                found.setdefault(key, Thing(key, kind, named(phrase), sentence, aliases))
    return tuple(found.values())


def _in_sentence(sentence: Sentence, outline: Outline) -> Iterator[tuple[ElementKind, str]]:
    text = sentence.text
    yield from _acting_first(sentence, outline)
    for opening in _DETERMINER.finditer(text):
        whose = _POSSESSOR.match(text, opening.end())
        start = whose.end() if whose else opening.end()
        end = phrase_end(text, start)
        if end is None or _PLANNED.search(text[: opening.start()]) or _HEARSAY.search(text, 0, opening.start()):
            continue
        phrase = text[start:end]
        kind = _kind(phrase, text[end:], outline)
        if kind is not None:
            yield kind, phrase
        if kind is ElementKind.DEPENDENCY and whose:
            yield from _possessor(whose[0].strip()[:-2], outline)


def _possessor(phrase: str, outline: Outline) -> Iterator[tuple[ElementKind, str]]:
    """What a thing that failed belongs to, where that is apparatus itself: "the generator's starter battery was flat"."""
    if is_thing(phrase) and (
        _is_device(phrase, outline) if " " not in phrase else head(phrase) in APPARATUS - SAFEGUARD_HEADS
    ):
        yield ElementKind.DEPENDENCY, phrase


def _acting_first(sentence: Sentence, outline: Outline) -> Iterator[tuple[ElementKind, str]]:
    """What acts at the start of an entry or a cell, without an article: "03:17 UPS low-battery alarm sends a text"."""
    text, unit = sentence.text, outline.units[sentence.unit]
    clock = _CLOCK.match(text)
    starts = [clock.end()] if clock else []
    starts += (
        [cell - sentence.start for cell, _ in unit.block.cells if cell >= sentence.start] if unit.block.cells else []
    )
    for start in starts:
        end = phrase_end(text, start)
        phrase = text[start:end] if end else ""
        first, _, rest = phrase.partition(" ")
        plain = phrase if first.isupper() else phrase[:1].lower() + phrase[1:]
        named = bool(rest) and rest.islower() and is_thing(plain if not first.isupper() else rest)
        if end and named and head(phrase) in SAFEGUARD_HEADS | _SENSING and _DOES_NEXT.match(text, end):
            yield ElementKind.CONTROL, plain


def phrase_end(text: str, start: int) -> int | None:
    """Where the noun phrase that begins at an offset ends: before its verb, of whatever tense."""
    end: int | None = None
    for count, word in enumerate(_WORD.finditer(text, start, start + _LONGEST)):
        plain = word[0].casefold()
        if word.start() > (end or start) + (count > 0) or plain in FUNCTION_WORDS | COMMON_VERBS:
            break
        if count and (_PAST.fullmatch(plain) or _VERBS.fullmatch(plain) or _ADVERBIAL.fullmatch(plain)):
            break
        end = word.end()
    return end


def _kind(phrase: str, after: str, outline: Outline) -> ElementKind | None:
    """A control by its last word or by what it does; a dependency by its last word where it fails."""
    last = head(phrase)
    if not is_thing(phrase):
        return None
    several = " " in phrase.replace("-", " ")
    if last in SAFEGUARD_HEADS and tells_which(phrase) and _FINITE.match(after):
        return ElementKind.CONTROL
    if several and (last not in DEPENDENCY_HEADS or last in _GUARDS) and _ACTS.match(after):
        return ElementKind.CONTROL
    fails = _FAILS.match(after) or (
        (of := _OF.match(after)) and (other := phrase_end(after, of.end())) and _FAILS.match(after, other)
    )
    if fails and last in APPARATUS - SAFEGUARD_HEADS and several:
        guards = last in CONTROL_HEADS - DEPENDENCY_HEADS and tells_which(phrase)
        return ElementKind.CONTROL if guards else ElementKind.DEPENDENCY
    if fails and not several and _is_device(phrase, outline):
        return ElementKind.DEPENDENCY
    return None


def is_thing(phrase: str) -> bool:
    """May a phrase name a control or dependency: no person, team or actor, and a word before its last that tells which?"""
    voted = votes_of_head(phrase)
    words = phrase.casefold().split()
    agent = voted[ElementKind.PERSON] or voted[ElementKind.TEAM] or voted[ElementKind.ORGANIZATION] or is_role(phrase)
    telling = [word for word in words[:-1] if word not in PLAIN_ADJECTIVES | _SAYS_NOTHING]
    plain = all(word[0].islower() for word in phrase.split()) and not any(char.isdigit() for char in phrase)
    return plain and not agent and _TRIGGER.search(phrase) is None and (len(words) == 1 or bool(telling))


def _is_device(word: str, outline: Outline) -> bool:
    """Is a single word one for a machine by its ending, and does the document use it more than once?"""
    plain = word.casefold()
    known = plain in APPARATUS - SAFEGUARD_HEADS - GENERIC_NAMES or (
        _DEVICE.fullmatch(plain) is not None and plain not in NO_DEVICES | SAFEGUARD_HEADS
    )
    return known and len(plain) > 4 and outline.concordance.is_usual(plain)
