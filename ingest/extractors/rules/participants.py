"""Who takes part in a document: who is listed with a team or a firm, who speaks, and who is said to act."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.extractors.rules.affiliations import affiliations
from ingest.extractors.rules.authors import author_things
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.group_frames import framed_agents
from ingest.extractors.rules.letterheads import is_outside
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.rosters import Member

_ORGANIZATION = Cue(
    r"\b(?:Cent(?:re|er)|Institute|University|Labs?|Ltd|Inc|LLC|GmbH|Agency|Foundation|Association|Consulting|Partners|Authority)\b"
)
LABEL = Cue(
    r"(?:speaker|participant|voice|respondent|interviewee|guest|subject|witness|unknown)\s*\w{0,2}", re.IGNORECASE
)
"""What stands for a name of who speaks, and is none."""


def participants(outline: Outline, present: Iterable[Member]) -> Iterable[Thing]:
    """Those who are `present`, with where they belong, every speaker who has a name, and whoever else acts."""
    critique = outline.document.source.kind is DocumentKind.CRITIQUE
    outside = {each.firm for each in affiliations(outline)}
    for each in present:
        yield Thing(thing_key(ElementKind.PERSON, each.person), ElementKind.PERSON, each.person, each.sentence)
        if each.team:
            firm = _ORGANIZATION.search(each.team) or (critique and is_outside(each.team))
            firm = firm or each.team in outside
            kind = ElementKind.ORGANIZATION if firm else ElementKind.TEAM
            yield Thing(thing_key(kind, each.team), kind, each.team, each.sentence)
    for unit in outline.units:
        if (
            unit.block.speaker
            and unit.sentences
            and len(unit.block.speaker) > 2
            and not LABEL.fullmatch(unit.block.speaker)
        ):
            speaker = unit.block.speaker.title() if unit.block.speaker.isupper() else unit.block.speaker
            yield Thing(thing_key(ElementKind.PERSON, speaker), ElementKind.PERSON, speaker, unit.sentences[0])
    yield from author_things(outline)
    yield from framed_agents(outline)
