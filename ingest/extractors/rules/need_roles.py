"""What a thing is by the part that it plays: what needs something is a control, and what something needs is a dependency.

The last word of a name tells less: an allowlist that a limiter works from is no control by itself, and a queue that
needs a pool of machines may well be one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.dependencies import dependents, objects_of
from ingest.extractors.rules.flow_words import APPARATUS, PLANT
from ingest.extractors.rules.lexicon import CONTROL_HEADS
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.needs import needs_in
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.topic_words import GUARDS

_ACTS = Cue(
    r"(?:,\s+(?:which|an?|the|our)\s[^.;]{3,80},|\s+\([^)]{2,60}\))?,?(?:\s+(?:which|that))?\s+(?:\w+ly\s+|also\s+|then\s+|itself\s+)?"
    r"(?:blocks?|stops?|stopped|refuse[sd]?|reject(?:s|ed)?|den(?:y|ies|ied)|pages?|paged|alert(?:s|ed)?|flag(?:s|ged)?|kill(?:s|ed)?|detect(?:s|ed)?|caught|catch(?:es)?|trips?|tripped|"
    r"freez(?:es)?|froze|halt(?:s|ed)?|isolates?|isolated|quarantines?|prevents?|cuts?|locks?|warn(?:s|ed)?|notif(?:y|ies|ied)|mail(?:s|ed)?|rang|rings?|revokes?|revoked|"
    r"limits?|caps?|drops?|dropped|scans?|scanned|watch(?:es)?|watched|monitors?|checks?|checked|compares?|compared|reviews?|strips?|samples?|scores?|scored|raised|raises|posts?|posted)\b"
    r"(?!\s+(?:is|are|was|were|of)\b)",
)
_WORKS_TOO = frozenset(
    {"archive", "queue", "quorum", "job", "register", "schedule", "release", "application", "app", "panel"}
)
_PARTS_TOO = frozenset({"classifier", "inventory", "rule", "rules", "probe", "probes"})
_KNOWN_BY_PART = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})


def with_roles(reading: Reading) -> Reading:
    """The reading with controls that are only needed as dependencies, and with dependencies that only need as controls."""
    needy, needed = _parts(reading)
    led = {key for keys in reading.gathered.leads.values() for key in keys}
    changed: dict[str, ElementKind] = {}
    for key in {*needy, *needed} - led:
        thing = reading.things.get(key)
        if thing is None or thing.elsewhere or thing.kind not in _KNOWN_BY_PART:
            continue
        kind = ElementKind.DEPENDENCY if needed[key] else ElementKind.CONTROL
        if kind is not thing.kind and _fits(reading, key, kind, both=bool(needy[key] and needed[key])):
            changed[key] = kind
    return _with_kinds(reading, changed) if changed else reading


def _parts(reading: Reading) -> tuple[Counter[str], Counter[str]]:
    """How often each thing needs another, and how often it is needed."""
    needy: Counter[str] = Counter()
    needed: Counter[str] = Counter()
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for need in needs_in(sentence):
            objects = objects_of(place, need)
            sources = tuple(dependents(place, need, objects)) if objects else ()
            if sources:
                needy.update(sources)
                needed.update(objects)
    return needy, needed


def _fits(reading: Reading, key: str, kind: ElementKind, *, both: bool) -> bool:
    last = head(reading.things[key].name)
    if kind is ElementKind.CONTROL:
        return last not in PLANT and (
            last in _WORKS_TOO | CONTROL_HEADS | GUARDS or last not in APPARATUS or _acts(reading, key)
        )
    plain = _is_plain(reading, key) and last not in GUARDS - _PARTS_TOO
    return plain and not both and not _acts(reading, key)


def _is_plain(reading: Reading, key: str) -> bool:
    """Is the thing called by ordinary words of which one tells what it is, and not by a name?"""
    text = reading.outline.document.text
    called = [text[m.start : m.end] for m in reading.mentions.all if m.key == key and m.named]
    return any(" " in each and each == each.lower() for each in called)


def _acts(reading: Reading, key: str) -> bool:
    """Does the text say anywhere that the thing acts as a control does: "the gate refuses …"?"""
    text = reading.outline.document.text
    return any(_ACTS.match(text, mention.end) for mention in reading.mentions.all if mention.key == key)


def _with_kinds(reading: Reading, changed: Mapping[str, ElementKind]) -> Reading:
    things = tuple(
        replace(thing, kind=kind, key=thing_key(kind, thing.name))
        if (kind := changed.get(thing.key)) is not None
        else thing
        for thing in reading.gathered.things
    )
    kept = tuple({thing.key: thing for thing in reversed(things)}.values())[::-1]
    mentions = find_mentions(reading.outline.sentences, kept)
    return replace(reading, gathered=replace(reading.gathered, things=kept), mentions=mentions)
