"""References from one claim, argument or pathway to another: "as argued in Claim 2", "see Claim 7", "rests on Claim 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.elements import Basis, ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.factors import Factor
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import Reference
from ingest.extractors.rules.operators import operator_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.weights import said_weight

_PREMISE = frozenset({ElementKind.CLAIM, ElementKind.ARGUMENT})
_BEARERS = _PREMISE | {ElementKind.PATHWAY}
_VERB = Cue(
    r"\b(?:(?P<needs>depends?\s+(?:\w+ly\s+)?(?:up)?on|relies\s+on|rely\s+on|presupposes?|assumes?|requires?|needs?|"
    r"(?:is|are)\s+conditional\s+on|stands?\s+(?:and|or)\s+falls?\s+(?:with|by)|(?:is|are)\s+(?:only\s+|just\s+|exactly\s+)?as\s+(?:good|strong|sound)\s+as|"
    r"(?:holds?|stands?)\s+only\s+(?:if|while|(?:as|so)\s+long\s+as)|takes?(?=\s+[^.;,]{2,40}\s+for\s+granted)|"
    r"(?:cannot|can[’']t|could\s+not|would\s+not|wouldn[’']t|does\s+not|do\s+not|will\s+not)\s+(?:\w+\s+){1,3}?(?:unless|without)|"
    r"(?:is|are|says?|means?|shows?|proves?)\s+(?:worth\s+)?(?:nothing|little|empty)\s+(?:unless|without))|"
    r"(?P<lines>(?:in\s+turn\s+)?(?:rests?|leans?|builds?|draws?|stands?)\s+(?:\w+ly\s+)?(?:up)?on|follows?\s+from|"
    r"(?:is|are)\s+(?:\w+ly\s+)?(?:supported|backed|underpinned|carried|justified|argued|established|closed|covered)\s+"
    r"(?:only\s+|mainly\s+)?(?:by|from|in|via)))\b",
    re.IGNORECASE,
)
_CONDITION = Cue(r"presuppos|assume|takes\b|(?:is|are)\s+conditional", re.IGNORECASE)
_WITHOUT = Cue(
    r"(?:^|[;:,]\s+)(?:and\s+|but\s+)?without\s+(?P<target>[^,;.]{2,60}),\s+(?P<source>[^,;:]{2,80}?)\s+(?P<lost>says?|means?|proves?|is|are|falls?|fails?|"
    r"collapses?|cannot|can[’']t|would|does|has|have|shows?)\b",
    re.IGNORECASE,
)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|no\s+longer|without|neither)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_IN_PASSING = Cue(
    r"(?:\bas\s+(?:\w+\s+){0,3}(?:argued|discussed|shown|described|stated|established|explained|noted|set\s+out|defended|justified)|"
    r"\bargued\s+(?:for\s+)?|\bsee(?:\s+also|\s+the\s+\w+)?|\b(?:arguments?|reasons?|case|evidence|points?|processes|considerations)\s+"
    r"(?:\w+\s+){0,4}|\bdescribe[ds]?|\bgiven|\bthanks\s+to|\bbecause\s+of|\bdue\s+to|\bper|\bby\s+virtue\s+of)"
    r"(?:\s*(?:in|from|for|of|under|by|at))?\s*\(?(?:section\s+[\d.]+,?\s*)?$|\(\s*(?:see\s+(?:also\s+)?|cf\.\s+|section\s+[\d.]+,?\s*)?$|"
    r"^\s*(?:in|by|from|under|per|given)\s+$|[.,;–—]\s+(?:in|by|from|given)\s+$",
    re.IGNORECASE,
)
_CONTRAST = Cue(
    r"\b(?:than|beyond|unlike|apart\s+from|except|similar\s+to\s+the\s+ones|similar\s+reasons\s+(?:as|to\s+those)\s+(?:described|discussed|set\s+out|given)|versions?\s+of|confidence\s+in|listed\s+in|"
    r"other\s+than|independent(?:ly)?\s+of|regardless\s+of|contrary\s+to|misalignment\s+discussed\s+in)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_RECALLED = Cue(
    r"^\W*(?:(?:however|but|and|again|also|further),?\s+)?as\s+(?:\w+\s+){0,3}(?:discussed|described|stated|explained|noted|mentioned|set\s+out)\s+"
    r"(?:in|under|by|for)\s+(?:section\s+[\d.]+,?\s*)?$",
    re.IGNORECASE,
)
_REASSURES = Cue(
    r"\b(?:unlikely|low|mitigat\w+|effective\w*|prevent\w*|detect\w*|caught|catch\w*|stop(?:s|ped)?|protect\w*|ruled\s+out|lacks?|hard|difficult|"
    r"cannot|can[’']t|could\s+not|safe|sound|reliable|holds?)\b",
    re.IGNORECASE,
)
_FOR_ITSELF = Cue(
    r"\bfor\s+(?:the\s+)?(?:justification|argument|reasons?)|\balso\s+appl(?:y|ies)|\brefer\s+to\s+the\b", re.IGNORECASE
)
_SAME_AS = Cue(
    r"\b(?:similar|same|identical|analogous|parallel)\b[^.;]{0,60}\b(?:to|as|for|of|with)\b[^.;]{0,40}$", re.IGNORECASE
)


def read_references(reading: Reading, factors: Mapping[int, Factor]) -> Iterator[ProposedRelation]:
    """Lines and requirements between numbered things, from sentences that name them.

    `factors`: unit -> the factor under a pathway that the unit argues for; what it names holds up the factor.
    """
    for sentence in reading.outline.sentences:
        references = _known(reading, sentence)
        if references and not reading.is_name(sentence):
            place = Place(reading, sentence)
            stated = (*_stated(place, references), *_without(place, references))
            factor = factors.get(sentence.unit)
            for relation in stated or _passing(place, references):
                held = factor is not None and factor.is_new and relation.source == factor.pathway
                yield replace(relation, source=factor.key, strength=None) if factor and held else relation


def _known(reading: Reading, sentence: Sentence) -> tuple[Reference, ...]:
    names = [(each.start, each.end) for each in reading.introductions_in(sentence.unit)]
    found = reading.outline.references(sentence)
    return tuple(
        r
        for r in found
        if numbered_key(r.kind, r.number) in reading.numbered
        and not any(start <= sentence.start + r.start < end for start, end in names)
    )


def _stated(place: Place, references: tuple[Reference, ...]) -> Iterator[ProposedRelation]:
    """Sources before the verb, targets behind it; the section's own thing where one side is left out."""
    text, subject = place.sentence.text, place.subject
    verb = _VERB.search(text)
    if verb is None or _DENIED.search(text[: verb.start()]) or is_denied(text[: verb.start()]):
        return
    sources = [numbered_key(r.kind, r.number) for r in references if r.end <= verb.start() and r.kind in _BEARERS]
    targets = [numbered_key(r.kind, r.number) for r in references if r.start >= verb.end() and r.kind in _PREMISE]
    if sources and not targets and verb["needs"]:
        yield from _requirements_of_section(place, sources)
        return
    combined = operator_in(text) is not None
    for source in sources or ([subject] if subject else []):
        held = source.startswith(("pathway:", "argument:")) and not _CONDITION.match(verb[0])
        held = held or combined or verb["lines"] is not None
        kind = RelationType.SUPPORTED_BY if held else RelationType.DEPENDS_ON
        for target in targets:
            if source != target and not _is_child(source, target):
                yield place.relation(kind, (source, target))


