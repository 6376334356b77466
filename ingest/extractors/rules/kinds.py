"""What kind of thing a name names: its last word and the words around each place of it vote."""

from __future__ import annotations

import re
from collections import Counter

from graph.elements import ElementKind
from graph.naming import singular
from ingest.extractors.rules.control_words import ACTED, CONTROL_VERB, NO_COMPOUND, NO_NOUN
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.given_names import GIVEN_NAMES
from ingest.extractors.rules.lexicon import GUARD_NAMES, HEADS
from ingest.extractors.rules.sightings import HUMPED
from ingest.extractors.rules.talk_cues import TALK_CUES
from ingest.extractors.rules.unit_words import UNIT_WORDS

_PERSON = ElementKind.PERSON
_TEAM = ElementKind.TEAM
_ORGANIZATION = ElementKind.ORGANIZATION
_CONTROL = ElementKind.CONTROL
_EVIDENCE = ElementKind.EVIDENCE
_DEPENDENCY = ElementKind.DEPENDENCY
ORDER = (_PERSON, _ORGANIZATION, _TEAM, _CONTROL, _EVIDENCE, _DEPENDENCY)
AGENT_KINDS = frozenset({_PERSON, _TEAM, _ORGANIZATION})

NEEDS = (
    r"(?:rel(?:y|ies|ied)\s+(?:\w+ly\s+)?(?:up)?on|depend(?:s|ed)?\s+(?:\w+ly\s+)?(?:up)?on|needs?|requires?|"
    r"(?:only\s+)?works?\s+(?:only\s+)?(?:if|from|through|with|when|as\s+long\s+as|while)|draws?\s+(?:up)?on|"
    r"runs\s+(?:on(?:\s+top\s+of)?|off)|reads?\s+(?:from|off)|stands?\s+(?:and\s+falls?\s+with|or\s+falls?\s+(?:with|on)|on)|"
    r"stand\s+and\s+fall\s+with|hangs?\s+(?:off|on)|hinges?\s+on|(?:is|are)\s+(?:\w+\s+)?(?:blind|useless|dead|nothing|lost|deaf)\s+"
    r"without|can[’'n]?o?t?\s+(?:exist|work|run|function|start)\s+without|(?:will|does|do|can)(?:\s+not|n[’']t|not)\s+(?:work|function|run|start|operate)\s+(?:unless|without)|"
    r"(?:is|are)\s+only\s+as\s+(?:good|strong|safe|fresh|reliable)\s+as|(?:is|are)\s+(?:only\s+)?(?:any\s+good|useful|valid|"
    r"safe|good)\s+(?:only\s+)?(?:with|if|while|as\s+long\s+as)|(?:is|are)\s+(?:issued|supplied|fed|powered|provided|driven|backed)\s+by|"
    r"(?:is|are)\s+(?:counted|computed|built|calculated|taken|derived|generated)\s+from|assumes?(?:\s+that)?|presupposes?|"
    r"means?\s+(?:nothing|little)\s+without|only\s+means?\s+anything\s+(?:because\s+of|with)|goes?\s+(?:out\s+)?through|"
    r"would\s+not\s+work\s+without|wouldn[’']t\s+work\s+without|(?:checks?|compares?|matches|verif(?:y|ies)|validates?)\s+[^.;,]{0,30}\sagainst|"
    r"(?:finds?|takes?|gets?|reads?)\s+(?:its|their)\s+\w+\s+(?:in|from)|(?:is|are)\s+made\s+with|leans?\s+on|(?:(?<=it\s)|(?<=really\s)|(?<=they\s))rests?\s+on|"
    r"(?:(?:is|are)|(?<=it)[’']s)\s+behind|(?:is|are|gets?|was|were)\s+(?:refreshed|filled|populated|synced|put\s+in)\s+by|"
    r"(?:runs?|ran|running)\s+(?:under|against)|(?:places?|sends?|makes?|transmits?)\s+(?:its|their)\s+\w+\s+(?:over|via|through)|"
    r"only\s+(?:sees?|reads?|catch(?:es)?|covers?|checks?|counts?)\s+[^.;,]{0,40}?\b(?:through|via|over)|reads?\s+(?:them|it|these)\s+from|"
    r"(?:(?:is|are)\s+|(?<=,\s))an?\s+(?:prompted|fine-tuned|retrained|frozen|stripped-down)\s+(?:instance|copy|version|clone)\s+of|"
    r"what\s+it\s+(?:does\s+)?needs?\s+is|means\s+(?:something|anything)\s+only\s+(?:as\s+long\s+as|if|while))"
)
_LOST = r"(?:stops?|fails?|dies|breaks?|is\s+(?:down|out|off|gone|lost|wrong|unreachable|unavailable|missing|spent|empty|stale)|goes?\s+(?:down|away|stale))"
_TOLD = (
    r"\b(?:pages?|paged|(?:e-?)?mails?|(?:e-?)?mailed|alerts?|alerted|notif(?:y|ies|ied)|informs?|informed|tells?|told|rings?|posts?\s+to|tickets?\s+(?:to|for|with)|messages?\s+to|radioed|contacted|"
    r"escalat(?:es?|ed|ing)\s+(?:\w+\s+){0,3}?to|sends|reports?\s+to|reported\s+(?:\w+\s+){0,2}?to|goes?\s+to|went\s+to|over\s+to|handed\s+(?:\w+\s+){1,3}to|turn(?:s|ed)\s+to|brought\s+in)\s+"
)
_CALLED_UP = r"\b(?:rings?|rang|phones?|phoned|texts|texted|wakes?|woke|telephones?|telephoned)\s+"
_END = r"\s*(?:[.,;:)]|$|\band\b|\bwho\b|\bif\b|\bwhen\b)"
_DOES = (
    r"(?:rang|rings|drove|woke|walked|phoned|texted|remembers|remembered|reset|went\s+(?:home|in)|"
    r"came\s+(?:in|back)|does\s+the\s+(?:nights?|days?|rounds?))"
)
_IS = r"(?:away|asleep|awake|ill|sick|on\s+(?:leave|holiday|vacation|duty|call|shift)|woken|at\s+(?:home|lunch))"
_Cue = tuple[ElementKind, int, Cue | None, Cue | None]


