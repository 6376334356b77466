"""What controls, evidence and dependencies silently need: settings, services, feeds, lists, people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.alternatives import Choice
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.echoes import shared_needs
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.need_pronouns import PLAIN_SUBJECT, names_no_other
from ingest.extractors.rules.need_words import RESTS
from ingest.extractors.rules.needs import Need, choice_of, needs_in
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.phrases import joint, phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.spoken_of import only_called, spoken_of

_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_NEEDED = _NEEDY | AGENT_KINDS
_APPARATUS = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_REACH = 28
_BOTH_BACK = 10
_TURNS = 3  # back in talk, in which the thing meant by "it" may have been named
_RESTS = Cue(RESTS, re.IGNORECASE)
_PRONOUN = Cue(r"^(?:me|us|them)\b", re.IGNORECASE)
_DETERMINER = Cue(r"^\s*(?:that|this|those|these|the|an?|its|their|our)\s+", re.IGNORECASE)
_NEW_CLAUSE = Cue(r"[.;:(,]|\b(?:that|which|who|whether|because|since|when|while|than|to)\b", re.IGNORECASE)
_LEFT_ASIDE = Cue(
    r"\b(?:unlike|instead\s+of|in\s+contrast\s+(?:to|with)|rather\s+than|apart\s+from|besides?|in\s+place\s+of|without|after|before|for|in|on|at|by|when|while|if|since)\s+"
    r"(?:the\s+|its\s+|our\s+)?$",
    re.IGNORECASE,
)
_POINTED = Cue(r"\s*(?:(?:that|this|those)\s+(?P<team>team|desk|group|crew|people|firm)|it|them)\b", re.IGNORECASE)
_AT_VERB = Cue(
    r"(?:\s+\([^)]{2,60}\))?(?:,[^,.;]{2,80},)?,?(?:\s+(?:which|that))?\s*(?:(?:\w+ly|also|both|only|now|then|always|still|simply|each|in\s+turn|must|has\s+to|have\s+to)\s+){0,2}|"
    r"\s[^.;:]{0,90}(?:\band|\bbut|,)\s+(?:(?:then|also|\w+ly)\s+)?",
    re.IGNORECASE,
)
_PERSONAL = Cue(r"\b(?:we|you|I|people|anyone|staff|s?he|who)\b", re.IGNORECASE)
_PRONOUN_FIRST = Cue(r"\s*(?:both\s+|so\s+|then\s+)?(?:it|they|them)\b", re.IGNORECASE)
_WHERE = Cue(
    r"\b(?:any|every|each|some|no|a|an|the|these|those|all)\s+[a-z][\w-]+\s+(?:(?:on|in|at|inside|under|beside)\s+(?:the|its|our|each|every|this|that|any|an?)|where\s+(?:the|its|our))\s+$",
    re.IGNORECASE,
)
_ABOUT = Cue(
    r"\b(?:reports?|notes?|papers?|pages?|chapters?|sections?|discussion|description|account|praise|owners?|head|history|costs?|price|plans?|work|view|opinion|design|"
    r"questions?|doubts?|remarks?|minutes)\s+(?:on|about|of|for)\s+(?:the\s+|our\s+|its\s+)?$",
    re.IGNORECASE,
)
_SO_DO = Cue(r",?\s+(?:and\s+)?so\s+(?:do|does)\s+(?P<who>[^.,;]{2,50})", re.IGNORECASE)
_BOTH = Cue(
    r"\b(?:both|all)(?:\s+of)?(?:\s+them|\s+these|\s+the\s+\w+)?\s*$|\b(?:both|they\s+(?:both|all))\s*$", re.IGNORECASE
)
_IT_AND_IT = Cue(r"^\W*it\s+(?:is|was|has|reads|runs|uses)\b[^.;]*,\s+and\s+it\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AND = Cue(
    r"(?:,\s+(?:which|who)\s[^,.;]{3,60}(?=,)|\s+\([^)]{2,60}\))?,?\s*(?:and|or|,)\s*(?:also\s+)?(?:up)?(?:on\s+|from\s+)?(?:either\s+)?(?:the\s+|an?\s+|its\s+)?"
)
_OWN_SUBJECT = Cue(
    r"(?:^|[,;:]\s+)(?:this|the)\s+(?:claim|argument|pathway|case|line|conclusion|assessment)\s*(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Requirement:
    """What one place says that something needs: all of the objects, or as many of them as the choice says."""

    place: Place
    source: str
    objects: tuple[str, ...]
    choice: Choice | None


def read_dependencies(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Requirements between named things; of alternatives one, or k of them, suffice."""
    found = tuple(_requirements(reading))
    needed: dict[str, set[str]] = {}
    for each in found:
        needed.setdefault(each.source, set()).update(each.objects)
    for each in found:
        if each.choice is None or len(each.objects) < 2:
            yield from (each.place.relation(RelationType.DEPENDS_ON, (each.source, key)) for key in each.objects)
        else:
            named = each.source in reading.things
            yield from _chosen(each, each.choice, alone=named and needed[each.source] == set(each.objects))


