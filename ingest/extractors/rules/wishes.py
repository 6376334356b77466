"""Changes that prose asks for or announces: "we plan to put the limit …", "the rota ought to be …", items to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.action_states import label_of, labelled_states
from ingest.extractors.rules.actions import Action, short_action
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence, Unit

_ASKING = Cue(
    r"\b(?:recommend\w*|suggest\w*|proposals?|(?:recommended|proposed|required)\s+actions?|improvements?|next\s+steps|measures|"
    r"wish(?:es)?|requests?|what\s+(?:we|I)\s+(?:ask|want|would\s+change)|would\s+help|to\s+be\s+done|under\s+way|planned)\b",
    re.IGNORECASE,
)
_OUGHT = Cue(
    r"\b(?:ought\s+to|should|must|needs?\s+to)\s+be\s+(?!(?:noted|clear|read|seen|said|said|remembered|understood)\b)\w+",
    re.IGNORECASE,
)
_INTENDED = Cue(
    r"(?:^|[,;]\s+|\b(?:and|but|lastly|finally|also)\s+)(?:(?P<who>we|I|[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*){0,3})\s+)"
    r"(?:also\s+|now\s+|therefore\s+|hope\s+and\s+)?(?:plans?|intends?|hopes?|wants?|aims?|proposes?|are\s+going|is\s+going|would\s+like|have\s+decided|has\s+decided|"
    r"have\s+agreed|has\s+agreed|mean)\s+to\s+(?P<action>[a-z]\w+\s+[^;]+)"
)
_LIKED = Cue(r"\b(?:[Ww]e|I|[A-Z]\w+(?:\s+[A-Z]\w+){0,3})\s+would\s+(?:also\s+)?like\s+to\s+see\s+(?P<action>[^;]+)")
_ASKED_FOR = Cue(
    r"\b(?:we|I)(?:\s+have|[’']ve)\s+(?:also\s+)?asked\s+(?:\w+\s+)?for\s+(?P<action>an?\s+[^.;,]{4,80})", re.IGNORECASE
)
_RECOMMENDED = Cue(
    r"\b(?:we|I|[A-Z]\w+(?:\s+[A-Z]\w+)*)\s+(?:(?:therefore|also|would|strongly|further|finally)\s+){0,2}(?:recommends?|advises?|urges?|proposes?|suggests?)\s+"
    r"(?:that\s+(?P<clause>(?:the|each|every|all|its|our|any|an?)\s+[^;]+?\s+(?:be|is|are|not\s+be)\s+[^;]+)|(?P<doing>(?!going|doing|having|being|nothing|anything)[a-z]+ing\s+[^;]+))",
)
_SEVERAL = Cue(
    r"(?:^\W*(?:suggested|recommended|proposed|possible)|\b(?:we|I)\s+(?:(?:therefore|also|would)\s+){0,2}(?:recommend|propose|suggest|ask\s+for|urge|advise))\s+(?:the\s+following\s+)?(?:\w+\s+)?(?:changes|measures|steps|things|actions|improvements|remedies)\s*:\s+(?P<list>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = Cue(r"\s*[,;]\s+(?:and\s+)?(?=(?:\([a-z0-9]\)\s+)?[a-z]+\s)|\s+and\s+(?=\([a-z0-9]\))")
_MARK = Cue(r"^\([a-z0-9]\)\s+")
_ON_ORDER = Cue(
    r"^(?P<action>An?\s+[^.;,]{4,60}?)\s+(?:is|are)\s+(?:on\s+order|on\s+its\s+way|being\s+(?:built|fitted|installed))\b"
)
_OF_WRITING = Cue(
    r"^(?:publish|report|discuss|describe|revisit|update|continue|show|argue|consider|deploy|release|train|see|return|explain|stress|thank|"
    r"note|make\s+clear|be|have|know|keep\s+in\s+mind|call|treat|use|answer|ask|say)\b",
    re.IGNORECASE,
)
_BUILDS = Cue(
    r"^(?:add|automate|build|bring|buy|close|encrypt|extend|fit|hire|install|introduce|lock|make|move|put|raise|remove|replace|require|rewrite|rotate|"
    r"separate|set|split|staff|switch|tighten|upgrade)\b",
    re.IGNORECASE,
)
_DENIED = Cue(r"\b(?:not|never|\w+n[’']t|considered|decided\s+against)\b", re.IGNORECASE)
_BY = Cue(r",?\s+(?:by|before|until|from)\s+(?:the\s+)?(?:[A-Z]\w+|end|next|\d)[^,.;]*$")


def wishes(outline: Outline) -> tuple[tuple[Action, Sentence], ...]:
    """Every change asked for or announced in prose, with its sentence."""
    found: list[tuple[Action, Sentence]] = []
    reviewed = outline.document.source.kind is DocumentKind.CRITIQUE
    closed = labelled_states(outline)
    asking: int | None = None  # the depth of what asks for the items beneath it
    for unit in outline.units:
        listed = unit.kind is BlockKind.LIST_ITEM
        asked = listed and asking is not None and unit.block.level > asking
        if not asked:
            asking = unit.block.level if _asks(unit) else None
        if asked and label_of(unit.block.marker) in closed:
            continue
        if unit.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TURN}:
            found += _imperative(unit) if asked else _in_prose(unit, reviewed=reviewed)
    return tuple(found)


def _asks(unit: Unit) -> bool:
    """Does a unit end by asking for what the items beneath it say: "we recommend that", "the following measures:"?"""
    words = unit.text.rstrip()
    return words.endswith((":", " that", " to")) and bool(_ASKING.search(words))


def _imperative(unit: Unit) -> Iterator[tuple[Action, Sentence]]:
    for sentence in unit.sentences[:1]:
        name = short_action(sentence.text)
        if " " in name:
            yield Action(name, unit, sentence.start, None), sentence


def _in_prose(unit: Unit, *, reviewed: bool) -> Iterator[tuple[Action, Sentence]]:
    """What the sentences of a unit ask for or announce. `reviewed`: in a critique, where "we recommend" is meant of the case."""
    asking = bool(_ASKING.search(unit.block.section or ""))
    for sentence in unit.sentences:
        if _DENIED.search(sentence.text):
            continue
        if reviewed and (several := _SEVERAL.search(sentence.text)):
            yield from ((each, sentence) for each in _items(sentence, unit, several.start("list")))
            continue
        advised = _RECOMMENDED.search(sentence.text) if reviewed else None
        if advised is not None:
            yield _action(sentence, unit, advised["clause"] or advised["doing"]), sentence
            continue
        match = _LIKED.search(sentence.text) or _ASKED_FOR.search(sentence.text) or _ON_ORDER.search(sentence.text)
        intended = None if match else _INTENDED.search(sentence.text)
        if match is not None:
            yield _action(sentence, unit, match["action"]), sentence
        elif intended is not None and _is_change(intended["action"], talk=unit.kind is BlockKind.TURN):
            who = intended["who"] if intended["who"].casefold() not in {"we", "i"} else None
            yield _action(sentence, unit, intended["action"], owner=who), sentence
        elif asking and _OUGHT.search(sentence.text):
            yield _action(sentence, unit, sentence.text.partition(";")[0]), sentence


def _items(sentence: Sentence, unit: Unit, start: int) -> Iterator[Action]:
    """Each of several changes that one sentence asks for: "… three changes: close the gate, fit a lock, and name a keeper"."""
    at = start
    for item in _BETWEEN.split(sentence.text[start:]):
        at = sentence.text.index(item, at)
        action = _action(sentence, unit, _MARK.sub("", item))
        yield replace(action, start=sentence.start + at)


def _is_change(action: str, *, talk: bool) -> bool:
    """Does an intention change something? In talk people want many things; only what is built or fitted is meant."""
    return bool(_BUILDS.match(action)) if talk else not _OF_WRITING.match(action)


def _action(sentence: Sentence, unit: Unit, words: str, *, owner: str | None = None) -> Action:
    plain = re.split(
        r",\s+(?:so\s+that|(?:with\s+|by\s+|under\s+|through\s+)?which|who|because|since|while|and\s+this)\b|\s+\(",
        words,
        maxsplit=1,
    )[0]
    return Action(short_action(_BY.sub("", plain.rstrip(" ."))), unit, sentence.start, owner)
