"""Who owns, operates and reviews things: "owned by", "looks after it", "is ours", and answers to "who owns it?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.care_words import AGENT_FIRST, AS_ANSWER, MADE, THING_FIRST, deeds_of
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import denies_object, is_denied
from ingest.extractors.rules.first_person import agents_in, own_mentions
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.spoken_of import they_of

_OWNABLE = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})
_OPERABLE = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_PASSIVE = Cue(
    r"\b(?P<verbs>(?:owned|operated|run|maintained|staffed|managed|reviewed|audited|assessed|evaluated|inspected|certified|"
    r"tested|repeated|replicated|reproduced|re-?run|looked\s+after)(?:\s+and\s+(?:operated|run|maintained|owned|staffed))?)\s+(?:\w+\s+|(?:over|for|in|during|since|within)\s+(?:[\w-]+\s+){1,4}?)?by\s+(?=\S)",
    re.IGNORECASE,
)
_ACTIVE = Cue(
    r"\b(?P<verb>owns?(?:\s+and\s+(?:services?|operates?|runs?|maintains?))?|operates?|runs?|maintains?|looks?\s+after|keeps?|staffs?)\s+(?=(?:it|them|this)\b|[A-Z]|(?:the|our|that|those|these|its|their|both|all)\s)",
    re.IGNORECASE,
)
_FIRST_PERSON = Cue(
    r"\b(?P<who>I|we)\s+(?:also\s+)?(?P<verb>own|operate|run|maintain|look\s+after|keep)\s+(?=\S)", re.IGNORECASE
)
_MINE = Cue(
    r"(?:\b(?:is|are)|[’']s)\s+(?:all\s+)?(?P<who>mine|ours)\b(?!\s+to\b)|^\W*(?P<bare>ours|mine)\b", re.IGNORECASE
)
_POSSESSED = Cue(r"\b(?:is|are)\s+(?:the\s+)?(?P<agent>[A-Z][^.;,]{2,50}?)[’']s?(?=\s*[.;,]|$)")
_POSSESSED_PLAIN = Cue(r"(?:\bis|\bare|\b[Ii]t[’']s)\s+the\s+(?P<agent>[a-z][\w -]{2,40}?)[’']s(?=\s*[.;,])")
_QUESTION = Cue(
    r"\bwho\s+(?P<verb>owns|fixes|repairs|mends|calibrates|updates|patches|keeps|looks\s+after|maintains|runs|operates|has|answers\s+for|takes\s+care\s+of|(?:is|are)\s+responsible\s+for|(?:is|are)\s+in\s+charge\s+of)\b[^?]*\?",
    re.IGNORECASE,
)
_NOBODY = Cue(
    r"\b(?:nobody|no\s+one|no\s+team|not|\w+n[’']t|never|no\s+longer|used\s+to|would)\b[^.;]{0,40}$", re.IGNORECASE
)
_BESIDE = Cue(
    r"(?:\s+(?:built|made|wrote|designed|set\s+up|owns?|runs?|operates?|maintains?)\s+(?:it|them)(?:,(?:\s+and)?|\s+and)(?=\s)){0,3}(?:[’']s?\s+(?:own\s+)?(?:team|people|staff|lot|group)\s+)?\s*(?:,\s*)?(?:(?:an?|the)\s+[\w\s-]{0,30},?\s*)?(?:which|who|that)?\s*"
    r"(?:also\s+|now\s+|still\s+|jointly\s+|together\s+|both\s+)?"
)
_TITLE = r"(?P<title>owner|custodian|operator|keeper)s?"
_ANY_TITLE = Cue(_TITLE, re.IGNORECASE)
_OWNER_OF = Cue(
    rf"\b{_TITLE}\s+of\s+(?P<thing>[^.;,]{{3,60}}?)\s+(?:is|are|remains?)\s+(?:the\s+)?(?=[\w])", re.IGNORECASE
)
_THINGS_OWNER = Cue(
    rf"(?P<thing>[^.;,]{{3,60}})[’']s\s+{_TITLE}\s+(?:is|are|remains?)\s+(?:the\s+)?(?=[\w])", re.IGNORECASE
)
_RATHER = Cue(r"^\W*(?:well|or|I\s+mean|rather|no),?\s+(?:(?:the|my|our)\s+(?:team|group)[’']s|ours)\b", re.IGNORECASE)
_BY_PEOPLE = Cue(r"\b(?:somebody|someone|anyone|nobody|people|who|he|she|we|you|I)\s+(?:\w+\s+)?$")
_WANTED = Cue(r"(?<!must\s)(?<!to\s)(?<!may\s)(?<!can\s)\bbe\s+(?:\w+ly\s+)?$")  # "that it be reviewed by" is asked
_IT = Cue(r"\b(?:it|this|that|them|those|these)\b", re.IGNORECASE)
_THE_NOUN = Cue(r"(?:the|this|that)\s+(?P<noun>[a-z][\w-]+)(?=\s*[.;,]|\s+and\b)")
_BOTH_STUDIES = Cue(
    r"both\s+(?:pieces\s+of\s+work|studies|exercises|experiments|audits|tests|trials|evaluations)\b", re.IGNORECASE
)
_NO_SUBJECT = Cue(
    r"(?:^\W*|[.;,:(]\s*|[*_]\s*|\b(?:and|but|so|which|that|while|because|since)\s+)"
    r"(?:(?:it|they|these|this|that|which|both|all)\b(?:\s+of\s+(?:it|them))?|(?:the|this|that|these|its|their)\s+[\w’'-]+)?\s*"
    r"(?:[’']s|(?:is|are|was|were|has\s+been|have\s+been|gets?))?\s*(?:(?:\w+ly|also|now|still|then|only|both|all|currently)\s+)*$",
    re.IGNORECASE,
)
_NEAR = 32
_FAR = 8
_TWO = 2
_STUDIES = frozenset({ElementKind.EVIDENCE})
_OPENING = Cue(
    r"\W*(?:(?:well|so|in\s+(?:practice|theory)|really|honestly|mostly|that[’']s|it[’']s|that\s+would\s+be|it\s+is|yes|by|still|officially|on\s+paper)[,.]?\s+){0,3}",
    re.IGNORECASE,
)
_ALSO = Cue(r"\b(?:by\s+them|and\s+operated\s+by\s+them)\b", re.IGNORECASE)
_RELATIVE = Cue(
    r"^\s+(?:also\s+|still\s+|now\s+)?(?P<verb>owns?|operates?|runs?|maintains?|looks?\s+after|keeps?)\s*(?=[.,;]|and\b|$)",
    re.IGNORECASE,
)


def read_ownership(reading: Reading) -> Iterator[ProposedRelation]:
    """OWNED_BY, OPERATED_BY and EVALUATED_BY between things and the people, teams and organizations named."""
    asked: tuple[str, str] | None = None
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        yield from _passive(place)
        yield from _active(place)
        yield from _titled(place)
        yield from _by_speaker(place)
        yield from _possessed(place)
        yield from _relative(place)
        if (
            asked
            and (agents := place.mentioned((0, len(sentence.text)), AGENT_KINDS) or _speakers_own(place))
            and not (_NOBODY.search(sentence.text) or MADE.search(sentence.text))
            and {m.key for m in place.mentioned((0, len(sentence.text)), _OWNABLE)} <= {asked[1]}
            and not is_denied(sentence.text[: agents[0].start - sentence.start])
        ):
            yield from _joined(place, asked[0], (asked[1],), agent=agents[0].key)
            asked = None
        question = _QUESTION.search(sentence.text)
        if question:
            about = _things_in(place, question.span()) or (_meant(place) if _IT.search(question[0]) else ())
            asked = (question["verb"], about[0]) if about else None
        elif sentence.text.endswith("?") or (asked and not sentence.text.endswith("?") and place.mentions):
            asked = None


def _speakers_own(place: Place) -> tuple[Mention, ...]:
    """The speaker or the speaker's team, where an answer opens with them: "We do.", "In practice it's me."."""
    own = own_mentions(place)[:1]
    return own if own and _OPENING.fullmatch(place.sentence.text[: own[0].start - place.sentence.start]) else ()