def _requirements(reading: Reading) -> Iterator[_Requirement]:
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        for need in needs_in(sentence):
            choice = choice_of(reading.outline, need)
            objects = _alternatives(place, choice) if choice else objects_of(place, need)
            if not objects:
                continue
            for source in dict.fromkeys(dependents(place, need, objects)):
                yield _Requirement(place, source, tuple(key for key in objects if key != source), choice)
    for place, sources, before in shared_needs(reading):
        said = [objects_of(Place(reading, before), need) for need in needs_in(before)]
        for source in sources if said else ():
            yield _Requirement(place, source, tuple(key for key in said[-1] if key != source), None)


def _alternatives(place: Place, choice: Choice) -> tuple[str, ...]:
    """The things of a choice; none where one of them has no name, for then the others are not all there is."""
    keys = [_thing_in(place, span) for span in choice.spans] if choice.whole else []
    return tuple(dict.fromkeys(key for key in keys if key)) if all(keys) else ()


def _thing_in(place: Place, span: tuple[int, int]) -> str | None:
    mentions = place.mentioned(span, _NEEDED)
    if mentions:
        return max(mentions, key=lambda mention: mention.end - mention.start).key
    thing = place.reading.by_name.get(normal(place.sentence.text[span[0] : span[1]]))
    return thing.key if thing and thing.kind in _NEEDED else None


def _chosen(said: _Requirement, choice: Choice, *, alone: bool) -> Iterator[ProposedElement | ProposedRelation]:
    """The operator on the thing itself where the choice is all that it needs, else on a dependency in between."""
    place, things = said.place, said.place.reading.things
    if alone:
        holder, kind, name = said.source, things[said.source].kind, things[said.source].name
    else:
        joined = [things[key].name for key in said.objects]
        text = place.reading.outline.document.text
        opening = f"{choice.k} of " if choice.k and re.search(rf"\b{choice.k}\b", text) else ""
        name = opening + joint("or", text).join((", ".join(joined[:-1]), joined[-1]))
        kind = ElementKind.DEPENDENCY
        holder = thing_key(kind, name)
        yield place.relation(RelationType.DEPENDS_ON, (said.source, holder))
    yield ProposedElement(holder, kind, name, place.quote, mention=alone, operator=choice.operator, k=choice.k)
    for key in said.objects:
        yield place.relation(RelationType.DEPENDS_ON, (holder, key))


def objects_of(place: Place, need: Need) -> tuple[str, ...]:
    """What is needed: the things named right behind the verb, joined by "and" or "or", or a noun phrase."""
    text = place.sentence.text
    if (pronoun := _PRONOUN.match(text[need.object :])) is not None:
        speaker = place.reading.speaker(place.sentence.unit)
        if speaker is None or pronoun[0].casefold() == "them":
            return ()
        key = speaker.key if pronoun[0].casefold() == "me" else place.reading.team_of.get(speaker.key)
        return (key,) if key else ()
    if not need.forward and (key := _pointed(place, need)) is not None:
        return (key,)
    kinds = _APPARATUS if need.soft else _NEEDED
    found = [m for m in place.mentioned((need.object, need.limit), kinds) if not _is_far(place, need, m)]
    if len(found) > 1 and text[found[0].end - place.sentence.start :].startswith(("'s ", "’s ")):
        found = found[1:]  # of "the bucket's access log" the log is meant
    if not found:
        return _phrase(place, need)
    keys = [found[0].key]
    end = found[0].end
    for mention in found[1:]:
        between = place.reading.outline.document.text[end : mention.start]
        if not _AND.fullmatch(between):
            break
        keys.append(mention.key)
        end = mention.end
    return tuple(dict.fromkeys(keys))


def _pointed(place: Place, need: Need) -> str | None:
    """What "without it" and "without that team" mean, where the main clause names who needs it: what was spoken of last."""
    said = _POINTED.match(place.sentence.text, need.object, need.limit)
    needy = said and (
        place.mentioned(need.dependent, _NEEDY) or only_called(place, place.sentence.text[slice(*need.dependent)])
    )
    if said is None or not needy:
        return None
    kinds = AGENT_KINDS if said["team"] else frozenset({ElementKind.DEPENDENCY})
    here = place.mentioned((0, need.object), kinds)
    named = tuple(m.key for m in place.mentioned(need.dependent, _NEEDY))
    return here[-1].key if here else place.antecedent(kinds, but=named)


def _is_far(place: Place, need: Need, mention: Mention) -> bool:
    """Does a clause, a verb or another phrase stand between the verb and the name? The first name must be at hand."""
    gap = _DETERMINER.sub("", place.sentence.text[need.object : mention.start - place.sentence.start])
    return bool(_NEW_CLAUSE.search(gap)) or len(gap) > _REACH


def _phrase(place: Place, need: Need) -> tuple[str, ...]:
    span = phrase_after(place.sentence.text[: need.limit], need.object)
    thing = place.reading.by_name.get(normal(place.sentence.text[span[0] : span[1]])) if span else None
    return (thing.key,) if thing and thing.kind in (_APPARATUS if need.soft else _NEEDED) else ()


