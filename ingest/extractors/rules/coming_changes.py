"""Changes that a sentence says somebody will make, or asks for, by its verbs: "Network will add a size check by May"."""

from __future__ import annotations

import re

from graph.provenance import DocumentKind
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.cues import Cue

_BUILD = (
    r"(?:add|automate|build|buy|encrypt|extend|fit|hire|install|introduce|procure|deploy|create|develop|upgrade|harden|migrate|rebuild|rewrite|retrain|recruit|commission|mirror|duplicate|"
    r"implement|establish|appoint|set\s+up|roll\s+out|put\s+in\s+place|bring\s+in|redesign|integrate|supplement|strengthen|replace)"
)
_CHANGE = r"(?:move|make|put|require|lock|raise|lower|remove|rotate|separate|split|switch|tighten|close|pin|sign|recompute|refresh|store|route|test|rehearse|review|train|have|give|let|limit|restrict|place|change|update|run|double|shorten)"
_WHEN = Cue(
    r"\b(?:by|before|until|from|in|during|next|within|end\s+of|starting)\s+(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|mid-?)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|spring|summer|autumn|winter|"
    r"quarter|month|year|release|week|\d{1,2}\s+[A-Z]|20\d\d|(?:two|three|four|six|\d+)\s+(?:weeks|months|sprints|days))\b"
)
_WHO = r"(?:We|The\s+[\w-]+(?:\s+[\w-]+){0,3}?|[A-Z][\w’'&-]*(?:\s+(?:and\s+)?[A-Z&][\w’'&-]*){0,4})"
_MEANS = (
    r"(?:will|shall|(?:is|are)\s+(?:now\s+)?(?:to|going\s+to|due\s+to|about\s+to)|(?:has|have)\s+(?:agreed|undertaken|promised|offered|been\s+(?:asked|told|tasked|instructed|commissioned)|begun|started|decided|resolved|accepted|committed)\s+to|"
    r"(?:plans?|intends?|aims?|means?|wants?|hopes?|expects?)\s+to)"
)
_WILL = Cue(
    rf"(?:^|[;,]\s+|\b(?:and|but)\s+)(?:\W*(?:From|By|In|As\s+of|Until|After)\s+[^.;,]{{2,30}},\s+)?{_WHO}\s+{_MEANS}\s+(?:then\s+|now\s+|also\s+|therefore\s+)?(?P<act>(?P<build>{_BUILD})|{_CHANGE})\s+(?P<rest>[^.;]{{4,}})"
)
_PASSIVE = Cue(
    r"^(?:\W*(?:From|By|In|As\s+of|Until|After)\s+[^.;,]{2,30},\s+)?(?P<what>(?!It\b|This\b|That\b|There\b|These\b|They\b|We\b)(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Ee]ach|[Ee]very|[A-Z][\w-]+)\s[^.;,]{2,70}?)\s+(?:will|shall|(?:is|are)\s+(?:to|going\s+to|due\s+to))\s+be\s+(?P<done>[a-z]+(?:ed|t|n|ght|put))\b(?P<rest>[^.;]*)"
)
_WITH = Cue(r"\b(?:by|with|under|behind|into|on|through)\s+(?=(?:an?|another|its\s+own|new)\s)", re.IGNORECASE)
_ASKS = Cue(
    r"\b(?:what\s+is\s+(?:needed|missing|wanted|lacking)\s+is|(?:remedy|fix|cure|answer|solution)\s+(?:is|would\s+be)(?:\s+\w+)?:?|it\s+would\s+(?:help|be\s+(?:better|wise|prudent|enough))\s+to|(?:our|my|one|a)\s+(?:\w+\s+)?(?:recommendation|advice|suggestion|proposal|request|wish)\s+(?:is|would\s+be)(?:\s+to)?|"
    r"(?:could|can|would|might)\s+be\s+(?:closed|mended|fixed|remedied|improved|cured|met|strengthened|addressed|solved)\s+(?:by|with)|would\s+be\s+(?:stronger|safer|better|sounder)\s+(?:with|by)|we\s+(?:would\s+)?(?:recommend|suggest|propose|advise|urge|ask)(?:\s+(?:you|them|the\s+\w+))?\s+to)\s+(?P<rest>[^.;]{6,})",
    re.IGNORECASE,
)
_ORDERS = Cue(
    rf"^(?:Please\s+|Then\s+|Also,?\s+|And\s+|Second,\s+|Third,\s+|First,\s+)?(?P<act>(?:{_BUILD}|{_CHANGE}|feed|bind|back|keep|name|ask|draw|publish\s+(?:an?|the)\s|monitor|measure|record|log|stream|sample|recalibrate|retest|repeat|rerun|include)\s+(?=(?:the|an?|all|each|every|any|its|your|their|more|one|two|another)\s|[A-Z]|[a-z-]+s\s)(?!(?:me|us|in\s+mind|that\b|this\b|note\b|it\b|the\s+(?:claim|statement|sentence|paragraph|passage|section|word)))[^.;?]{{8,}})",
    re.IGNORECASE,
)
_REFUSED = Cue(r"\b(?:not|never|no|neither|nor|if|unless|whether|until|would|considered)\b|n[’']t\b", re.IGNORECASE)
_FEW = 3
_BETTER = frozenset(
    [
        "replaced",
        "extended",
        "mirrored",
        "duplicated",
        "rebuilt",
        "rewritten",
        "automated",
        "encrypted",
        "signed",
        "pinned",
        "tightened",
        "hardened",
        "separated",
        "split",
        "upgraded",
        "added",
        "introduced",
        "installed",
        "deployed",
        "fitted",
        "strengthened",
        "retrained",
        "rotated",
        "moved",
    ]
)
_NO_CHANGE = frozenset(
    [
        "said",
        "seen",
        "noted",
        "read",
        "written",
        "sent",
        "circulated",
        "published",
        "discussed",
        "held",
        "met",
        "reported",
        "issued",
        "told",
        "kept",
        "found",
        "understood",
        "taken",
        "given",
        "reviewed",
        "presented",
        "printed",
        "considered",
        "treated",
        "revisited",
        "informed",
        "notified",
        "detected",
        "lost",
        "asked",
        "shown",
        "left",
        "made",
        "tested",
        "included",
        "repeated",
        "borne",
        "counted",
        "announced",
        "expected",
        "needed",
    ]
)


