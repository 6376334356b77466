"""The named things of a document: one for all spellings of a name, with the kind that its places speak for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.elements import ElementKind
from graph.naming import acronym, normal
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import decided, votes, votes_of_head
from ingest.extractors.rules.lexicon import EVIDENCE_HEADS, FUNCTION_WORDS, TEAM_HEADS
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.person_index import PersonIndex
from ingest.extractors.rules.retired import is_retired
from ingest.extractors.rules.sightings import Sighting
from ingest.extractors.rules.unit_words import is_surely_firm, is_unit, kind_of_group

_ACRONYM = Cue(r"\s*\((?P<short>[A-Z][A-Za-z0-9&-]{1,9})\)")
_WRITINGS = frozenset(
    [
        "report",
        "card",
        "update",
        "paper",
        "constitution",
        "standard",
        "guide",
        "appendix",
        "section",
        "table",
        "figure",
        "chapter",
    ]
)
_OF_TEXT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})  # what no title alone tells
_AGENTS = frozenset({ElementKind.PERSON, ElementKind.TEAM, ElementKind.ORGANIZATION})
_VERSION = Cue(r"[\s-]\d+(?:\.\d+)?$")
_TAIL = Cue(r"(?:[’']s)?\s+(?P<tail>[a-z][a-z-]+(?:\s+[a-z][a-z-]+)?)\b")


@dataclass(frozen=True)
class Thing:
    """Something that the document names: `sentence` is where it is introduced, or, `elsewhere`, first mentioned."""

    key: str
    kind: ElementKind
    name: str
    sentence: Sentence
    aliases: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass
class Group:
    """All places of one name while kinds are being voted on. `told`: whether structure says the kind."""

    name: str
    places: list[Sighting] = field(default_factory=list)
    votes: Counter[ElementKind] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    retired: bool = False
    told: bool = False


def thing_key(kind: ElementKind, name: str) -> str:
    """The key of a named thing inside its document."""
    return f"{kind}:{normal(name)}"


def named_things(outline: Outline, seen: Iterable[Sighting], known: Mapping[str, ElementKind]) -> tuple[Thing, ...]:
    """Things with capitalised names. `known`: normal name -> kind, where structure (tables, lead-ins, rosters) says it."""
    text = outline.document.text
    groups: dict[str, Group] = {}
    for each in seen:
        for sighting in tuple(_extended(each, text)) or (each,):
            group = groups.setdefault(normal(sighting.name), Group(sighting.name))
            group.places.append(sighting)
            span = (sighting.start, sighting.end)
            group.votes += votes(sighting.name, text, span)
            group.retired = group.retired or is_retired(text, span)
            if found := _ACRONYM.match(text, sighting.end):
                group.aliases |= {found["short"]} if _shortens(found["short"], sighting.name) else set()
    for key, group in groups.items():
        group.votes += votes_of_head(group.name)
        if key in known:
            group.votes[known[key]] += 20
            group.told = True
    return tuple(_things(_united(groups)))


def _extended(each: Sighting, text: str) -> Iterable[Sighting]:
    """A name with the small word behind it that makes it another: "Lantern team", "Quiet Hands evaluation"."""
    found = _TAIL.match(text, each.end, each.sentence.end)
    if found is None or each.name.casefold() in FUNCTION_WORDS:
        return
    words = found["tail"].split()
    if words[0] in FUNCTION_WORDS:
        return
    for count in range(len(words), 0, -1):
        if words[count - 1] in _TAILS:
            tail = " ".join(words[:count])
            end = text.index(tail, each.end) + len(tail)
            yield Sighting(f"{each.name} {tail}", each.start, end, each.sentence)
            return


_OF_PLANT = "service feed link receiver login log-in cable cables register server servers database pipeline bucket console radio pump generator mast"
_TAILS = (
    (EVIDENCE_HEADS - {"result", "results", "review", "score", "record", "analysis"})
    | ({"team", "group", "unit", "desk", "helpdesk"} & TEAM_HEADS)
    | set(_OF_PLANT.split())
)


def _shortens(short: str, name: str) -> bool:
    return short.upper() == acronym(name) or short[0].upper() == name[0].upper()


def _united(groups: dict[str, Group]) -> list[Group]:
    """Groups of acronyms and of names without their tail go to the group that they stand for."""
    by_short: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups.values():
        for short in {acronym(group.name), *group.aliases} - {""}:
            by_short[short].append(group)
    gone: set[str] = set()
    for key, group in groups.items():
        whole = [each for each in by_short.get(group.name, ()) if each is not group] if group.name.isupper() else []
        if len(whole) == 1:
            _absorb(whole[0], group)
            gone.add(key)
            continue
        base_key, _, tail = key.rpartition(" ")
        base = groups.get(base_key)
        if base is not None and tail in EVIDENCE_HEADS and group.name.split()[-1].islower():
            kinds = {decided(base.votes), decided(group.votes)}
            if kinds <= {ElementKind.EVIDENCE, None}:
                _absorb(group, base)
                gone.add(base_key)
    return [group for key, group in groups.items() if key not in gone]


def _absorb(whole: Group, part: Group) -> None:
    whole.aliases.add(part.name)
    whole.places += part.places
    whole.votes += part.votes


def _things(groups: Iterable[Group]) -> Iterable[Thing]:
    for group in groups:
        kind = decided(group.votes) if group.told else _by_words(group.name, decided(group.votes))
        if kind is ElementKind.CONTROL and _VERSION.search(group.name):
            continue
        if kind is None or _is_title(group.name, kind) or (group.retired and kind is ElementKind.CONTROL):
            continue
        if kind in _OF_TEXT and _is_in_title(group):
            continue
        first = min(group.places, key=lambda place: place.start)
        mixed = [place.name for place in group.places if normal(place.name) == normal(group.name)]
        group.name = next((name for name in mixed if not name.isupper()), group.name)
        spellings = {place.name for place in group.places if place.name.upper() != group.name.upper()} - {group.name}
        yield Thing(
            thing_key(kind, group.name), kind, group.name, first.sentence, tuple(sorted(group.aliases | spellings))
        )


def _by_words(name: str, kind: ElementKind | None) -> ElementKind | None:
    """Whoever acts is a team where the name is made of words for work, and a firm where a strange word opens it."""
    if kind not in _AGENTS or " " not in name:
        return kind
    told = kind_of_group(name)
    if kind is ElementKind.PERSON:
        return ElementKind.TEAM if is_unit(name) and votes_of_head(name)[kind] == 0 else kind
    if kind is ElementKind.TEAM:
        return ElementKind.ORGANIZATION if is_surely_firm(name) else kind
    return told or kind


def _is_in_title(group: Group) -> bool:
    """Do its words stand only in a first line set in capitals, as the title of the document?"""
    capitals = " " in group.name and group.name.isupper()
    return capitals and all(place.sentence.unit == 0 for place in group.places)


def _is_title(name: str, kind: ElementKind) -> bool:
    """Is it the title of a writing, or an acronym too short to be a control by itself?"""
    short = (
        name.isupper() and len(name) < 4 and kind in {ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE}
    )
    return short or name.rsplit(maxsplit=1)[-1].casefold() in _WRITINGS


def with_persons_united(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Persons called by initial, first name or surname become one with the only person whom that can mean."""
    kept = tuple(things)
    persons = [thing for thing in kept if thing.kind is ElementKind.PERSON]
    firsts = frozenset(thing.name.split()[0] for thing in persons if " " in thing.name)
    persons += [thing for thing in kept if thing.kind is ElementKind.TEAM and thing.name in firsts]
    full = {thing.name: thing for thing in persons if _is_full(thing.name)}
    index, united, gone = PersonIndex.of(full), {each.key: each for each in full.values()}, set[str]()
    for thing in (each for each in persons if not _is_full(each.name)):
        meant = index.meant(thing.name)
        if len(meant) == 1:
            target = united[full[min(meant)].key]
            united[target.key] = replace(target, aliases=(*target.aliases, thing.name, *thing.aliases))
        if len(meant) == 1 or (meant and " " not in thing.name):
            gone.add(thing.key)
    return tuple(united.get(thing.key, thing) for thing in kept if thing.key not in gone)


def _is_full(name: str) -> bool:
    """Is a person called by more than one name, and by no initial?"""
    return " " in name and "." not in name