def _cue(kind: ElementKind, weight: int, *, before: str = "", after: str = "") -> _Cue:
    return (
        kind,
        weight,
        Cue(rf"(?:{before})(?:the\s+|an?\s+|our\s+)?$", re.IGNORECASE) if before else None,
        Cue(rf"^(?:{after})", re.IGNORECASE) if after else None,
    )


_CUES: tuple[_Cue, ...] = (
    _cue(
        _PERSON,
        3,
        after=r"\s+(?:leads|heads|chairs|manages|discusses|presents|explains|said|says|asks|asked|wondered|described|proposed|remarked|joins|explained|added|replied)\b",
    ),
    _cue(
        _PERSON,
        3,
        before=r"\b(?:led|headed|chaired|managed|interviewed)\s+by\s+|\b(?:chair|reviewers?|interviewer|author|speaker|secretary|present|apologies|action):\s*\W{0,2}|\b(?:mr|ms|mrs|dr|prof)\.?\s+|\bwritten\s+by\s+|conversation\s+with\s+|\b(?:brought|told)\s+by\s+",
    ),
    _cue(_PERSON, 3, before=_CALLED_UP, after=rf"{_END}|\s+(?:again|at\s+\d|at\s+once|up|home|in)\b"),
    _cue(_PERSON, 3, after=rf"\s+(?:{_DOES}|(?:is|was)\s+{_IS})\b"),
    _cue(
        _PERSON, 3, before=r"\bin\s+the\s+(?:care|hands|charge|keeping)\s+of\s+", after=r"\s+(?:at|in|of|from)\s+the\b"
    ),
    _cue(
        _PERSON,
        3,
        before=r"\b(?:coordinated|carried\s+out|written|drafted|handled|tended|compiled|chosen|signed)\s+by\s+",
        after=r",|\.|;|$|\s+(?:and|alone|at|in|since|who)\b",
    ),
    _cue(_PERSON, 3, before=r"\b(?:owner|custodian|operator|keeper)\b[^.;,:]{0,40}\s(?:is|are)\s+"),
    _cue(_PERSON, 3, after=r"\s+(?:is|was)\s+(?:the\s+)?(?:\w+\s+)?(?:head|lead|chair|director|manager)\s+of\b"),
    _cue(_PERSON, 3, before=r"\bunder\s+", after=r",|\.|$"),
    _cue(_PERSON, 2, before=_TOLD, after=r"(?!\s+(?:team|group))"),
    _cue(_PERSON, 2, after=r"\s+of\s+(?-i:[A-Z])|\s+(?:looks|look)\s+after|\s+maintains\b"),
    _cue(
        _TEAM,
        3,
        after=r",?\s+(?:led|headed|chaired|managed)\s+by\b|,\s+(?:under|the\s+team|a\s+team|which\s+(?:owns|operates|runs)|who\s+(?:own|operate|run|get))\b|\s+(?:is|are)\s+(?:the|a|an|our)\s+(?:\w+\s+){0,2}(?:team|group|body|unit|department|committee)\b|\s+(?:owns?|operates?)(?:\s+and\s+(?:operates?|runs?|owns?))?\s+(?:it|them|this|the)\b",
    ),
    _cue(
        _TEAM,
        3,
        after=r"(?<![s])\s+(?:keep|tell|own|operate|telephone|compare|expect|say|think|meet)\b",
    ),
    _cue(
        _TEAM,
        3,
        before=r"\b(?:owned|operated|run|maintained|staffed|kept|drafted|managed)(?:\s+and\s+\w+)?\s+by\s+|\bi\s+(?:lead|head|run|work\s+(?:in|for|on))\s+|\bi[’']m\s+(?:in|on|with|from)\s+|\b(?:chairs?|leads?|heads?|belongs?\s+to|joined)\s+",
    ),
    _cue(_TEAM, 2, before=r"\bauthors?:\s+|\breviewed\s+by\s+"),
    _cue(_TEAM, 2, before=_TOLD),
    _cue(
        _TEAM,
        2,
        after=r"\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:informed|notified|alerted|contacted|paged|called|told)\b",
    ),
    _cue(
        _ORGANIZATION,
        4,
        after=r",?\s+(?:is\s+)?an?\s+(?:\w+\s+)?(?:outside|independent|external|third-party|private|national|public)\s+(?:\w+\s+){0,2}(?:firm|company|contractor|nonprofit|non-profit|institute|body|vendor|supplier|lab|organi[sz]ation)\b",
    ),
    _cue(
        _ORGANIZATION,
        4,
        after=r",\s+(?:the|our|its|their)\s+(?:\w+\s+){0,2}(?:firm|company|contractor|vendor|supplier|agency|manufacturer)\b",
    ),
    _cue(
        _ORGANIZATION,
        4,
        after=r",\s+(?:who|which)\s+(?:are|is)\s+(?:an?\s+)?(?:\w+\s+){0,2}(?:auditors?|consultants?|inspectors|lawyers|assessors|non-?profit|firm|company|charity|regulator|institute|lab)\b",
    ),
    _cue(_ORGANIZATION, 4, before=r"\b(?:vendor|supplier|contractor|manufacturer|provider|customer),?\s+"),
    _cue(
        _ORGANIZATION,
        2,
        after=r"(?:’s|'s)?\s+(?:employees|staff|researchers|engineers|customers|members?)\b|\s+(?:supplies|supplied|publishes|published|recently|reports\s+that|states)\b|[’']s\s+(?:recent|own|latest|annual|published|analysis)\b",
    ),
    _cue(
        _ORGANIZATION,
        2,
        before=r"\b(?:disclosed|published|reported|supplied|conducted|funded|certified|commissioned)\s+by\s+(?:[A-Z]\w+\s+and\s+)?|\b(?:at|within|inside|outside)\s+|\b(?:gave|asked|hired|invited)\s+",
    ),
    _cue(
        _ORGANIZATION,
        4,
        before=r"\b(?:issued|hosted|manufactured|made|delivered|leased|sold)\s+by\s+|\b(?:firm|company|contractor|vendor|supplier|customer),?\s+|\b(?:firm|company|consultancy|institute|lab|laboratory|charity)\s+of\s+",
    ),
    _cue(
        _ORGANIZATION,
        4,
        before=r"\b(?:rent|lease|hire|buy|bought|rented|leased|licen[sc]ed?|procured?|purchased?)\s+(?:\w+\s+){0,2}from\s+",
    ),
    _cue(
        _ORGANIZATION,
        3,
        after=r"\s+(?:serves|sells|leases|rents|supplies|hosts|retrains|ships|licen[sc]es)\s+(?:us|it|them|the|our)\b|\s+retrains\b",
    ),
    _cue(_CONTROL, 2, after=rf"(?:,\s+which|\s+that)?\s+(?:\w+ly\s+)?{NO_COMPOUND}{CONTROL_VERB}\b{NO_NOUN}"),
    _cue(
        _CONTROL,
        1,
        after=rf"(?:,\s+which|\s+that|,\s+(?!and\b|or\b|the\s+team|who\b)[^,.;]{{3,50}},|\s+\([^)]{{2,60}}\))?\s+(?:\w+ly\s+|also\s+)?{ACTED}\b{NO_NOUN}",
    ),
    _cue(
        _CONTROL,
        2,
        after=r",\s+(?:an?|our|the)\s+(?:\w+\s+){0,2}(?:bot|tool|monitor|filter|classifier|scanner|check|gate|guard|alarm|mechanism|safeguard|engine|job|detector|service\s+that)\b",
    ),
    _cue(
        _CONTROL,
        2,
        after=r"[’']s\s+(?:recall|precision|coverage|limits?|false|hit|detection|output|alerts?|threshold|log)\b",
    ),
    _cue(
        _CONTROL,
        3,
        before=r"\b(?:incident|outage|drill|episode|near[\s-]miss)\s+(?:shows?|showed|has\s+shown|proves?|proved|confirm(?:s|ed)|reveal(?:s|ed))\s+that\s+",
        after=r"\s+(?:can|cannot|could|is|was|has|had|does|did|sees|misses|would)\b",
    ),
    _cue(
        _CONTROL,
        2,
        after=r"(?:,\s+which[^,.;]{3,60},)?\s+(?:(?:has|had|have)\s+(?:the\s+same|an?)\s+blind\s+spot|(?:received|scored|saw|flagged|caught|noticed)\s+(?:nothing|none)|reports?\s+what\s+it|(?:is|was|were|went)\s+blind\b)",
    ),
    _cue(_CONTROL, 1, before=r"\b(?:under|either|neither)\s+", after=r"\b"),
    _cue(_CONTROL, 1, after=rf"\s+(?:also\s+|only\s+)?{NEEDS}\b"),
    _cue(_EVIDENCE, 1, after=r"\s+(?:found|showed|shows\s+this|measured|asked|recovered|suggests?|concluded)\b"),
    _cue(
        _EVIDENCE,
        4,
        after=r",\s+(?:an?|our|the|their)\s+(?:[\w-]+\s+){0,2}(?:suite|battery|benchmark|set\s+of\s+(?:tasks|cases|questions|problems)|series\s+of\s+(?:tests|trials))\b|"
        r"\s+(?:\w+\s+)?as\s+(?:strong|moderate|weak|good|poor)\s+evidence\b",
    ),
    _cue(_EVIDENCE, 2, before=r"\b(?:score[sd]?|result|rate|figure)s?\s+on\s+"),
    _cue(_DEPENDENCY, 3, before=rf"\b{NEEDS}\s+"),
    _cue(
        _CONTROL,
        2,
        before=r"\b(?:monitor|check|filter|alarm|guard|gate|classifier|scanner|detector)\b(?![’'])[^.;]{0,48}\b(?:beside|next\s+to)\s+",
    ),
    _cue(_DEPENDENCY, 2, before=r"\b(?:beside|alongside|back-?up\s+(?:to|for)|in\s+place\s+of|replaces?)\s+"),
    _cue(_DEPENDENCY, 2, before=r"\bwithout\s+"),
    _cue(
        _DEPENDENCY,
        3,
        before=r"\bwithout\s+|\bno\s+|\bkeys?\s+from\s+",
        after=r",|\s+(?:no|nothing|there|it|on\s+it|we)\b|\.|$",
    ),
    _cue(_DEPENDENCY, 3, before=r"\b(?:if|when|once|should)\s+", after=rf"\s+{_LOST}\b"),
    _cue(
        _DEPENDENCY,
        3,
        after=r"\s+(?:is|are)\s+(?:our|the|an?)\s+(?:\w+\s+){0,2}(?:service|pipeline|store|database|provider|library|bucket|log|queue|bus|feed|registry|network|supplier)\b",
    ),
    *(_cue(kind, weight, before=before, after=after) for kind, weight, before, after in TALK_CUES),
)
_FLOOR = 2
_CONTEXT = 70


