"""Claims and arguments that a paragraph puts forward in mid-sentence: "the second is Claim 2: …", "the argument from X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, cleaned
from ingest.extractors.rules.numbering import NUMBER, kind_of
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import phrase_after

_SAID = Cue(
    rf"\b(?P<word>(?:sub-?)?claim|assertion|proposition|premise)\s+(?P<number>{NUMBER})\b(?![.]?\d)"
    r"(?:\s*(?:\*\*)?\s*:(?:\*\*)?\s+|,?\s+(?:(?:says|states|asserts|holds|maintains|has\s+it|is|is\s+true|was)(?:,\s+namely)?|namely|which\s+is)"
    r",?\s+that\s+(?:there\s+[^:.;]{3,30}:\s+)?)(?=\S)",
    re.IGNORECASE,
)
_OTHER_HALF = Cue(
    r"\bthe\s+other\s+(?:half|part|leg|one|premise|condition|limb|side)\b(?:[^:.;]{0,80}:\s+|\s+(?:is|says)\s+that\s+)(?=\S)",
    re.IGNORECASE,
)
_ONE_HALF = Cue(
    r"\b(?:one|the\s+first)\s+(?:half|part|leg|premise|condition|limb|side)?\s*(?:of\s+\w+\s+)?(?:is|says)\b",
    re.IGNORECASE,
)
_ARGUMENT = Cue(r"\b(?:the|an|one|our)\s+(?P<name>argument\s+(?:from|by|of)\s+)(?=[a-z])", re.IGNORECASE)
_ON_LINE = Cue(
    rf"(?<=\n)[*_]{{0,3}}(?P<word>claim|assertion|proposition|premise)\s+(?P<number>{NUMBER})(?:[*_]{{0,3}}[.:]|[.:][*_]{{0,3}})\s+(?P<name>\w[^\n]{{8,300}})",
    re.IGNORECASE,
)
_END = Cue(r"[.;!?](?=\s|$)")
_FEW = 4


def prose_claims(outline: Outline, known: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """Introductions inside paragraphs of a document that argues its own case, each thing once.

    `known`: what headings and openings of paragraphs introduce; arguments are read in the sections of pathways only.
    """
    if outline.document.source.kind is not DocumentKind.REPORT:
        return ()
    taken = {each.key for each in known}
    pathways = {
        outline.units[each.unit].text
        for each in known
        if each.kind is ElementKind.PATHWAY and outline.units[each.unit].kind is BlockKind.HEADING
    }
    found: dict[str, Introduction] = {}
    for unit in outline.units:
        if unit.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            continue
        argued = bool(pathways & {*unit.block.headings, unit.block.section or ""})
        for each in (*_on_lines(unit), *_claims(unit), *(_arguments(unit) if argued else ())):
            if each.key not in taken:
                found.setdefault(each.key if each.shown else normal(each.name), each)
    return tuple(found.values())


def _on_lines(unit: Unit) -> Iterator[Introduction]:
    """Claims that open a further line of one paragraph: "Claim 5. No valve sticks."."""
    for match in _ON_LINE.finditer(unit.text):
        kind, end = kind_of(match["word"]), _END.search(match["name"])
        if kind is not None:
            name = match["name"][: end.start() if end else None]
            start = unit.start + match.start("name")
            place = (unit.index, start, start + len(name), unit.block.level)
            yield Introduction(kind, match["number"].upper(), match["word"], cleaned(name), *place, inside=True)


def _claims(unit: Unit) -> Iterator[Introduction]:
    halved = False
    for sentence in unit.sentences:
        for match in _SAID.finditer(sentence.text):
            kind = kind_of(match["word"])
            if kind is not None and not (match["number"].isalpha() and match["number"].islower()):
                yield _introduced(
                    unit, sentence, match.end(), kind=kind, label=(match["number"].upper(), match["word"])
                )
        other = _OTHER_HALF.search(sentence.text) if halved else None
        if other and len(sentence.text[other.end() :].split()) >= _FEW:
            yield _unnumbered(unit, sentence, other.end(), kind=ElementKind.CLAIM)
        halved = halved or bool(_ONE_HALF.search(sentence.text))


def _arguments(unit: Unit) -> Iterator[Introduction]:
    for sentence in unit.sentences:
        for match in _ARGUMENT.finditer(sentence.text):
            span = phrase_after(sentence.text, match.end())
            if span is not None:
                name = cleaned(sentence.text[match.start("name") : span[1]])
                at = sentence.start + match.start("name")
                number = f"@{unit.index}.{match.start()}"
                end = sentence.start + span[1]
                yield Introduction(
                    ElementKind.ARGUMENT, number, "argument", name, unit.index, at, end, unit.block.level, inside=True
                )


def _unnumbered(unit: Unit, sentence: Sentence, at: int, *, kind: ElementKind) -> Introduction:
    return _introduced(unit, sentence, at, kind=kind, label=(f"@{unit.index}.{at}", kind.value))


def _introduced(unit: Unit, sentence: Sentence, at: int, *, kind: ElementKind, label: tuple[str, str]) -> Introduction:
    """The rest of the sentence is the name; the words that call it by number stay outside."""
    number, word = label
    start = sentence.start + at
    name = cleaned(sentence.text[at:])
    return Introduction(kind, number, word, name, unit.index, start, sentence.end, unit.block.level, inside=True)
