"""Controls that a document lists: headed or lead-in descriptions under a heading about controls, and owner lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.actions import action_units
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, cleaned, heading_name
from ingest.extractors.rules.kinds import AGENT_KINDS, votes_of_head
from ingest.extractors.rules.lexicon import CONTROL_HEADS, GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.plain_headings import PLAIN_HEADING
from ingest.extractors.rules.safeguards import is_safeguard

_ABOUT_CONTROLS = Cue(
    r"\b(?:controls?|safeguards?|mitigations?|interventions?|monitoring|security|protections?|defen[cs]es?|barriers?|"
    r"countermeasures?|oversight|measures|precautions)\b",
    re.IGNORECASE,
)
_ABOUT_OTHER = Cue(
    r"\b(?:planned|future|propos\w+|recommend\w+|next\s+steps|limitations?|evaluations?|changes?|assessments?|considerations|"
    r"claims?|pathways?|overview|introduction|summary|history|glossary|definitions?|background|results?|findings?|wishes|"
    r"roadmap|improvements?|weaknesses|gaps|lessons|timeline|what|how|why|who|when|where|scope|conclusions?|\d)\b|[?]",
    re.IGNORECASE,
)
_DESCRIBED = Cue(
    r"^\W{0,4}(?:(?:are|is)\s+)?(?:jointly\s+)?(?:owned|operated|run|maintained|staffed)\b|\bsends?\s+(?:no|an)\s+alert|"
    r"\blimits?:|\bowns?\s+(?:it|them|this)\b|\b(?:it|which|they)\s+(?:\w+ly\s+)?(?:pages?|alerts?|e-mails?|notif\w+|posts?|blocks?|"
    r"stops?)\b|\bno(?:body|\s+\w+)\s+(?:is\s+recorded\s+as\s+)?(?:the\s+)?own|^\W{0,3}are\s+the\s+[A-Z]",
    re.IGNORECASE,
)
_PERFORMED = Cue(
    r"\bwhat\s+(?:worked|went\s+\w+|did\s+not\s+work|didn[’']t\s+work|held|failed|broke|helped|saved)\b|"
    r"\b(?:controls|barriers|safeguards|defen[cs]es)\s+that\s+(?:worked|failed|held)\b",
    re.IGNORECASE,
)
_DID = Cue(
    r"\W*(?:worked|failed|held|did\s+not\s+(?:work|fire|hold|trip)|was\s+(?:triggered|bypassed|skipped|not\s+affected|out\s+of\s+force)|never\s+fired|blocked\s|caught\s)\b"
)
_IMPACT = Cue(r"\b(?:impact|effects?\s+on\s+(?:controls|safeguards|monitoring))\b", re.IGNORECASE)
_AFFECTED = Cue(
    r"\W*(?:(?:was|were|is|went|remained)\s+)?(?:blind|dark|deaf|unaffected|not\s+affected|untouched|bypassed|silent|worked|held|refused|blocked|disabled|out\s+of\s+(?:action|force)|inactive|degraded\s+to)\b",
    re.IGNORECASE,
)
_PERFORMS = Cue(
    r"\b(?:supposed|meant|expected|designed)\s+to\b|\b(?:blocked|caught|stopped|refused|rejected|detected|paged|alerted|tripped|fired|"
    r"triggered|scans?|needs|requires|never|bypassed|held|kept|cut|locked|approval|checks?|alarm|watches)\b",
    re.IGNORECASE,
)
_LESS = Cue(
    r"\b(?:could\s+not|did\s+not|was\s+not|were\s+not|no\s+longer|lost|missed|delayed|late|withdrawn|skipped)\b",
    re.IGNORECASE,
)
_SOON = 80
_MEASURE = Cue(r"[^:]{3,90}:\W*\d[\d\s.,]*(?:h|m|s|d|hours?|minutes?|min|days?|seconds?|weeks?)\b[\w\s]{0,24}\W*")
_VERB = Cue(r"\b(?:is|are|was|were|has|had|have|did|no|not|it|we|they|there|this|that)\b|\d", re.IGNORECASE)
_ARTICLE = Cue(r"\s(?:the|an?|our|its|their|each|every|all|no)\s", re.IGNORECASE)
_AREA = Cue(r"\b(?:of|for|in|and)\b", re.IGNORECASE)
_OF = Cue(r"(?P<what>\w[\w-]+)\s+of\s+(?:the\s+|our\s+)?(?P<of>[\w-]+)", re.IGNORECASE)
_REACH = 320
_POSSESSOR = Cue(r"(?P<whose>[\w-]{4,})[’']s\s+")
_FIGURE_ALONE = Cue(
    r"\W*(?:about\s+|under\s+|over\s+|~\s*)?\d[\d.,:]*\s*(?:%|[a-z]+)?(?:\s+(?:and\s+)?\d[\d.,:]*\s*(?:%|[a-z]+)?)*\W*$",
    re.IGNORECASE,
)
_CALLED = Cue(
    r"(?:The|Our)\s+(?P<phrase>[\w₂-]+\s+[\w-]+)\s+(?:did|was|is|had|has|starts?|started|opens?|opened|blocked|stopped|worked|failed|ran|runs|held)\b"
)
_FIELD = Cue(
    r"(?:controls?|safeguards?)(?:\s+(?:described|concerned|discussed|involved|in\s+place))?|effects?|purpose|function|(?:persons?|people|who\s+is|teams?)\s+(?:informed|notified|told)|needs?|requires|requirements|preconditions|"
    r"owners?|ownership|operators?|operated\s+by|verification|notifications?|notifies|measures|alerts?|alerting|tests?|(?:latest|last)\s+test|evidence|reporting|reporting\s+line|response|detection|escalation|channel|recovery\s+check",
    re.IGNORECASE,
)
_SHORT = Cue(r"\s*\((?P<short>[A-Z][A-Za-z0-9&-]{1,9})\)\s*$")
_NAME = Cue(r"^[A-Z][\w’'/+-]*(?:\s+[\w’'/+&-]+){0,7}$")
_SENTENCE_WORDS = Cue(
    r"\b(?:is|are|was|were|we|our|may|might|can|will|would|has|have|do|does|did|should|must|than)\b", re.IGNORECASE
)


def lead_things(outline: Outline, numbered: Mapping[int, Introduction]) -> tuple[tuple[int, Thing], ...]:
    """(unit, thing) for every description of a control: the unit that describes it, and the control."""
    found: list[tuple[int, Thing]] = []
    planned = action_units(outline)
    for unit in outline.units:
        if unit.index in numbered or not unit.sentences:
            continue
        if unit.kind is BlockKind.HEADING:
            found += _headed(outline, unit)
        elif unit.index not in planned and not _MEASURE.fullmatch(unit.text) and _is_description(unit):
            found += [(unit.index, thing) for thing in _bold_names(outline, unit)]
    return tuple(found)


def _headed(outline: Outline, unit: Unit) -> Iterator[tuple[int, Thing]]:
    """A heading that names a control, under one that speaks of controls; it speaks for the paragraphs beneath it."""
    above = unit.block.headings[-1] if unit.block.headings else ""
    name = heading_name(unit)
    short = _SHORT.search(name)
    plain = name[: short.start()] if short else name
    if not (_ABOUT_CONTROLS.search(above) and not _ABOUT_OTHER.search(cleaned(re.sub(r"[\d.]+", "", above)))):
        return
    mechanism = plain.split()[0].casefold() in CONTROL_HEADS
    if (_ABOUT_OTHER.search(plain) and not mechanism) or not _is_name(plain):
        return
    beneath = _section(outline, unit)
    groups = any(below.bold and _is_description(below) for below in beneath)
    if groups or not beneath or (" " not in plain and not mechanism) or _is_group(plain):
        return
    thing = _control(plain, unit, (*((short["short"],) if short else ()), *_turned(plain)))
    yield from ((each.index, thing) for each in (unit, *beneath))


def _is_group(name: str) -> bool:
    """Does a heading name an area and no control: "Security of plant and yard"?"""
    return _AREA.search(name) is not None and head(name) not in CONTROL_HEADS and not is_safeguard(name)


def _turned(name: str) -> tuple[str, ...]:
    """The other wording of "audit of suppliers": "supplier audit"."""
    match = _OF.fullmatch(name)
    return (f"{singular(match['of'].casefold())} {match['what'].casefold()}",) if match else ()


def _section(outline: Outline, heading: Unit) -> list[Unit]:
    """The units between a heading and the next one; none where a deeper heading follows."""
    found: list[Unit] = []
    for below in outline.units[heading.index + 1 :]:
        if below.kind is BlockKind.HEADING:
            return [] if below.block.level > heading.block.level else found
        found.append(below)
    return found


def _is_description(unit: Unit) -> bool:
    section = re.sub(r"[\d.]+", "", unit.block.section or "")
    behind = unit.text[unit.after_lead - unit.start :]
    if not unit.lead or unit.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} or _is_label(unit.lead, behind):
        return False
    if unit.bold and (_DESCRIBED.search(behind) or _DID.match(behind)):
        return True
    topic = unit.kind is BlockKind.LIST_ITEM and not _ARTICLE.search(unit.lead)
    tried = votes_of_head(head(unit.lead))[ElementKind.EVIDENCE]
    if (unit.bold or (topic and not tried)) and is_safeguard(unit.lead):
        return True
    listed = unit.bold or unit.kind is BlockKind.LIST_ITEM or _is_short(unit.lead)
    if _IMPACT.search(section):
        affected = _AFFECTED.match(behind) or (is_safeguard(unit.lead) and _LESS.search(behind[:_SOON]))
        return listed and not votes_of_head(unit.lead)[ElementKind.TEAM] and bool(affected)
    if _PERFORMED.search(section):
        return listed and not votes_of_head(unit.lead)[ElementKind.TEAM] and bool(_PERFORMS.search(behind[:_REACH]))
    return listed and bool(_ABOUT_CONTROLS.search(section)) and not _ABOUT_OTHER.search(section)


def _is_label(lead: str, behind: str) -> bool:
    """Does a lead label a part of the text, or a figure: "Description: …", "From alarm to quarantine: 2 h"?"""
    if _FIELD.fullmatch(lead.strip(" :*_.")):
        return True
    return bool(PLAIN_HEADING.search(lead) and not is_safeguard(lead)) or _FIGURE_ALONE.match(behind) is not None


def _is_short(lead: str) -> bool:
    """Is a lead in plain type a name? "Telephone dialler." is, the first sentence of a paragraph is not."""
    words = lead.split()
    return len(words) < 4 and not _VERB.search(lead) and not (words[-1].endswith("ed") or words[0].endswith("ing"))


def _bold_names(outline: Outline, unit: Unit) -> Iterator[Thing]:
    text = outline.document.text
    spans = [text[a:b] for a, b in unit.block.bold if a < unit.after_lead + 120] if unit.bold else [unit.lead]
    for span in spans:
        name = re.sub(r"^\d{1,2}[.)]\s+", "", cleaned(span))
        short = _SHORT.search(name)
        plain = re.sub(r"^(?:The|A|An|Our)\s+", "", name[: short.start()] if short else name)
        if plain and not _is_agent(plain) and _is_name(plain[:1].upper() + plain[1:]):
            yield _control(plain, unit, (short["short"],) if short else ())


def _is_agent(name: str) -> bool:
    voted = votes_of_head(name)
    titled = name.startswith(("Dr ", "Mr ", "Ms ", "Mrs ", "Prof "))
    return titled or (not voted[ElementKind.CONTROL] and bool(voted[ElementKind.TEAM] or voted[ElementKind.PERSON]))


def _is_name(name: str) -> bool:
    plain = name.casefold()
    return (
        bool(_NAME.match(name)) and plain not in GENERIC_NAMES and not _SENTENCE_WORDS.search(name) and len(name) <= 70
    )


def _called(unit: Unit, name: str) -> tuple[str, ...]:
    """What the first sentence behind the lead calls the control: "Backup cooling. The gas injection starts when …"."""
    behind = unit.text[unit.after_lead - unit.start :].lstrip(" *_.:") if unit.lead else ""
    match = _CALLED.match(behind)
    phrase = match["phrase"] if match else ""
    heads = votes_of_head(phrase) if phrase else {}
    other = any(heads[kind] for kind in (*AGENT_KINDS, ElementKind.EVIDENCE)) if heads else False
    return () if not phrase or other or head(phrase) == head(name) else (phrase,)


def _control(name: str, unit: Unit, aliases: tuple[str, ...]) -> Thing:
    if " " not in name:
        aliases = (*aliases, name.casefold())
    owner = _POSSESSOR.match(name)
    if owner:
        aliases = (*aliases, name[owner.end() :].strip(), owner["whose"].casefold())
    aliases = (*aliases, *_called(unit, name))
    said = next((each for each in unit.sentences if name in each.text), unit.sentences[0])
    return Thing(thing_key(ElementKind.CONTROL, name), ElementKind.CONTROL, name, said, aliases)
