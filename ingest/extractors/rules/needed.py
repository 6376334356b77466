"""Things that become known by sentences that say what needs them: "an up-to-date approver roster", "the file mode"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.alternatives import Choice
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import CONTROL_HEADS, DEPENDENCY_HEADS, GENERIC_NAMES, SETTING_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.needs import Need, choice_of, needs_in
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after, phrase_before

_JOINT = Cue(r"\s*(?:,\s*(?:and|or)|and|or)\s+(?:on\s+|from\s+)?(?=(?:the|an?|its|their)\s)", re.IGNORECASE)
_BARE_SETTING = Cue(
    r"\b(?:file|bucket|directory|folder|share|access|database|table|door|key|network|firewall|valve|cabinet|drug|vault)[\s-]+"
    r"(?:modes?|permissions?|ACLs?)\b(?:\s+issues?\b)?",
    re.IGNORECASE,
)
_CLEFT = Cue(r"\bwhat\s+it\s+(?:does\s+)?needs?\s+is\s+$", re.IGNORECASE)
_CLAUSE_SUBJECT = Cue(r"(?:^|,\s+|\b)(?:then\s+|so\s+)?(?:the|our|these)\s+(?=[a-z])", re.IGNORECASE)
_STOPPED_NEXT = Cue(
    r"\s+(?:(?:just|simply|then|also)\s+)?(?:is|are|was|were|goes|go|stops?|fails?|has|have|does|do|can|cannot|can[’']t|dies)\b"
)
_OWNER = Cue(r"(?:\b(?:the|an?|our)\s+|(?=[A-Z]))(?P<whose>[A-Za-z][\w-]+[’']s)\s+$")
_LOOK_BACK = 4000
_ENDS = Cue(r"\s*(?:[.,;:)]|$)|\s+(?:and|which|that)\b")
_LOOKS_LIKE_VERB = Cue(r"(?:s|ed|ing|en|ly)$")
_IT = Cue(r"\W*(?:it|they)\s+(?:\w+ly\s+|also\s+)?", re.IGNORECASE)
_OPENING = Cue(r"(?:The|Our|These|This)\s+(?=[a-z])")
_VERB = Cue(r"\s+(?:[a-z]+s|do|can|cannot|are|were|have|had|ran|run|will|would|must)\b")


def needed_things(outline: Outline) -> tuple[Thing, ...]:
    """Dependencies that sentences call by an ordinary noun phrase: "an up-to-date approver roster", "the file mode".

    Also what is said to need them, where that is called by a noun phrase with a telling head: "the tripwires".
    """
    found: dict[str, Thing] = {}
    text = outline.document.text
    for sentence in outline.sentences:
        for need in (each for each in needs_in(sentence) if not each.soft):
            _keep_subject(found, sentence, need, talk=outline.units[sentence.unit].kind is BlockKind.TURN)
            _keep_antecedent(found, outline, need)
            if (choice := choice_of(outline, need)) is not None:
                _keep_alternatives(found, (outline, sentence), choice)
                continue
            for first, last in _joined_phrases(sentence.text, need.object):
                phrase = _cut(sentence.text[first:last], ends=_ENDS.match(sentence.text, last) is not None)
                pointed = in_full(phrase, text, sentence.start + first)
                if _is_known_acronym(outline, phrase) or (
                    _plain_name(phrase)
                    and (_names_a_dependency(pointed) or _plain_alone(outline, sentence, (first, last)))
                ):
                    owner = _OWNER.search(sentence.text, 0, first)
                    _keep(found, pointed, sentence, alias=f"{owner['whose']} {phrase}" if owner else phrase)
        for match in _BARE_SETTING.finditer(sentence.text):
            span = phrase_after(sentence.text, match.start())
            phrase = sentence.text[span[0] : span[1]] if span else match[0]
            _keep(found, in_full(phrase, text, sentence.start + match.start()), sentence, alias=phrase)
    return _without_parts(tuple(found.values()))


def _keep_alternatives(found: dict[str, Thing], where: tuple[Outline, Sentence], choice: Choice) -> None:
    """Each alternative by its noun phrase: what several are offered for is needed, whatever its last word."""
    outline, sentence = where
    for first, last in choice.spans if choice.whole else ():
        phrase = sentence.text[first:last]
        if phrase.split()[-1].islower() and phrase.casefold() not in GENERIC_NAMES:
            pointed = in_full(phrase, outline.document.text, sentence.start + first)
            _keep(found, pointed, sentence, alias=phrase)


def _keep_subject(found: dict[str, Thing], sentence: Sentence, need: Need, *, talk: bool) -> None:
    """The noun phrase right before the verb, with its article: "the tripwires hang off …"."""
    span = (
        phrase_before(sentence.text, need.dependent[1] - _spaces(sentence.text, need.dependent[1]))
        if need.forward
        else _subject_behind(sentence.text, need)
    )
    phrase = sentence.text[span[0] : span[1]] if span else ""
    article = span is not None and re.search(r"\b(?:the|our|these)\s+$", sentence.text[: span[0]], re.IGNORECASE)
    if phrase and article and not phrase[0].isupper():
        _keep_telling(found, phrase, sentence, talk=talk)


def _keep_telling(found: dict[str, Thing], phrase: str, sentence: Sentence, *, talk: bool) -> None:
    last = head(phrase)
    kind = ElementKind.CONTROL if last in CONTROL_HEADS - DEPENDENCY_HEADS else ElementKind.DEPENDENCY
    telling = last in CONTROL_HEADS | DEPENDENCY_HEADS and (" " in phrase or (talk and phrase.endswith("s")))
    if telling:
        key = thing_key(kind, phrase)
        found.setdefault(key, Thing(key, kind, named(phrase), sentence, () if " " in phrase else (phrase,)))


def _keep_antecedent(found: dict[str, Thing], outline: Outline, need: Need) -> None:
    """The noun phrase that opens the sentence before, where "it" needs something: "The main supply hums. It relies on …"."""
    if not (need.forward and _IT.fullmatch(need.sentence.text[: need.dependent[1]])):
        return
    before = [each for each in outline.units[need.sentence.unit].sentences if each.start < need.sentence.start]
    text = before[-1].text if before else ""
    opening = _OPENING.match(text)
    span = phrase_after(text, opening.end()) if opening else None
    if opening and span and _VERB.match(text, span[1]):
        _keep_telling(found, text[opening.end() : span[1]], before[-1], talk=False)


def _subject_behind(text: str, need: Need) -> tuple[int, int] | None:
    """The noun phrase that opens the main clause: "if the cable is cut, the hilltop radio is off"."""
    opening = _CLAUSE_SUBJECT.search(text, need.dependent[0], need.dependent[1])
    span = phrase_after(text, opening.end()) if opening else None
    return span if span and _STOPPED_NEXT.match(text, span[1]) else None


def _spaces(text: str, end: int) -> int:
    return end - len(text[:end].rstrip())


def in_full(phrase: str, text: str, at: int) -> str:
    """What "that bucket" points to: "mode on that bucket" -> "mode on the weights bucket", from the words of `text` before `at`."""
    opening, _, pointed = phrase.rpartition(" that ")
    noun = pointed.split()[-1] if opening else phrase
    alone = (
        not opening
        and " " not in phrase
        and re.search(r"\b(?:that|this)\s+$", text[max(0, at - 6) : at], re.IGNORECASE)
    )
    if not (opening or alone) or not noun.isalpha():
        return phrase
    before = text[max(0, at - _LOOK_BACK) : at]
    full = [m["full"] for m in re.finditer(rf"\b(?:the|an?|our)\s+(?P<full>(?:[a-z-]+\s+){{1,2}}?{noun})\b", before)]
    if not full:
        return phrase
    return f"{opening} the {full[-1]}" if opening else full[-1]


def _joined_phrases(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The noun phrase at an offset, and those joined to it: "the radar feed or the camera feed"."""
    joint: re.Match[str] | None = None
    while (span := phrase_after(text, joint.end() if joint else start)) is not None:
        yield span
        joint = _JOINT.match(text, span[1])
        if joint is None:
            return