def _denied(before: str) -> bool:
    return AS_ANSWER.search(before) is not None or _NOBODY.search(before) is not None or is_denied(before)


def _passive(place: Place) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    for match in (*_PASSIVE.finditer(text), *THING_FIRST.finditer(text)):
        agents = agents_in(place, (match.end(), match.end() + _NEAR))
        if (
            _denied(text[: match.start()])
            or denies_object(text[match.end() :])
            or _BY_PEOPLE.search(text[: match.start()])
            or _WANTED.search(text[: match.start()])
        ):
            continue
        meant = _meant(place) if _NO_SUBJECT.search(text[: match.start()]) else ()
        things = _things_in(place, (0, match.start()), last=True) or meant
        if agents:
            yield from _joined(place, match["verbs"], things, agent=agents[0].key)
        elif _ALSO.search(text[match.start() : match.end() + 12]):
            before = place.mentioned((0, match.start()), AGENT_KINDS)
            yield from _joined(place, match["verbs"], things, agent=before[-1].key) if before else ()


def _active(place: Place) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    for match in (*_ACTIVE.finditer(text), *AGENT_FIRST.finditer(text)):
        agents = agents_in(place, (max(0, match.start() - _NEAR * 2), match.start()))
        they = they_of(place, match.start()) if not agents and _IT.match(text, match.end()) else None
        if they and not _denied(text[: match.start()]):
            yield from _joined(place, match["verb"], _meant(place), agent=they)
        if not agents or _denied(text[: match.start()]):
            continue
        between = text[agents[-1].end - place.sentence.start : match.start()]
        if not _BESIDE.fullmatch(between):
            continue
        pronoun = re.match(r"(?:it|them|this)\b", text[match.end() :])
        led = place.reading.gathered.leads.get(place.sentence.unit, ())
        described = led if text[match.end() :].startswith(("the ", "our ")) else ()
        things = (
            _meant(place, before=match.start())
            if pronoun
            else _things_in(place, (match.end(), match.end() + _NEAR)) or described or _by_noun(place, match.end())
        )
        for agent in _jointly(place, agents):
            yield from _joined(place, match["verb"], things, agent=agent)


