"""Where a report lists what holds a pathway down: items, leads in bold and headings, with the weights they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.elements import ElementKind, Strength
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned, heading_name
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.plain_headings import PLAIN_HEADING
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.weights import FactorItem, headed_strength, said_weight, weight_alone, without_weight

_SPEAKS_OF_FACTORS = Cue(
    r"\b(?:factors?|arguments?|reasons?|lines|considerations?|mitigat\w+|evidence|safeguards?|grounds|protections?|barriers?|controls|defen[cs]es)\b|"
    r"\b(?:reduces?|lowers?|holds?\s+(?:\w+\s+)?down|keeps?)\s+(?:the\s+|this\s+|that\s+|our\s+)?(?:\w+\s+)?risk\b|"
    r"\brisk\b[^.;]{0,30}\b(?:is|as|remains?)\s+(?:\w+\s+)?(?:low|small|negligible|acceptable|tolerable)\b",
    re.IGNORECASE,
)
_SPEAKS_AGAINST = Cue(
    r"\b(?:aggravating|enabling|contributing|exacerbating|complicating|risk)\s+factors?\b|"
    r"\bfactors?\s+(?:that|which)\s+(?:\w+\s+)?(?:raise|increase|worsen|add\s+to|heighten|drive|contribute|make\s+\w+\s+worse)\b|"
    r"\b(?:raises?|increases?|worsens?|heightens?)\s+(?:the\s+|this\s+)?risk\b|\bcounter-?(?:arguments?|evidence)\b|"
    r"\b(?:arguments?|reasons?|evidence|considerations?)\s+(?:against|for\s+(?:concern|doubt|worry))\b|"
    r"\b(?:limitations?|weaknesses|caveats|gaps|open\s+questions|attack\s+steps|preconditions|planned|future|would\s+change|not\s+count)\b",
    re.IGNORECASE,
)
_CLAUSE_END = Cue(r"\s[–—-]\s|\s?[(\[]|[:;,.](?:\s|$)")
_PARTS = Cue(r"\s[–—-]\s|[:;.](?:\s|$)|[()\[\]]")
_TAG = Cue(r"\s*[(\[][^)\]]*[)\]]\s*$")
_ARTICLE = Cue(r"^(?:the|an?|our)\s+", re.IGNORECASE)
_COUNT = Cue(
    r"\s*(?:factor|mitigation|argument|reason|barrier|consideration|control|safeguard)\s+(?:no\.\s*)?\w{1,3}\s*[:.–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_SAID = Cue(r"\W*(?:strength|weight|weighting|rating|grade)\s*[:=–—-]\s*(?P<weight>[^.;,]+)", re.IGNORECASE)
_NAME = 90


@dataclass
class _Lists:
    """What is known at a place of a pathway's section.

    `listing`: whether factors are said to follow. `strength`: the weight said of all that follow. `closed`: what
    follows is said to speak against. `under`: the level of the heading beneath which headings are factors.
    `opened`: the item that is being read, and `headed`: the heading.
    """

    listing: bool = False
    strength: Strength | None = None
    closed: bool = False
    under: int | None = None
    opened: FactorItem | None = None
    headed: FactorItem | None = None


@once
def factor_items(reading: Reading) -> Mapping[int, FactorItem]:
    """Unit -> the factor that the unit opens or belongs to."""
    found: dict[int, FactorItem] = {}
    beneath = _weights_beneath(reading)
    weighed = _weighed_lists(reading, beneath)
    lists = _Lists()
    for unit in reading.outline.units:
        pathway = reading.subject(unit.index)
        of_pathway = pathway is not None and pathway.startswith(f"{ElementKind.PATHWAY}:")
        if pathway is None or not of_pathway or reading.introductions_in(unit.index):
            lists = _Lists()
        elif unit.kind is BlockKind.HEADING:
            _headed(reading, lists, (pathway, unit))
        elif not _leads(lists, unit):
            _listed(lists, (pathway, unit), weighed=unit.index in weighed, beneath=beneath.get(unit.index))
        if pathway and (item := lists.opened or lists.headed) is not None:
            found[unit.index] = item
    return found


def _headed(reading: Reading, lists: _Lists, place: tuple[str, Unit]) -> None:
    """A heading is a factor beneath one about factors, or where the words beneath it weigh it."""
    pathway, unit = place
    label, strength = without_weight(heading_name(unit))
    name, level = cleaned(label), unit.block.level
    plain = bool(PLAIN_HEADING.search(name)) or len(name) > _NAME
    if lists.under is not None and level <= lists.under:
        lists.under = None
    lists.strength, lists.opened = _of_all(unit.text), None
    lists.closed = bool(_SPEAKS_AGAINST.search(unit.text))
    of_factors = bool(_SPEAKS_OF_FACTORS.search(unit.text)) or (
        lists.under is not None and bool(weight_alone(unit.text))
    )
    lists.listing = of_factors and not lists.closed
    weighed = strength or next(filter(None, (said_weight(s.text) for s in reading.section_sentences(unit.index))), None)
    counts = not plain and not lists.closed and not lists.strength and (weighed or lists.under is not None)
    lists.headed = FactorItem(pathway, name, unit, strength) if counts else None
    if plain and lists.listing:
        lists.under = level


def _leads(lists: _Lists, unit: Unit) -> bool:
    """Takes in what a paragraph, or an item that only leads in, says of the list behind it; True where it opens none itself."""
    if unit.kind is BlockKind.LIST_ITEM:
        leads_in = unit.text.rstrip(" *_").endswith(":") and len(unit.text) < _NAME
        if not leads_in or not (_SPEAKS_OF_FACTORS.search(unit.text) or _SPEAKS_AGAINST.search(unit.text)):
            return False
    elif _COUNT.match(unit.text) or (
        unit.bold and not PLAIN_HEADING.search(cleaned(unit.lead)) and _of_all(unit.text) is None
    ):
        return False
    lists.strength, lists.opened = _of_all(unit.text), None
    if weight_alone(unit.text):
        return True
    last = unit.sentences[-1].text if unit.sentences else unit.text
    lists.closed = bool(_SPEAKS_AGAINST.search(last))
    lists.listing = (lists.under is not None or bool(_SPEAKS_OF_FACTORS.search(last))) and not lists.closed
    return True


def _listed(lists: _Lists, place: tuple[str, Unit], *, weighed: bool, beneath: Strength | None) -> None:
    """An item or a lead in bold is a factor where factors are listed, or where it or one beside it is weighed."""
    pathway, unit = place
    opened = lists.opened
    within = opened is not None and opened.unit.block.level < unit.block.level and unit.kind is BlockKind.LIST_ITEM
    if opened is not None and opened.unit.kind is BlockKind.LIST_ITEM and within:
        return
    lists.opened = None
    name, strength = _label(unit)
    counts = lists.listing or weighed or strength is not None or any(said_weight(s.text) for s in unit.sentences)
    if name and counts and not lists.closed:
        lists.opened = FactorItem(pathway, name, unit, strength or beneath or lists.strength)


def _of_all(lead: str) -> Strength | None:
    """The weight that a heading or lead-in says of all that follows: "Strong factors:", "Moderate"."""
    return headed_strength(lead) or weight_alone(lead)


def _label(unit: Unit) -> tuple[str, Strength | None]:
    """The name that an item opens with and the weight of its mark; "" where it opens with none."""
    if any(reference.start < 3 for reference in references_in(unit.text)):
        return "", None
    text = unit.lead if unit.bold else unit.text
    counted = _COUNT.match(text)
    text = text[counted.end() :] if counted else text
    label, strength = without_weight(text if unit.bold else text[:_NAME])
    behind = unit.text[unit.after_lead - unit.start :] if unit.bold else ""
    name, *rest = [label] if unit.bold else _CLAUSE_END.split(label, maxsplit=1)
    said = next((part for part in _PARTS.split("".join(rest) + behind) if part.strip(" *_")), "")
    strength = strength or weight_alone(said)
    name = cleaned(_ARTICLE.sub("", cleaned(_TAG.sub("", name))))
    named = 3 < len(name) <= _NAME and not PLAIN_HEADING.search(name)
    return (name[:1].upper() + name[1:] if named else ""), strength


def _weights_beneath(reading: Reading) -> Mapping[int, Strength]:
    """Item -> the weight that an item right beneath it gives: "Strength: moderate"."""
    found: dict[int, Strength] = {}
    above: dict[int, int] = {}
    for unit in reading.outline.units:
        if unit.kind is not BlockKind.LIST_ITEM:
            above = {}
            continue
        level = unit.block.level
        said = _SAID.match(unit.text)
        if said and (strength := weight_alone(said["weight"])) and level - 1 in above:
            found.setdefault(above[level - 1], strength)
        above = {each: index for each, index in above.items() if each < level} | {level: unit.index}
    return found


def _weighed_lists(reading: Reading, beneath: Mapping[int, Strength]) -> frozenset[int]:
    """The items of lists in which at least one item carries a weight in its first sentence."""
    found: set[int] = set()
    for items in _siblings(reading):
        if any(unit.index in beneath or _is_weighed(unit) for unit in items):
            found |= {unit.index for unit in items}
    return frozenset(found)


def _is_weighed(unit: Unit) -> bool:
    return bool(unit.sentences and said_weight(unit.sentences[0].text)) or _label(unit)[1] is not None


def _siblings(reading: Reading) -> Iterator[list[Unit]]:
    """Items of one level in one list, under one item."""
    open_: dict[int, list[Unit]] = {}
    for unit in reading.outline.units:
        level = unit.block.level if unit.kind is BlockKind.LIST_ITEM else 0
        for deeper in [each for each in open_ if each > level]:
            yield open_.pop(deeper)
        if level:
            open_.setdefault(level, []).append(unit)
    yield from open_.values()
