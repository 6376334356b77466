"""Who belongs to which team: rosters, "led by", "chairs", "of the", "belong to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.bylines import bylines
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.letterheads import letterheads, signed
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place, Reading

_PERSON = frozenset({ElementKind.PERSON})
_GROUPS = frozenset({ElementKind.TEAM, ElementKind.ORGANIZATION})
_GROUP_FIRST = Cue(
    r"^,?\s*(?:which\s+)?(?:is\s+)?(?:,\s*)?(?:led|headed|chaired|managed|run)\s+by\s+$|^,\s+under\s+$|^\.\s+(?:lead\s+)?(?:reviewer|author)s?:\s+$|"
    r"^,\s+to\s+which\s+(?:the\s+)?$|^,?\s+whose\s+(?:\w+\s+)?(?:lead|head|director|chief|manager|chair)\s+is\s+$",
    re.IGNORECASE,
)
_PERSON_FIRST = Cue(
    r"^,?\s+(?:who\s+)?(?:leads|heads|chairs|manages|runs|joined|(?:works|is|sits)\s+(?:in|for|at|on|with)|(?:leads|heads|runs)\s+up)\s+(?:the\s+|our\s+)?$|^\s+(?:of|from|at)\s+(?:the\s+)?$|"
    r"^,\s+an?\s+(?:[\w-]+\s+){0,3}(?:of|in|at|with|from)\s+(?:the\s+|our\s+)?$|"
    r"^,?\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?$|^,\s+(?:head|lead|chair|director|manager)\s+of\s+(?:the\s+)?$|"
    r"^\s+(?:is|was)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:head|lead|chair|director|manager|member|part)\s+of\s+(?:the\s+|our\s+)?$",
    re.IGNORECASE,
)
_BELONG = Cue(
    r"\b(?:belongs?\s+to|(?:are|is)\s+(?:both\s+|all\s+)?(?:members?|part)\s+of|sits?\s+(?:in|with))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INSIDE = Cue(r"^\s+(?:over\s+)?in\s+(?:the\s+)?$")
_WHICH = Cue(r"^,\s+which\s+$")
_CHAIRS = Cue(r"\s+(?:leads|heads|chairs|manages|runs)\b")
_LEADS_IT = Cue(r"\s+(?:leads|heads|chairs|manages|runs)\s+(?:that|this)\s+(?:team|group|desk|unit|office)\b")
_LEADS = Cue(r"^\s+(?:leads|heads|chairs|manages|runs)\s", re.IGNORECASE)
_GAPPED = Cue(r"^,?\s+(?:the\s+)?$")
_NEXT = Cue(r"(?:[,;]|\band)\s+$")
_PRONOUN_WORKS = Cue(
    r"\b[Ss]?[Hh]e\s+(?:(?:works|worked)\s+(?:for|at|in|on)|runs|heads|leads|chairs|manages)\s+(?:the\s+)?(?=[A-Z]|the\b)"
)
_SIGNED = Cue(
    r"(?:\b(?:by|author|asking|answering|interviewer|interviewee|present|asked|answered|speaking|for|with)|[:;|\t])[:*_\s]*$",
    re.IGNORECASE,
)
_AT_ONCE = Cue(r"^,\s+(?:the\s+)?$")
_CLOSES = Cue(r"\s*(?:[,.;)(|\n·•]|$)")
_TEAM_AT = Cue(r"^(?:\s+at\s+|[’']s\s+|,\s+(?:our|an?|the|its)\s+)$")


def read_membership(reading: Reading) -> Iterator[ProposedRelation]:
    """MEMBER_OF between people (and teams) and the teams or organizations that they belong to."""
    for member in reading.gathered.members:
        person, team = reading.by_name.get(normal(member.person)), reading.by_name.get(normal(member.team or ""))
        if person and team and person.kind in _PERSON and team.kind in _GROUPS:
            yield Place(reading, member.sentence).relation(RelationType.MEMBER_OF, (person.key, team.key))
    yield from _signing(reading)
    yield from _of_bylines(reading)
    for head in letterheads(reading.outline):
        desk, firm = reading.by_name.get(normal(head.desk or "")), reading.by_name.get(normal(head.firm))
        if desk and firm and desk.kind is ElementKind.TEAM:
            yield Place(reading, head.sentence).relation(RelationType.MEMBER_OF, (desk.key, firm.key))
    for unit in reading.outline.units:
        for sentence in unit.sentences:
            yield from _in_sentence(Place(reading, sentence))
            yield from _works_for(Place(reading, sentence))


def _of_bylines(reading: Reading) -> Iterator[ProposedRelation]:
    """The teams that a byline names with their firm: "Ana Brook, Storage Safety, Ostby Bank"."""
    for each in bylines(reading.outline):
        team, firm = reading.by_name.get(normal(each.team or "")), reading.by_name.get(normal(each.firm or ""))
        if team and firm and team.kind is ElementKind.TEAM and firm.kind is ElementKind.ORGANIZATION:
            yield Place(reading, each.sentence).relation(RelationType.MEMBER_OF, (team.key, firm.key))


def _signing(reading: Reading) -> Iterator[ProposedRelation]:
    """Who signs for the one firm or desk that the head of a critique names: "Chair: Ada Moor. Members: Bo Reyes, …"."""
    heads = tuple(letterheads(reading.outline))
    names = dict.fromkeys(normal(head.desk or head.firm) for head in heads)
    groups = [group for name in names if (group := reading.by_name.get(name)) and group.kind in _GROUPS]
    for sentence, start in signed(reading.outline) if len(groups) == 1 else ():
        place = Place(reading, sentence)
        for person in place.mentioned((start, len(sentence.text)), _PERSON):
            yield place.relation(RelationType.MEMBER_OF, (person.key, groups[0].key))


def _works_for(place: Place) -> Iterator[ProposedRelation]:
    """Where a pronoun is said to work for somebody, the person named last is meant: "He works for the guarding firm"."""
    match = _PRONOUN_WORKS.search(place.sentence.text)
    groups = place.mentioned((match.end(), match.end() + 40), _GROUPS) if match else ()
    person = place.antecedent(_PERSON) if groups else None
    if person and groups:
        yield place.relation(RelationType.MEMBER_OF, (person, groups[0].key))


def _in_sentence(place: Place) -> Iterator[ProposedRelation]:
    agents = place.mentioned((0, len(place.sentence.text)), AGENT_KINDS)
    text, start = place.sentence.text, place.sentence.start
    led = False
    for first, second in pairwise(agents):
        between = text[first.end - start : second.start - start]
        found = (*_pair(place, first, second, between=between), *_set_beside(place, first, second, led=led))
        led = led or bool(found and _LEADS.match(between))
        yield from found[:1]
    for position, group in enumerate(agents):
        belongs = _BELONG.search(text[: group.start - start]) if group.kind in _GROUPS else None
        if belongs and not is_denied(text[: belongs.start()]):
            for person in agents[:position]:
                if person.kind in _PERSON:
                    yield place.relation(RelationType.MEMBER_OF, (person.key, group.key))


def _set_beside(place: Place, first: Mention, second: Mention, *, led: bool) -> Iterator[ProposedRelation]:
    """A person and a team that stand beside each other in a list of leaders (`led`), a line of authors, or with "in"."""
    text, start = place.sentence.text, place.sentence.start
    before, between = text[: first.start - start], text[first.end - start : second.start - start]
    behind = second.end - start
    if first.kind in _PERSON and second.kind in _GROUPS:
        whole = " " in text[first.start - start : first.end - start]
        gapped = led and _GAPPED.match(between) and _NEXT.search(before)
        signed_by = _AT_ONCE.match(between) and _SIGNED.search(before) and _CLOSES.match(text, behind)
        if gapped or signed_by or (whole and _INSIDE.match(between)):
            yield place.relation(RelationType.MEMBER_OF, (first.key, second.key))
    chairs = (_WHICH.match(between) and _CHAIRS.match(text, behind)) or _LEADS_IT.match(text, behind)
    if chairs and first.kind in _GROUPS and second.kind in _PERSON:
        yield place.relation(RelationType.MEMBER_OF, (second.key, first.key))


def _pair(place: Place, first: Mention, second: Mention, *, between: str) -> Iterator[ProposedRelation]:
    of_organization = first.kind is ElementKind.ORGANIZATION and second.kind is ElementKind.TEAM
    if (first.kind in _GROUPS and second.kind in _PERSON and _GROUP_FIRST.match(between)) or (
        of_organization and _TEAM_AT.match(between)
    ):
        yield place.relation(RelationType.MEMBER_OF, (second.key, first.key))
    elif (first.kind in _PERSON and second.kind in _GROUPS and _PERSON_FIRST.match(between)) or (
        first.kind is ElementKind.TEAM and second.kind is ElementKind.ORGANIZATION and _TEAM_AT.match(between)
    ):
        yield place.relation(RelationType.MEMBER_OF, (first.key, second.key))