def _cut(phrase: str, *, ends: bool) -> str:
    """A phrase up to its last word that can head a dependency; settings stay whole with what they are set on."""
    words = phrase.split()
    if head(phrase) in SETTING_HEADS:
        return phrase
    while len(words) > 1 and singular(words[-1].casefold()) not in DEPENDENCY_HEADS:
        words.pop()
    cut = phrase.split()[len(words) :]
    return (
        " ".join(words)
        if len(words) > 1 and (not cut or (not (ends and len(cut) == 1) and _LOOKS_LIKE_VERB.search(cut[0])))
        else phrase
    )


def _keep(found: dict[str, Thing], phrase: str, sentence: Sentence, *, alias: str) -> None:
    key = thing_key(ElementKind.DEPENDENCY, phrase)
    aliases = (alias,) if (alias != phrase and " " in alias) or " " not in phrase else ()
    found.setdefault(key, Thing(key, ElementKind.DEPENDENCY, named(phrase), sentence, aliases))


def _plain_name(phrase: str) -> bool:
    """Does the last word begin small, or is it an acronym behind a small word: "mobile SIM"?"""
    last = phrase.rsplit(maxsplit=1)[-1]
    return last.islower() or (last.isupper() and phrase[0].islower() and " " in phrase)


def _plain_alone(outline: Outline, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Is it a single word with its article that a speaker uses more than once: "it rests on the launcher"?"""
    word = sentence.text[span[0] : span[1]]
    if " " not in word and _CLEFT.search(sentence.text[: span[0]]):
        return word.casefold() not in GENERIC_NAMES
    if outline.units[sentence.unit].kind is not BlockKind.TURN or " " in word or len(word) < 5:
        return False
    plain = word.casefold() not in GENERIC_NAMES and head(word) not in CONTROL_HEADS
    article = sentence.text[: span[0]].endswith("the ")
    return plain and article and outline.concordance.is_usual(word)


def _is_known_acronym(outline: Outline, phrase: str) -> bool:
    """Is it an acronym that the document calls with its article too: "No HSM, no key" beside "the HSM"?"""
    acronym = re.fullmatch(r"[A-Z]{3,6}", phrase)
    return acronym is not None and outline.concordance.find(phrase, behind=r"\b[Tt]he ") is not None


def _names_a_dependency(phrase: str) -> bool:
    last = head(phrase)
    several = len(phrase.split()) > 1
    return several and last in DEPENDENCY_HEADS | SETTING_HEADS and phrase.casefold() not in GENERIC_NAMES


def _without_parts(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Drops parts of longer names: "file mode" and "file mode on that bucket" are the "file mode on the weights bucket" that is named in full."""
    kept: list[Thing] = []
    opened: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for thing in sorted(things, key=lambda each: -len(each.name)):
        words = tuple(thing.name.casefold().split())
        whole = [place for place in opened[words[:2]] if _is_part(thing.name, kept[place].name)]
        if len(whole) == 1:
            old = kept[whole[0]]
            kept[whole[0]] = Thing(old.key, old.kind, old.name, old.sentence, (*old.aliases, thing.name))
        else:
            for count in {1, 2} if len(words) > 1 else ():
                opened[words[:count]].append(len(kept))
            kept.append(thing)
    return tuple(kept)


def _is_part(short: str, full: str) -> bool:
    few, many = short.casefold().split(), full.casefold().split()
    if len(few) >= len(many):
        return False
    if many[: len(few)] == few:
        return head(short) in SETTING_HEADS
    opening = head(short) == head(full) and few[:2] == many[:2]
    return opening and len(few) > 2 and few[-1] == many[-1]
