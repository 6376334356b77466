"""Teams, firms and persons by the places that only they have: "owned by X", "X owns the", "Responsible: X", "paged X by mail".

A name made of words for work is a team there, one with a strange word for a firm an organization, and a full name a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.concordance import Concordance
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import is_given_name, looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.unit_words import is_surely_firm, is_unit, kind_of_group

GROUP_NAME = r"[A-Z][\w’-]*(?:'(?!s\b)\w+)?(?:[^\S\n]+(?:(?:of|for|and|de|du|&)[^\S\n]+(?:the[^\S\n]+)?)?[A-Z][\w’-]*(?:'(?!s\b)\w+)?){0,5}"
"""A capitalised name on one line, of up to six words; as a pattern without groups."""
_DONE_BY = (
    r"owned|operated|run|maintained|staffed|managed|conducted|performed|carried\s+out|administered|hosted|provided|supplied|leased|"
    r"delivered|reviewed|audited|assessed|evaluated|inspected|tested|compiled|written|prepared|drafted|led|raised|declared|"
    r"reported|commissioned|requested|done|held|organi[sz]ed|set\s+up|renewed|calibrated|replenished|looked\s+after|kept|patched|"
    r"trained|monitored|triaged|handled|overseen|designed|built|chaired|conceived|repeated|made|read|answered|accepted|refused"
)
_TOLD = (
    r"paged?s?|alert(?:s|ed)?|e?-?mail(?:s|ed)|inform(?:s|ed)|notif(?:ies|ied)|tells|told|rings|rang|phone[sd]|contact(?:s|ed)|dialled|texts|texted|"
    r"radio(?:s|ed)|message[sd]|mail(?:s|ed)|telephone[sd]|warn(?:s|ed)|involve[sd]|asked"
)
_BEFORE = Cue(
    rf"(?:\b(?:{_DONE_BY})(?:\s+(?:and|or)\s+\w+)?\s+(?:\w+ly\s+|jointly\s+)?(?:by|with)|\b(?:belongs?|belonging|escalate[sd]?|escalating|reports?|reported|passed|"
    r"turn(?:s|ed)|goes|handed|hands|referred|sent|owed|taken|took|moved|transferred|assigned|the\s+case)(?:\s+(?:it|them|this|that|the\s+\w+|on|over|up|\w+ly)){0,2}\s+to|\b(?:lies|rests|sits|stays|remains)\s+with|\bfalls\s+(?:to|under)|"
    rf"\bin\s+the\s+(?:hands|care|charge|keeping)\s+of|\b(?:ticket|page|mail|e-mail|message|alert|call)s?\s+(?:to|for|with)|\b(?:{_TOLD})|\b(?:comes|bought|hired|leased|rented|borrowed)\s+from|\b(?:member|secretary|head|lead|"
    rf"chair|director|part|employees?|staff|analysts?|engineers?|researchers?|inspectors)\s+(?:of|at|in|from))\s+(?:the\s+|our\s+)?(?P<name>{GROUP_NAME})(?P<team>\s+(?:team|group)\b)?"
)
_DOES = Cue(
    rf"(?:^|[.;:!?]\s+|,\s+(?:and|but|so|which)\s+|\b(?:and|but|which|that|because|since)\s+|[|\t]\s*)[“\"(*_]*(?:[Tt]he\s+)?(?P<name>{GROUP_NAME})(?P<team>\s+(?:team|group))?,?\s+"
    r"(?:also\s+|now\s+|then\s+|both\s+|jointly\s+|still\s+|has\s+|have\s+|who\s+|which\s+|the\s+team\s+that\s+)*(?:owns?|operates?|runs?\s+(?:it|them|this|the)\b|looks?\s+after|maintains?|is\s+responsible\s+for|(?:is|are)\s+(?:the\s+owner|in\s+charge|accountable)|"
    r"(?:was|were|is|are)\s+(?:paged|told|alerted|notified|informed|mailed|called)|accepted\s+(?:ownership|the)|conducted|carried\s+out|performed|evaluated|assessed|reviewed|tested|ran\b|acknowledged|hears?\b|receives?\b|takes\s+(?:it|this|that)\s+on|recommends?\b|informed\b|shall\s+own)"
)
_LABELLED = Cue(
    r"\b(?P<label>(?:[Aa]ction\s+)?[Oo]wners?|OWNER|[Oo]perators?|[Rr]esponsible|[Aa]ccountable|[Oo]wned\s+by|[Oo]perated\s+by|[Rr]un\s+by|[Rr]aised\s+by|[Pp]erformed\s+by|[Pp]repared\s+by|[Cc]onducted\s+by|[Rr]eviewing\s+body|"
    rf"[Rr]eport\s+by|[Rr]eported\s+by|[Dd]eclared\s+by|[Dd]iscovered\s+by|[Cc]onfirmed\s+by|[Ii]ssued\s+by)\s*[:|\t*_]{{1,4}}\s*[*_]{{0,2}}(?:[Tt]he\s+)?(?P<name>{GROUP_NAME})(?P<team>\s+(?:team|group)\b)?"
)
_PERSON_LABELLED = Cue(
    r"\b(?:[Cc]ommander|[Ss]cribe|[Aa]uthors?|[Rr]eviewers?|[Aa]uditors?|[Gg]uest|[Ss]peaker|[Ii]nterviewee|[Oo]wner|[Dd]eclared\s+by|[Ww]ritten\s+up\s+by|[Ww]ritten\s+by|[Ii]nvestigator\s+in\s+charge\s+was|[Pp]repared\s+by|[Rr]eported\s+by)\s*"
    rf"[:*_|\t]{{0,4}}\s+(?:(?:Dr|Prof|Mr|Mrs|Ms|Capt|Captain|Professor)\.?\s+)?(?P<name>{GROUP_NAME})"
)
_OUTSIDE = Cue(
    r"\W*(?:operated|run|conducted|performed|provided|supplied|leased|delivered|reviewed|audited|assessed|evaluated|inspected|tested|commissioned|"
    r"hosted|prepared|issued|compiled|written|raised|calibrated|replenished|bought|hired|rented|borrowed|comes|reviewing|engineers?|inspectors|analysts?)\b",
    re.IGNORECASE,
)
_BEHIND = Cue(r"\s+(?:of|for)\s+(?:the\s+)?")
_POST = Cue(r"(?:Vice|Deputy|Chief|Head|Director|President|Chair|Member|Secretary|Senior)\b")
_OF_PERSON = Cue(r"\s*(?:[.,;:)(]|$|\b(?:and|by|at|on|in|who|because|is|was|has|from|of|for|to|when|that)\b)")


def framed_agents(outline: Outline) -> Iterator[Thing]:
    """Teams, firms and whoever has a given name, by such places, in reading order."""
    return (each for each in _framed(outline) if each.kind is not ElementKind.PERSON or is_given_name(each.name))


def framed_persons(outline: Outline) -> Iterator[Thing]:
    """The others whom such places call by a full name, where nothing else tells what they are."""
    return (each for each in _framed(outline) if each.kind is ElementKind.PERSON and not is_given_name(each.name))


def _framed(outline: Outline) -> Iterator[Thing]:
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind is BlockKind.CODE:
            continue
        for pattern in (_BEFORE, _DOES, _LABELLED, _PERSON_LABELLED):
            for match in pattern.finditer(sentence.text):
                for name in _parts(match["name"]):
                    thing = _thing(match, name, sentence, written=outline.concordance)
                    if thing is not None:
                        yield thing


def _parts(name: str) -> tuple[str, ...]:
    """The names that "and" joins, where each is one of two words or more."""
    parts = tuple(_first_of(part) for part in name.split(" and "))
    return parts if all(" " in part for part in parts) else (_first_of(name),)


def _thing(match: re.Match[str], name: str, sentence: Sentence, *, written: Concordance) -> Thing | None:
    words = name.split()
    if words[0].casefold() in FUNCTION_WORDS or head(name) in ROLE_HEADS or _POST.match(name):
        return None
    if " " in name and looks_like_person(name) and not is_unit(name):
        told = _OF_PERSON.match(match.string, match.string.index(name, match.start("name")) + len(name))
        known = is_given_name(name) or not any(word.casefold() in written.places for word in words)
        return _made(ElementKind.PERSON, name, sentence) if told and known else None
    team = bool(match.groupdict().get("team"))
    kind = ElementKind.TEAM if team else kind_of_group(name) if " " in name else None
    if kind is ElementKind.ORGANIZATION and not (_OUTSIDE.match(match[0]) or is_surely_firm(name)):
        kind = ElementKind.TEAM
    return _made(kind, name, sentence) if kind else None


def _first_of(name: str) -> str:
    """A person's name without the group behind it: "Ada Lund for the Ostby Institute"."""
    first = _BEHIND.split(name, maxsplit=1)[0]
    return first if " " in first and looks_like_person(first) and kind_of_group(first) is None else name


def _made(kind: ElementKind, name: str, sentence: Sentence) -> Thing:
    return Thing(thing_key(kind, name), kind, name, sentence)