def dependents(place: Place, need: Need, objects: tuple[str, ...]) -> Iterator[str]:
    """Who needs it: things named before the verb (or in the main clause), else what a pronoun or "the approval" means."""
    if need.forward and _IT_AND_IT.match(place.sentence.text[slice(*need.dependent)]):
        key = place.antecedent(_NEEDY, but=objects)
        yield from (key,) if key else ()
        return
    if need.soft:
        yield from _workers(place, need, objects)
        return
    text = place.sentence.text
    named = [m for m in place.mentioned(need.dependent, _NEEDY) if m.key not in objects and not _is_topic(place, m)]
    if need.forward:
        before = text[need.dependent[0] : need.dependent[1]]
        verb = text[need.dependent[1] : need.object]
        claim = None if _RESTS.search(verb) else _claim_of(place, before)
        yield from (claim,) if claim and not named else _subjects(place, named, before, objects=objects)
        if (also := _SO_DO.search(text, need.object)) is not None:
            yield from (m.key for m in place.mentioned(also.span("who"), _NEEDY))
    elif named:
        yield from (mention.key for mention in named)
    elif need.dependent[1] and (meant := only_called(place, text[slice(*need.dependent)])) is not None:
        yield meant
    elif (key := spoken_of(place, objects)) is not None:
        yield key


def _workers(place: Place, need: Need, objects: tuple[str, ...]) -> Iterator[str]:
    """Who works with it by soft words: the things named right at the verb, or meant there by a pronoun."""
    text = place.sentence.text
    before = text[slice(*need.dependent)]
    named = [m for m in place.mentioned(need.dependent, _APPARATUS) if m.key not in objects and not _is_topic(place, m)]
    led = [key for key in place.reading.gathered.leads.get(place.sentence.unit, ()) if key not in objects]
    agents = place.mentioned(need.dependent, AGENT_KINDS)
    if need.forward and not named and not agents and len(led) == 1 and not _PERSONAL.search(before):
        yield led[0]
    elif need.forward:
        tail = text[named[-1].end - place.sentence.start : need.dependent[1]] if named else ""
        if _AT_VERB.fullmatch(tail) or not named:
            yield from _subjects(place, named, before, objects=objects, turns=_TURNS)
    elif named:
        yield from dict.fromkeys(mention.key for mention in named)
    elif _PRONOUN_FIRST.match(before) and (key := place.antecedent(_APPARATUS, but=objects, turns=_TURNS)) is not None:
        yield key


def _is_topic(place: Place, mention: Mention) -> bool:
    """Is a name only what something else is about, or where it is: "the report on the dose check", "any job on the node"?"""
    before = place.sentence.text[: mention.start - place.sentence.start]
    return _ABOUT.search(before) is not None or _WHERE.search(before) is not None


def _subjects(
    place: Place, named: list[Mention], before: str, *, objects: tuple[str, ...], turns: int = 4
) -> Iterator[str]:
    if named and (len(named) < 2 or not _BOTH.search(before)):
        last = named[-1]
        tail = place.sentence.text[last.end - place.sentence.start : len(before)]
        if len(tail) > 60 and not PLAIN_SUBJECT.search(before):
            return
        yield last.key
        for other in reversed(named[:-1]):
            between = place.reading.outline.document.text[other.end : last.start]
            opening = before[: other.start - place.sentence.start]
            if not re.fullmatch(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", between) or _LEFT_ASIDE.search(opening):
                return
            yield other.key
            last = other
    elif _BOTH.search(before):
        yield from tuple(dict.fromkeys(m.key for m in reversed(named)))[:2] or _last_two(place)
    elif names_no_other(place, before) and (key := place.antecedent(_NEEDY, but=objects, turns=turns)):
        yield key


def _claim_of(place: Place, before: str) -> str | None:
    """The claim or argument that needs it: called by number right before the verb, as "this claim", or by the "it" behind it."""
    called = [r for r in references_in(before) if not before[r.end :].strip(" ,")]
    key = numbered_key(called[-1].kind, called[-1].number) if called else None
    if key is not None:
        return key if place.reading.holds(key) else None
    own = _OWN_SUBJECT.search(before) is not None or place.is_of_subject(before, _NEEDY)
    return place.subject if own and place.subject and place.reading.holds(place.subject) else None


def _last_two(place: Place) -> tuple[str, ...]:
    """The two controls named last, in the same unit or the one before: what stands further off is not meant by "both"."""
    units = place.reading.outline.units
    talk = units[place.sentence.unit].kind is BlockKind.TURN
    since = units[max(place.sentence.unit - (_BOTH_BACK if talk else 1), 0)].start
    earlier = place.reading.mentions.before(place.sentence.start)
    kinds = [m for m in earlier if m.kind is ElementKind.CONTROL and m.start >= since]
    return tuple(dict.fromkeys(m.key for m in kinds))[:2]