def votes(name: str, text: str, span: tuple[int, int]) -> Counter[ElementKind]:
    """Votes for kinds from the words before and behind one place of a name."""
    before, after = text[max(0, span[0] - _CONTEXT) : span[0]], text[span[1] : span[1] + _CONTEXT]
    found: Counter[ElementKind] = Counter()
    for kind, weight, cue_before, cue_after in _CUES:
        if (cue_before is None or cue_before.search(before)) and (cue_after is None or cue_after.match(after)):
            found[kind] += weight
    if re.search(r"\bin\s+$", before):
        del found[_CONTROL]
    if found[_PERSON] and OF_WORK.search(name):
        del found[_PERSON]
    if found[_PERSON] and not (looks_like_person(name) and (" " in name or found[_PERSON] > 2)):
        del found[_PERSON]
    return found


OF_WORK = Cue(r"(?:ing|tions?|ments?|it(?:y|ies)|ics|ances?|ences?|ship|ware|ures)$")  # "Signalling rang" is no person


def votes_of_head(name: str) -> Counter[ElementKind]:
    """Votes for kinds from the last word of the name."""
    last = name.rsplit(maxsplit=1)[-1].casefold()
    forms = {last, singular(last)}
    found: Counter[ElementKind] = Counter()
    for kind, heads in HEADS:
        if forms & heads:
            found[kind] += 1 if kind is _DEPENDENCY else 2
    if last in GUARD_NAMES or (_MACHINE.search(last) and " " in name and not found):
        found[_CONTROL] += 2
    if last == "control":
        found[_CONTROL] -= 1
    if HUMPED.fullmatch(name) and not found:
        found[_CONTROL] += 1
    if last in _SURELY_TEAMS:
        found[_TEAM] += 1
    if is_given_name(name):
        found[_PERSON] += _SURELY
    if last == "audit" and _IN_HOUSE.match(name):
        found[_TEAM] += _SURELY
    if _PARTNERS.fullmatch(name):
        found[_ORGANIZATION] += 2
    return found


