"""The words of tests and of how they came out: heads of their names, outcomes, dates, and what says that none was made."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS = ("spring", "summer", "autumn", "winter")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:\s+\d{{4}})?|{MONTH}(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?|(?:spring|summer|autumn|winter)(?:\s+\d{{4}})?)"
HEAD = (
    r"(?:tests?|re-?tests?|self-tests?|drills?|trials?|exercises?|rehearsals?|simulations?|back-?tests?|dry[\s-]runs?|spot[\s-]checks?|"
    r"experiments?|tabletops?|table-tops?|walk-?throughs?|pen-?tests?|stud(?:y|ies)|evaluations?|evals?|red-teamings?|bake-offs?|fire[\s-]drills?|"
    r"re-?runs?|replays?|test[\s-]runs?|benchmarks?|repeats?(?=\s+of\b)|re-?enactments?|replications?)"
)
"""What is always something that somebody did to see how a thing does."""
SOFT_HEAD = (
    r"(?:probes?|inspections?|audits?|comparisons?|surveys?|assessments?|campaigns?|counts?|challenges?|searches|search|protocols?|measurements?|"
    r"analys[ei]s|calibrations?|re-?analys[ei]s|observations?|sweeps?|validations?|checks?)"
)
"""What is a test only where the text says how it came out, or who made it."""
_N = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|a\s+hundred|all|both|each|every|none|half|no)"
)
RATIO = Cue(
    rf"\d\s?%|\bper\s?cent\b|\b{_N}\s+(?:times\s+)?(?:out\s+of|of|in)\s+(?:the\s+|them\b|these\b|those\b|our\s+|its\s+|their\s+)?{_N}\b|\b\d+\s?/\s?\d+\b|\b0?\.\d+\b|"
    rf"\b{_N}\s+[a-z-]+\s+(?:out\s+)?of\s+{_N}\b|\b{_N}\s+(?:[a-z-]+\s+){{1,2}}[a-z-]+,\s+(?:and\s+)?{_N}\s+[a-z-]+\b|\b{_N}\s+[a-z-]+,\s+(?:and\s+)?{_N}\s+[a-z-]+\b|"
    rf"\b(?:all|both|none|each)\s+(?:of\s+(?:the|them|these|its|our)\s+)?(?:{_N}\b|\w+s\b)",
    re.IGNORECASE,
)
CAME_OUT = Cue(
    r"\b(?:passed|failed|worked|cleared|locked|accepted|admitted|alerted|responded|acted|resisted|identified|picked\s+up|raised|warned|trips|blocks|works|held|caught|found|missed|stopped|blocked|refused|rejected|detected|flagged|noticed|spotted|recovered|restored|restarted|reproduced|recorded|"
    r"showed|shown|shows|confirmed|revealed|turned\s+up|turned\s+out|let\s+(?:[\w-]+\s+){0,3}?(?:through|by|past|pass|in|out)|got\s+(?:past|through|round|out|in)|arrived|appeared|took|tripped|rang|fired|"
    r"went\s+(?:off|through|as|well|wrong|to\s+plan|unnoticed)|came\s+(?:back|out|up|in)|surfaced|succeeded|fell|brought|reached|returned|measured|scored|concluded|produced|gave|yielded|ended|survived|"
    r"withstood|shut|closed|opened|cut|killed|isolated|dropped|suspended|were\s+(?:\w+\s+)?(?:seen|wrong|right|caught|found|correct|acknowledged|accepted)|did\s+(?:not|what|its|refuse|work|so)|result\s+was|"
    r"(?:was|were)\s+(?:\w+\s+){0,2}?(?:parked|complete|completed|down|back|clean|successful|adequate|satisfactory|inconclusive|\d)|no\s+(?:errors?|failures?|loss|pass-through|misses))\b",
    re.IGNORECASE,
)
NOT_MADE = Cue(
    r"\b(?:nobody|no\s+one|hardly|no(?!\s+\w+\s+than)|not(?!\s+only)|never|without|\w+n[’']t|would|could|should|might|plan(?:s|ned|ning)?|want(?:s|ed)?|wish(?:es)?|recommend\w*|suggest\w*|propos\w*|if|unless|needs?|must|"
    r"next|future|coming|forthcoming|upcoming|another|further|due|scheduled?|to\s+(?:hold|run|make|conduct|repeat|organi[sz]e|do|extend|add|include|carry)|awaiting|until|before\s+(?:any|the\s+next)|"
    r"hope|intend\w*|will|require[sd]?|every\s+future|claim(?:ed|s)?\s+of)\b[^.;:()]{0,48}$",
    re.IGNORECASE,
)
TO_COME = Cue(
    r"\s+(?:(?:that\s+)?(?:would|should|could|might|must|ought|will|shall)\b|(?:is|are)\s+(?:still\s+)?(?:to\s+(?!be\s+seen)|planned|due|scheduled|proposed|overdue|missing|needed|required|wanted|under\s+way)|"
    r"has\s+(?:not|never|yet)\b|(?:is|are)\s+(?:held|made|run|done|conducted|performed|carried\s+out|repeated)\s+(?:each|every|once|twice|yearly|monthly|weekly|daily|by\s+(?:each|every))\b|(?:was|were)\s+(?:cancell?ed|postponed|never|not|skipped|put\s+off|called\s+off))",
    re.IGNORECASE,
)
OF_OTHER = Cue(
    r"\s+(?:process(?:es)?|teams?|groups?|pipelines?|results?|awareness|methods?|staff|feeds?|logs?|trails?|streams?|events?|data|accounts?|files?|environments?|suites?|sets?|"
    r"benches|bench|plans?|programmes?|programs?|harness(?:es)?|reports?|engineers?|leads?|managers?|desks?|rigs?|cases?|scripts?|keys?|messages?|servers?|beds?|windows?|tracks?|rooms?|"
    r"scores?|schedules?|calendars?|records?|registers?|patients?|sites?|centres?|centers?|coordinators?|officers?|equipment|instruments?|cards?|lines?|points?|valves?|queues?|lists?|rates?)\b|-\w",
    re.IGNORECASE,
)
"""What makes the noun before it a part of another name: "the test bench", "trial data"."""
SURELY_TEST = Cue(HEAD, re.IGNORECASE)
HEADED = Cue(rf"(?<![\w-])(?P<head>{HEAD}|{SOFT_HEAD})(?![\w’'-])", re.IGNORECASE)
"""The last word of what a test may be called."""