def _without(place: Place, references: tuple[Reference, ...]) -> Iterator[ProposedRelation]:
    """What falls without something: "Without Claim 1, Claim 3 says nothing"."""
    for match in _WITHOUT.finditer(place.sentence.text):
        targets, sources = (
            [numbered_key(r.kind, r.number) for r in references if match.start(side) <= r.start < match.end(side)]
            for side in ("target", "source")
        )
        for source in sources:
            for target in targets:
                if source != target and target.startswith(("claim:", "argument:")):
                    yield place.relation(RelationType.DEPENDS_ON, (source, target))


def _requirements_of_section(place: Place, sources: list[str]) -> Iterator[ProposedRelation]:
    """What "the arguments for Claims 2–5 depend on models lacking X" says in the section that argues for just that."""
    subject = place.subject
    if subject is None or place.reading.kind_of(subject) is not ElementKind.CLAIM:
        return
    for source in sources:
        if source != subject and not _is_child(source, subject) and not _is_child(subject, source):
            yield place.relation(RelationType.DEPENDS_ON, (source, subject), basis=Basis.INFERRED)


def _passing(place: Place, references: tuple[Reference, ...]) -> Iterator[ProposedRelation]:
    subject, text = place.subject, place.sentence.text
    kind = place.reading.kind_of(subject) if subject else None
    if subject is None or kind not in _BEARERS:
        return
    for reference in references:
        target = numbered_key(reference.kind, reference.number)
        before = text[: reference.start]
        if (
            reference.kind not in _PREMISE
            or target == subject
            or _is_child(target, subject)
            or _CONTRAST.search(before)
        ):
            continue
        if _RECALLED.search(before) and not _REASSURES.search(_clause(text, reference.end)):
            continue
        if kind is ElementKind.PATHWAY and (not before.strip() or _IN_PASSING.search(before)):
            line = place.relation(RelationType.SUPPORTED_BY, (subject, target))
            yield replace(line, strength=_weight(place, opens=not before.strip()))
        elif _IN_PASSING.search(before) and not _is_child(subject, target) and not _siblings(subject, target, before):
            own = _FOR_ITSELF.search(text)
            yield place.relation(RelationType.SUPPORTED_BY if own else RelationType.DEPENDS_ON, (subject, target))