def is_given_name(name: str) -> bool:
    """Does a name open with a given name, and is the rest of it shaped like a surname: "Ingrid", "Ingrid Solheim"?"""
    return name.split(" ", maxsplit=1)[0].casefold() in GIVEN_NAMES and looks_like_person(name)


_SURELY = 8
_MACHINE = Cue(r"(?:ator|itor|iser|izer|tioner|ector|eptor)s?$")
_SURELY_TEAMS = frozenset(["desk", "team", "committee", "squad", "crew"])
_IN_HOUSE = Cue(r"(?:Internal|External|Group)\s+Audit$")
_PARTNERS = Cue(r"[A-Z][a-z’'-]+\s+&\s+[A-Z][a-z’'-]+")
_DESCRIBED = Cue(r"(?:(?<!m)ed|ing)\s+\w{4,}(?:[^s]s|ed)$")


_NO_SURNAMES = UNIT_WORDS.union(GUARD_NAMES, *(heads for _, heads in HEADS))


def looks_like_person(name: str) -> bool:
    """Two or three capitalised words, none of which is a head of other kinds; an initial counts as one."""
    parts = name.split()
    plain = [part.casefold().rstrip(".") for part in parts]
    shaped = all(re.fullmatch(r"[A-Z]\.|[A-ZÀ-ÖØ-Þ][a-zà-öø-ɏ’'-]+(?:[A-Z][a-z]+)?", part) for part in parts)
    described = len(parts) == 2 and _DESCRIBED.search(name) is not None
    return 1 <= len(parts) <= 3 and shaped and not described and not any(word in _NO_SURNAMES for word in plain)


def decided(found: Counter[ElementKind]) -> ElementKind | None:
    """The kind with most votes, an earlier one of `ORDER` among equals; None where too little speaks for any."""
    best = max(ORDER, key=lambda kind: (found[kind], -ORDER.index(kind)))
    return best if found[best] >= _FLOOR else None
