"""Claims that a review or a speaker reports of somebody else: "the report says that …", "the claim that … was put to us"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.quoted_claims import quoted_claims
from ingest.extractors.rules.reading import Place, Reading

_SAYS = (
    r"(?:says?|said|states?|stated|claims?|claimed|argues?|argued|infers?|inferred|concludes?|concluded|maintains?|maintained|"
    r"asserts?|asserted|holds|reports?|tells?\s+us|told\s+us|puts?\s+it|writes?|wrote|believes?|assures?\s+us)"
)
_WHO = (
    r"\b(?:the\s+|their\s+|your\s+|our\s+)?(?:report|authors?|paper|company|memorandum|memo|document|assessment|case|team|operator|"
    r"owners?|management|text|safety\s+case|draft|section|page|they)\b"
)
_SAID_THAT = Cue(
    rf"{_WHO}[^.;:]{{0,50}}?\b{_SAYS}\b(?:\s+from\s+[\w\s’'-]{{3,40}}?)?\s+(?:that\s+|(?=(?:the|an?|all|every|each|no|our|both|any)\s))(?P<claim>[^.;:]{{12,200}})",
    re.IGNORECASE,
)
_CLAIM_THAT = Cue(
    r"\b(?P<label>(?:the\s+|its\s+|their\s+|your\s+)?(?:[\w’'-]+\s+){0,3}?(?:claim|assertion|contention|statement|proposition)|"
    r"(?:the\s+)?(?:authors?|report|company|memorandum|memo|paper|operator|laboratory|lab|team|document|assessment)[’']s?\s+(?:own\s+)?(?:view|conclusion|position|belief|argument|"
    r"judg\w+|assessment|finding))(?:\s+in\s+particular)?,?\s+that\s+"
    r"(?P<claim>[^.;:,]{12,160}?)(?=,|\s+(?:was|is|were|has|had|does|goes|seems|rests|would)\s+(?:in|put|not|well|too|only|also|made|based|no|hard|the|beyond|plausible|untested)\b|\s+(?:rests|depends|relies|hangs|stands|falls|fails)\b|[.;:]|$)",
    re.IGNORECASE,
)
_FROM = Cue(
    rf"\b{_SAYS}\s+(?:this\s+)?(?:on\s+the\s+strength\s+of|from)\s+(?P<ground>[\w\s’'-]{{3,60}}?),?\s+that\b",
    re.IGNORECASE,
)
_FOR_THAT = Cue(
    r"\b(?:what|all(?:\s+that)?|the\s+evidence)\s+(?:we|they|you|the\s+authors)\s+have\s+for\s+(?:that|this|it)\s+(?:is|are)\s+(?P<ground>[^.;]{3,80})",
    re.IGNORECASE,
)
_BEHIND = 2
_GROUNDS = frozenset({ElementKind.EVIDENCE, ElementKind.CONTROL})
_UNSAID = Cue(
    r"\b(?:do|does|did|would|will)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?\w+\s+that\s+$|\b(?:nowhere|never)\b", re.IGNORECASE
)
_ABOUT_ITSELF = Cue(r"^(?:it|they|we|he|she|there|this|these|those|what|the\s+subject|the\s+report)\b", re.IGNORECASE)
_ASIDE = Cue(r",\s+(?:which|who|and|but|though|although|so|since|because|while|except|where)\b.*$", re.DOTALL)
_PATTERNS = {DocumentKind.CRITIQUE: (_CLAIM_THAT, _SAID_THAT), DocumentKind.INTERVIEW: (_CLAIM_THAT,)}
_THAT = Cue(r"^\W*[Tt]hat\s+(?P<claim>(?:the|an?|our|it|no|nobody|[A-Z])[^.;]{11,160})\.$")
_IS_CLAIM = Cue(r"^\W*(?:and\s+)?that(?:[’']s|\s+is)\s+(?:the|our|my)\s+(?:\w+\s+)?claim\b", re.IGNORECASE)
_LABEL = Cue(r"\b(?P<label>[\w’'-]+\s+(?:claim|assertion|contention|proposition))$", re.IGNORECASE)
_THEIRS = Cue(r"^(?:their|its|our)\s+(?=[a-z])")
_UNREPORTED = frozenset({BlockKind.HEADING, BlockKind.CODE})
_VAGUE = frozenset(["the", "its", "their", "your", "this", "that", "same", "main", "central"])


@dataclass(frozen=True)
class Reported:
    """A claim as somebody reports it: its name, other names, and the sentence."""

    name: str
    aliases: tuple[str, ...]
    sentence: Sentence

    @property
    def key(self) -> str:
        """Its key inside the document."""
        return f"{ElementKind.CLAIM}:{normal(self.name)}"


def reported_claims(outline: Outline) -> tuple[Reported, ...]:
    """Every claim that a critique or a speaker reports, once, in reading order."""
    patterns = _PATTERNS.get(outline.document.source.kind, ())
    found: dict[str, Reported] = {}
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind is BlockKind.TURN and (said := _called_claim(outline, sentence)):
            found.setdefault(said.key, said)
        elif outline.units[sentence.unit].kind not in _UNREPORTED:
            quoted = tuple(_quoted(outline, sentence))
            tabled = outline.units[sentence.unit].kind is BlockKind.TABLE_ROW
            for each in quoted or (() if tabled else _in_sentence(sentence, patterns)):
                found.setdefault(each.key, each)
    return tuple(found.values())


def _quoted(outline: Outline, sentence: Sentence) -> Iterator[Reported]:
    """What a sentence repeats word for word of the document that a critique is about."""
    if outline.document.source.kind is DocumentKind.CRITIQUE:
        for start, end in quoted_claims(sentence.text):
            said = re.sub(r"\s+", " ", sentence.text[start:end])
            yield Reported(said[:1].upper() + said[1:], (), sentence)


def _called_claim(outline: Outline, sentence: Sentence) -> Reported | None:
    """What the next sentence calls the claim: "That it can't leave the harbour. That's the claim."."""
    match = _THAT.match(sentence.text)
    following = next((s for s in outline.units[sentence.unit].sentences if s.start >= sentence.end), None)
    if match is None or following is None or _IS_CLAIM.match(following.text) is None:
        return None
    said = match["claim"]
    return Reported(said[:1].upper() + said[1:], (), sentence)


def _in_sentence(sentence: Sentence, patterns: tuple[Cue, ...]) -> Iterator[Reported]:
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            if _UNSAID.search(sentence.text[match.start() : match.start("claim")]):
                continue
            said = re.sub(r"\s+", " ", _ASIDE.sub("", match["claim"])).strip(" ,“”\"'")
            said = _THEIRS.sub("", said)
            if len(said.split()) > 3 and not _ABOUT_ITSELF.match(said):
                label = _LABEL.search(match.groupdict().get("label") or "")
                called = label is not None and label["label"].split()[0].casefold() not in _VAGUE
                yield Reported(said[:1].upper() + said[1:], (label["label"],) if label and called else (), sentence)
                return


def grounds(reading: Reading, claims: tuple[Reported, ...]) -> Iterator[ProposedRelation]:
    """What a reported claim is said to be inferred from, or what there is said to be for it: "infers from the survey that …"."""
    for each in claims:
        unit = reading.outline.units[each.sentence.unit]
        behind = [s for s in unit.sentences if s.start > each.sentence.start][:_BEHIND]
        for sentence, pattern in ((each.sentence, _FROM), *((s, _FOR_THAT) for s in behind)):
            match = pattern.search(sentence.text)
            place = Place(reading, sentence)
            found = place.mentioned(match.span("ground"), _GROUNDS) if match else ()
            if found:
                yield place.relation(RelationType.SUPPORTED_BY, (each.key, found[0].key))


def proposed(outline: Outline, claims: tuple[Reported, ...]) -> Iterator[ProposedElement]:
    """The claims as mentions: the document that makes them names them best."""
    for each in claims:
        quote = outline.short_quote(each.sentence.start, each.sentence.end)
        yield ProposedElement(each.key, ElementKind.CLAIM, each.name, quote, aliases=each.aliases, text=each.name)