def _by_noun(place: Place, at: int) -> tuple[str, ...]:
    """What "the monitor" means where one control alone is called by that noun, and what "both studies" means."""
    text, reading = place.sentence.text, place.reading
    if _BOTH_STUDIES.match(text, at):
        before = [
            s
            for s in reading.outline.sentences
            if 0 <= place.sentence.unit - s.unit <= 2 and s.start < place.sentence.start
        ]
        named = [m.key for s in before for m in Place(reading, s).mentioned((0, len(s.text)), _STUDIES)]
        studies = tuple(dict.fromkeys(named))
        return studies if len(studies) == _TWO else ()
    noun = _THE_NOUN.match(text, at)
    called = [
        thing.key
        for thing in reading.gathered.things
        if noun and thing.kind is ElementKind.CONTROL and head(thing.name) == noun["noun"].casefold()
    ]
    return tuple(called) if len(called) == 1 else ()


def _jointly(place: Place, agents: tuple[Mention, ...]) -> Iterator[str]:
    """The agent right before the verb, and those that "and" joins to it."""
    text = place.reading.outline.document.text
    yield agents[-1].key
    for one, other in zip(agents[-2::-1], agents[:0:-1], strict=True):
        if not re.fullmatch(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", text[one.end : other.start]):
            return
        yield one.key


def _titled(place: Place) -> Iterator[ProposedRelation]:
    """What nouns say: "the owner of X is Y", "X's operator is Y"."""
    text = place.sentence.text
    for pattern in (_OWNER_OF, _THINGS_OWNER) if _ANY_TITLE.search(text) else ():
        for match in pattern.finditer(text):
            agents = place.mentioned((match.end(), match.end() + 4), AGENT_KINDS)
            things = _things_in(place, match.span("thing"), last=True)
            if agents and things and not _denied(text[: match.start()]):
                verb = "operates" if match["title"].casefold().startswith("oper") else "owns"
                yield from _joined(place, verb, things[-1:], agent=agents[0].key)


def _by_speaker(place: Place) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    speaker = place.reading.speaker(place.sentence.unit)
    if speaker is None:
        return
    team = place.reading.team_of.get(speaker.key)
    for match in _MINE.finditer(text):
        word = (match["who"] or match["bare"]).casefold()
        agent = speaker.key if word == "mine" and not _team_rather(place) else team
        things = _things_in(place, (0, match.start()), last=True) or _meant(place)
        if agent and not _denied(text[: match.start()]):
            yield from _joined(place, "owned", things, agent=agent)
    for match in _FIRST_PERSON.finditer(text):
        agent = speaker.key if match["who"] == "I" else team
        pronoun = re.match(r"(?:it|them|this)\b", text[match.end() :])
        things = _meant(place) if pronoun else _things_in(place, (match.end(), match.end() + _NEAR))
        if agent and not _denied(text[: match.start()]):
            yield from _joined(place, match["verb"], things, agent=agent)


def _team_rather(place: Place) -> bool:
    """Does the speaker go on "well, the team's" or "well, ours"?"""
    unit = place.reading.outline.units[place.sentence.unit]
    following = next((s.text for s in unit.sentences if s.start > place.sentence.start), "")
    return _RATHER.match(following) is not None


def _relative(place: Place) -> Iterator[ProposedRelation]:
    """What the clause "X, which the Platform Group owns" says of X."""
    text, start = place.sentence.text, place.sentence.start
    for agent in place.mentioned((0, len(text)), AGENT_KINDS):
        verb = _RELATIVE.match(text[agent.end - start :])
        which = re.search(r",?\s+(?:which|that)\s+(?:the\s+)?$", text[: agent.start - start])
        if verb and which:
            yield from _joined(
                place, verb["verb"], _things_in(place, (0, which.start()), last=True)[-1:], agent=agent.key
            )


def _possessed(place: Place) -> Iterator[ProposedRelation]:
    match = _POSSESSED.search(place.sentence.text)
    agents = place.mentioned(match.span("agent"), AGENT_KINDS) if match else ()
    if match and agents and not _denied(place.sentence.text[: match.start()]):
        yield from _joined(place, "owned", _things_in(place, (0, match.start())), agent=agents[-1].key)
    for said in _POSSESSED_PLAIN.finditer(place.sentence.text):
        if (owners := place.mentioned(said.span("agent"), AGENT_KINDS)) and not _denied(
            place.sentence.text[: said.start()]
        ):
            things = _things_in(place, (said.end(), len(place.sentence.text))) or _meant(place)
            yield from _joined(place, "owned", things[:1], agent=owners[-1].key)


def _joined(place: Place, verbs: str, things: tuple[str, ...], *, agent: str) -> Iterator[ProposedRelation]:
    for key in things:
        kind = place.reading.things[key].kind
        for type_ in deeds_of(verbs):
            if type_ is not RelationType.OPERATED_BY or kind in _OPERABLE:
                yield place.relation(type_, (key, agent))


def _things_in(place: Place, span: tuple[int, int], *, last: bool = False) -> tuple[str, ...]:
    """Things between two offsets; with `last` the ones joined right up to the end: "A, B and C are owned by"."""
    found = place.mentioned(span, _OWNABLE)
    if not last or not found:
        return tuple(dict.fromkeys(m.key for m in found))
    kept = [found[-1]]
    document = place.reading.outline.document.text
    for mention in reversed(found[:-1]):
        if not re.fullmatch(r"[\s*]*(?:,|and|,\s*and)[\s*]*(?:the\s+)?", document[mention.end : kept[0].start]):
            break
        kept.insert(0, mention)
    return tuple(dict.fromkeys(m.key for m in kept))


def _meant(place: Place, *, before: int | None = None) -> tuple[str, ...]:
    """What "it" and "them" mean: things named before in the sentence, what the unit describes, else the nearest."""
    named = _things_in(place, (0, before)) if before else ()
    if named:
        return named[:1]
    led = place.reading.gathered.leads.get(place.sentence.unit, ())
    if led:
        return led
    key = place.antecedent(_OWNABLE) or place.antecedent(_OPERABLE, turns=_FAR)
    return (key,) if key else ()