def _weight(place: Place, *, opens: bool) -> Strength | None:
    """What the sentence weighs the line with; where a list item opens with the reference, any sentence of the item."""
    unit = place.reading.outline.units[place.sentence.unit]
    whole = opens and unit.kind is BlockKind.LIST_ITEM
    sentences = unit.sentences if whole else (place.sentence,)
    return next((weight for each in sentences if (weight := said_weight(each.text))), None)


def _clause(text: str, at: int) -> str:
    return re.split(r";|\bhowever\b|\bbut\b", text[at:], maxsplit=1)[0]


def _is_child(below: str, above: str) -> bool:
    return below.startswith((above + ".", above + "/"))


def _siblings(one: str, other: str, before: str) -> bool:
    """Two claims of one parent that only share a description: no line is meant."""
    together = one.rpartition(".")[0] == other.rpartition(".")[0] != ""
    return together and re.search(r"\bdescribed\b", before, re.IGNORECASE) is not None


def read_likenesses(reading: Reading, lines: tuple[ProposedRelation, ...]) -> Iterator[ProposedRelation]:
    """Pathways said to be argued like another one rest on what that one rests on: a conclusion of the reader's."""
    known: dict[str, list[ProposedRelation]] = {}
    for line in lines:
        if line.type is RelationType.SUPPORTED_BY and line.source.startswith("pathway:"):
            known.setdefault(line.source, []).append(line)
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        if subject is None or not subject.startswith("pathway:"):
            continue
        for sentence in unit.sentences:
            for reference in reading.outline.references(sentence):
                model = numbered_key(reference.kind, reference.number)
                like = reference.kind is ElementKind.PATHWAY and _SAME_AS.search(sentence.text[: reference.start])
                if like and model != subject and subject not in known:
                    place = Place(reading, sentence)
                    known[subject] = [_copied(place, subject, line) for line in known.get(model, ())]
                    yield from known[subject]


def _copied(place: Place, subject: str, line: ProposedRelation) -> ProposedRelation:
    return replace(place.relation(line.type, (subject, line.target), basis=Basis.INFERRED), strength=line.strength)
