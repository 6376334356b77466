"""Everything that a document names, gathered from its structure first and from its sentences after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extractors.rules.action_objects import action_objects
from ingest.extractors.rules.actions import action_owners
from ingest.extractors.rules.actors import actors
from ingest.extractors.rules.affiliations import affiliated, outside_firms
from ingest.extractors.rules.answered import answered_things
from ingest.extractors.rules.asked_needs import asked_need_things
from ingest.extractors.rules.assessed import assessed_systems
from ingest.extractors.rules.bare_names import with_bare_names
from ingest.extractors.rules.bylines import byline_members, byline_things
from ingest.extractors.rules.called_firms import called_firms
from ingest.extractors.rules.carers import carers
from ingest.extractors.rules.codenames import codenames
from ingest.extractors.rules.conductor_names import conductor_names
from ingest.extractors.rules.devices import devices, is_no_control, is_stopper
from ingest.extractors.rules.digests import digests
from ingest.extractors.rules.doubts import with_planned_ones
from ingest.extractors.rules.evidence_lists import counted_evidence
from ingest.extractors.rules.exercises import listed_exercises
from ingest.extractors.rules.fallen_things import fallen_things
from ingest.extractors.rules.group_frames import framed_persons
from ingest.extractors.rules.guard_answers import guard_answers
from ingest.extractors.rules.guards import guards
from ingest.extractors.rules.happenings import happenings
from ingest.extractors.rules.incident_people import incident_acquaintances
from ingest.extractors.rules.incident_things import incident_things
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.introductions import Introduction
from ingest.extractors.rules.kinds import AGENT_KINDS, looks_like_person, votes_of_head
from ingest.extractors.rules.leads import lead_things
from ingest.extractors.rules.led_evidence import led_things
from ingest.extractors.rules.letterheads import desks, firms, signers
from ingest.extractors.rules.letters import correspondents, without_head_lines
from ingest.extractors.rules.named_tests import named_tests
from ingest.extractors.rules.names import Thing, named_things, thing_key, with_persons_united
from ingest.extractors.rules.needed import needed_things
from ingest.extractors.rules.nicknames import nicknamed
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.participants import LABEL, participants
from ingest.extractors.rules.parts import component_things
from ingest.extractors.rules.people import acquaintances, memberships, people
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.plain_statements import plain_statements
from ingest.extractors.rules.practices import core, practices, spoken_controls
from ingest.extractors.rules.recipients import recipients
from ingest.extractors.rules.replies import reply_things
from ingest.extractors.rules.roles import roles, small_teams
from ingest.extractors.rules.rosters import Member, members
from ingest.extractors.rules.safeguards import safeguards
from ingest.extractors.rules.sightings import Sighting, sightings, with_persons_apart
from ingest.extractors.rules.spoken import brought_up, denied_controls
from ingest.extractors.rules.spoken_sorts import spoken_sorts
from ingest.extractors.rules.studies import studies
from ingest.extractors.rules.supporting_things import supporting_things
from ingest.extractors.rules.table_things import table_things
from ingest.extractors.rules.tables import Table, read_tables
from ingest.extractors.rules.talk_topics import single_topics, talk_topics
from ingest.extractors.rules.teams import with_teams_united
from ingest.extractors.rules.told_members import told_members

_OF_WORK = frozenset({"engineering", "operations", "ops"})


@dataclass(frozen=True)
class Gathered:
    """`leads`: unit -> keys of the controls that the unit describes."""

    things: tuple[Thing, ...]
    leads: Mapping[int, tuple[str, ...]]
    members: tuple[Member, ...]
    tables: tuple[Table, ...]

    @cached_property
    def by_hand(self) -> frozenset[str]:
        """Keys of what people pull or press: such a thing tells nobody anything."""
        return frozenset(thing.key for thing in self.things if is_stopper(thing.name))


def gather(
    outline: Outline, introduced: tuple[Introduction, ...], *, planned: frozenset[str], told: Mapping[str, ElementKind]
) -> Gathered:
    """The things of a document that have no number. `planned`: names of mitigations, which are no controls in force.

    `told`: normal name -> the kind that other documents give it.
    """
    numbered = {each.unit: each for each in introduced if not each.inside}
    titles = {normal(each.name) for each in introduced if each.name} | planned
    taking_part = tuple(
        each for each in (*members(outline), *told_members(outline)) if not LABEL.fullmatch(each.person)
    )
    teams = {member.team for member in taking_part}
    known = (*acquaintances(outline), *incident_acquaintances(outline))
    met = tuple(each for each in known if each.person not in teams)
    acting = actors(outline)
    tables = read_tables(outline)
    present = (*taking_part, *memberships(met), *affiliated(outline), *byline_members(outline))
    led = (*lead_things(outline, numbered), *component_things(outline))
    listed = [
        *byline_things(outline),
        *people(met, outline.document.text),
        *(each for each in acting if each.kind is ElementKind.PERSON and looks_like_person(each.name)),
        *(thing for _, thing in led),
        *led_things(outline, introduced),
        *_set_out(outline),
        *table_things(tables, outline.concordance),
        *participants(outline, present),
        *conductor_names(outline),
    ]
    kinds = {**told, **{normal(thing.name): thing.kind for thing in reversed(listed)}}
    persons = frozenset(thing.name for thing in listed if thing.kind is ElementKind.PERSON)
    seen = with_persons_apart(without_head_lines(outline, sightings(outline)), persons)
    found = [
        *nicknamed(outline),
        *(each for each in codenames(outline) if normal(each.name) not in kinds),
        *named_things(outline, seen, kinds),
        *listed,
        *roles(outline),
        *recipients(outline),
        *action_owners(outline),
        *(_as_told(each, told) for each in (*small_teams(outline), *acting, *_told_of(outline, introduced))),
    ]
    found = _without_refused(outline, found, listed=tuple(listed), present=present)
    heads = frozenset(head(thing.name) for thing in found)
    found += (*spoken_controls(outline, heads), *single_topics(outline, heads))
    distinct = _distinct(each for each in found if normal(each.name) not in titles)
    things = with_teams_united(with_persons_united(distinct))
    things = with_planned_ones(outline, with_bare_names(outline.document.text, _with_first_words(things, seen)))
    return Gathered(things, _leads(led, things), present, tables)


def _leads(led: Iterable[tuple[int, Thing]], things: Iterable[Thing]) -> Mapping[int, tuple[str, ...]]:
    """Unit -> the keys of the things that it describes, by the names that they have ended up with."""
    keys = {normal(name): thing.key for thing in things for name in (thing.name, *thing.aliases)}
    leads: dict[int, tuple[str, ...]] = {}
    for unit, thing in led:
        if (key := keys.get(normal(thing.name))) is not None:
            leads[unit] = (*leads.get(unit, ()), key)
    return leads


def _set_out(outline: Outline) -> Iterable[Thing]:
    """The things that lists and the heads of letters set out."""
    return (
        *(thing for _, thing in listed_exercises(outline)),
        *counted_evidence(outline),
        *outside_firms(outline),
        *firms(outline),
        *desks(outline),
        *called_firms(outline),
        *signers(outline),
        *correspondents(outline),
        *carers(outline),
    )


def _as_told(thing: Thing, told: Mapping[str, ElementKind]) -> Thing:
    """A thing that only its place in a sentence tells the kind of, as what others say it is."""
    kind = told.get(normal(thing.name), thing.kind)
    return thing if kind is thing.kind else replace(thing, kind=kind, key=thing_key(kind, thing.name))


def _told_of(outline: Outline, introduced: tuple[Introduction, ...]) -> Iterable[Thing]:
    """The things that sentences bring up by ordinary words."""
    return (
        *answered_things(outline),
        *asked_need_things(outline),
        *reply_things(outline),
        *devices(outline),
        *spoken_sorts(outline),
        *practices(outline),
        *safeguards(outline),
        *incident_things(outline),
        *action_objects(outline),
        *needed_things(outline),
        *brought_up(outline),
        *talk_topics(outline),
        *digests(outline),
        *plain_statements(outline),
        *named_tests(outline),
        *studies(outline),
        *happenings(outline),
        *guards(outline),
        *guard_answers(outline),
        *framed_persons(outline),
        *supporting_things(outline, introduced),
        *fallen_things(outline),
    )


def _without_refused(
    outline: Outline, found: list[Thing], *, listed: tuple[Thing, ...], present: tuple[Member, ...]
) -> list[Thing]:
    """The things without who only asks, what is said not to be there, and other things by the names of persons.

    `listed`: things of the structure; `present`: who takes part.
    """
    asking = frozenset(normal(name) for name in interviewers(outline))
    asking -= {normal(member.person) for member in present if member.team}
    assessed = assessed_systems(outline)
    called = {normal(alias) for each in listed if each.kind is ElementKind.PERSON for alias in each.aliases}
    asking |= _in_full(found, asking)
    refused = {
        ElementKind.PERSON: asking,
        ElementKind.ORGANIZATION: called | asking,
        ElementKind.TEAM: called | asking,
        ElementKind.CONTROL: called | denied_controls(outline),
    }
    apart = AGENT_KINDS | {ElementKind.EVIDENCE}
    kept = (each for each in found if each.kind in apart or normal(each.name) not in assessed)
    return [
        each
        for each in kept
        if normal(each.name) not in refused.get(each.kind, called)
        and not (each.kind is ElementKind.CONTROL and is_no_control(each.name))
    ]


def _in_full(found: list[Thing], asking: frozenset[str]) -> frozenset[str]:
    """The full names of who asks by a part of them: "tidied by Lucas Imre", where LUCAS asks."""
    persons = [each.name for each in found if each.kind is ElementKind.PERSON and " " in each.name]
    known = [name for name in persons if asking & set(normal(name).split())]
    return frozenset(normal(name) for name in known if len(known) == 1)


def _distinct(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """One thing a name: the first kind found stays, later spellings become its aliases."""
    by_name: dict[str, Thing] = {}
    cores: dict[str, str] = {}
    called: dict[str, str] = {}
    for thing in things:
        name = called.get(normal(thing.name), normal(thing.name))
        if thing.kind is ElementKind.CONTROL and not any(each.isupper() for each in thing.name[1:]):
            name = cores.setdefault(core(thing.name), name)
        known = by_name.get(name)
        if known is None:
            by_name[name] = thing
        elif set(thing.aliases) - set(known.aliases):
            by_name[name] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *thing.aliases))))
        for alias in by_name[name].aliases:
            called.setdefault(normal(alias), name)
    return _with_last_words(by_name)


def _with_first_words(things: tuple[Thing, ...], seen: tuple[Sighting, ...]) -> tuple[Thing, ...]:
    """Organizations called by their first word too, where the document does so and it can mean no other: "Castle" of "Castle Trust"."""
    alone = {each.name for each in seen} - {name for thing in things for name in (thing.name, *thing.aliases)}
    firsts = Counter(thing.name.split()[0] for thing in things if " " in thing.name)
    return tuple(
        replace(thing, aliases=(*thing.aliases, first))
        if thing.kind is ElementKind.ORGANIZATION
        and (first := thing.name.split()[0]) in alone
        and firsts[first] == 1
        and not votes_of_head(first)
        else thing
        for thing in things
    )


def _with_last_words(by_name: Mapping[str, Thing]) -> tuple[Thing, ...]:
    """A name of one capitalised word goes to the only longer name that ends with it: "the Board" is the Release Board.

    So does a dependency of one small word: "the forwarder" is the log forwarder.
    """
    whole: dict[str, list[str]] = {}
    apparatus: dict[str, list[str]] = {}
    for name, thing in by_name.items():
        words = thing.name.split()
        if len(words) > 1 and words[-1][0].isupper():
            whole.setdefault(normal(words[-1]), []).append(name)
        if len(words) > 1 and thing.kind is ElementKind.DEPENDENCY and words[-1].islower():
            apparatus.setdefault(normal(words[-1]), []).append(name)
        named_by_work = thing.kind is ElementKind.TEAM and words[-1].casefold() in _OF_WORK
        if len(words) > 1 and (thing.kind is ElementKind.ORGANIZATION or named_by_work):
            whole.setdefault(normal(words[0]), []).append(name)
    kept = dict(by_name)
    for name, thing in by_name.items():
        meant = whole.get(name, []) if " " not in name else []
        if thing.kind is ElementKind.DEPENDENCY and " " not in name:
            meant = meant or apparatus.get(name, [])
        of_firm = len(meant) == 1 and by_name[meant[0]].kind is ElementKind.ORGANIZATION
        if of_firm or (len(meant) == 1 and thing.kind is not ElementKind.PERSON):
            kept[meant[0]] = replace(kept[meant[0]], aliases=(*kept[meant[0]].aliases, thing.name))
            del kept[name]
    return tuple(kept.values())