def _is_clear(name: str) -> bool:
    return len(name.split()) >= _FEW and not re.search(r"[\"“”=]", name)


def change_in(text: str, kind: DocumentKind) -> tuple[str, int | None] | None:
    """The words for the change that a sentence says will be made, or where the thing begins that it puts in place.

    Two values: the name of the change, and the offset of the thing; None where the sentence announces nothing.
    """
    found = _announced(text) if kind is not DocumentKind.INTERVIEW else None
    if found is None and kind is DocumentKind.CRITIQUE:
        found = _advised(text)
    return found if found is not None and _is_clear(found[0]) else None


def _announced(text: str) -> tuple[str, int | None] | None:
    """What somebody will do, or will be done."""
    will = _WILL.search(text)
    sure = will is not None and not _REFUSED.search(text[: will.start("act")])
    if will is not None and sure and (will["build"] or _WHEN.search(text, will.start())):
        return short_action(until_clause(text[will.start("act") :])), None
    passive = _PASSIVE.match(text)
    return _moved(text, passive) if passive is not None else None


def _advised(text: str) -> tuple[str, int | None] | None:
    """What reviewers ask for or tell others to do."""
    asks = _ASKS.search(text)
    if asks is not None:
        thing = re.match(r"(?:an?|another)\s", asks["rest"])
        return short_action(until_clause(asks["rest"])), asks.start("rest") if thing else None
    orders = _ORDERS.match(text) if text[:1].isupper() else None
    return (short_action(until_clause(orders["act"])), None) if orders is not None else None


def _moved(text: str, passive: re.Match[str]) -> tuple[str, int | None] | None:
    """A change in the passive: what it is put under or replaced by, else all its words."""
    if passive["done"] in _NO_CHANGE or _REFUSED.search(text[: passive.end("done")]):
        return None
    means = _WITH.search(passive["rest"])
    if means is None and not _WHEN.search(text):
        return None
    at = passive.start("rest") + means.end() if means else None
    if at is None and passive["done"] not in _BETTER:
        return None
    what = re.sub(r"^(?:The|Its|Our)\s+", "", until_clause(text[passive.start("what") :]))
    return short_action(what), at


def until_clause(text: str) -> str:
    """The words of a change up to a clause that tells why, by when or whose."""
    cut = re.split(
        r",\s+(?:and\s+that|which|so|because|since|as|who|but|for|by|before|from|making|giving|leaving)\b|\s+so\s+(?:that|the)\b|\s+instead\b|\s+\(|;|\.\s|\s+[–—]\s|\s+in\s+order\s+to\b|\s+(?:by|before|until)\s+(?:the\s+)?(?:end|[A-Z]|\d)",
        text,
        maxsplit=1,
    )[0]
    return cut.rstrip(" .,")
