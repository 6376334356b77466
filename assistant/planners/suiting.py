"""Which readings a question can have at all: how many names it gives, and a word without which a reading is not meant.

Likeness alone takes "What is the budget of the Vault Team?" for "team of {x}". The words stand here, not in the
bank: a phrasing says how something is asked, these say what nobody leaves out who asks it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from assistant.bank import bank
from assistant.planners.slots import Asked
from assistant.stemming import stem
from graph.elements import AGENTS

_WHO = r"(?=.*\b(?:who\w*|which|what|anyone|anybody|someone|somebody|everybody|independent|name)\b)"
_MUST: Mapping[str, re.Pattern[str]] = {
    reading: re.compile(pattern)
    for reading, pattern in {
        "impact": r"^(?!.*\b(happens?|blocked|stopped|done)\b.* (by itself|automatically|on its own|without any))"
        r"(?!.*\bwho (is|gets|would be|will be|has to be|must be|would get) (told|paged|alerted|notified|informed|called|warned)\b)",
        "admits": r"\b(limit|admit|conce|caveat|uncertain|unsure|gap|wrong|weakn|mistak|invalid|blind|doubt|shortcom|reserv"
        r"|assum|undermin|change|stale|trigger|no longer|redone|reopen|worse|may fail|make \{x\} fail|void|overturn|open problem|own up"
        r"|not (cover|know|hold)|risks? to|limits)",
        "ranking": r"\b(most|carr(y|ies)|load|critical|important|rank|order|sort|top|worst|worry|fragile|biggest|weigh|untracked"
        r"|heav|hurt|first|hardest|single thing|holds? (up|everything)|priorit|protected first|fix first|single element)",
        "joined": r"\b(depend|rest|rel(y|ies)|need|use|own|operat|run|responsib|belong|share|stand|based|built|build|hang|alert|alarm|message"
        r"|evaluat|test|review|sit|top|affected|joined|answer|in charge|looks? after|parts?|hold|require|lean|hinge|underpin|control)",
        "told": r"\b(alert|alarm|page|notif|tell|told|call|hear|inform|mail|message|escalat|report|wake|woken|warn|contact"
        r"|learn|know|reads|receive|see|notice|find out|gets)",
        "belongs": r"\b(members?|belong|works?|part of|in|on|who|whom|list|name|employ|organi|compan|group|people|lead|affiliat"
        r"|team|report|organized|affiliation)\b",
        "evaluated_by": rf"{_WHO}.*\b(evaluat|test|review|assess|check|audit|red-team|look|examin|verif|measur|validat|inspect"
        r"|sign|investigat|perform|grad|stud|stress|scrutin|vetted)",
        "raised": r"(?=.*\b(?:who\w*|which|from whom)\b).*\b(rais|critici|critic|disput|disagree|object|wrong|challeng|question"
        r"|doubt|point|fault|finding|contradict|critique|against|complain|scep|skep|issue|brought|concern|believe|attack"
        r"|agree|support|wrote|qualif|report|flag|weakness)",
        "owns": r"\b(own|respons|account|charge|looks? after|looked after|whose|care|answers|belong|hook|talk|behind|group|govern|control|decid"
        r"|contact|job|department|who|team)",
        "operates": r"^(?!(and |but |so )?(is|are|was|were) (the |our )?\{x\} (still |really |actually |always |ever |even )*"
        r"(runn|work|operat|in (use|operation|service|place|force)|on\b|up\b|active|live)(?!.* by \b)).*\b(operat|run|maintain|admin|carries|perform|day|execut|handl|work|manag|service|keep|staff|conduct"
        r"|who|vendor|firm|people)",
        "findings": r"\b(review|critic|critique|disput|contest|finding|find|found|rais|disagree|agree|object|weakness|concern"
        r"|problem|point|conced|think|say|judge|expert|against|doubt|complain|contradict|wrong)",
        "who_said": r"\b(who|which|where|show|page|whom|any(one|body)?)\b.*\b(said|says?|mention|claim|stated?|assert|wrote that|point"
        r"|admit|explain|told|note|report|read)",
        "circular": r"\b(circular|cycle|loop|circle|ring\b|itself|each other|one another|no verdict|beg\b)",
        "standing": r"\b(weak|strong|strength|fragile|risk|support|protect|cover|stand|held up|overview|summar|picture|safe"
        r"|look overall|compare the)",
    }.items()
}
_MOST = re.compile(r"\b(most|top|load-bearing|untracked)\b")
_OF = re.compile(r" (?:of|for|at) (?:the )?$")
_PART_OF = re.compile(r"\bthe ([a-z]+) of (?:the )?\{x\}")


def suits(reading: str, asked: Asked) -> bool:
    """Can the reading be meant, given the words of the question and how many elements it names?"""
    return says_what_is_meant(reading, asked.masked) and _names_what_is_meant(reading, asked)


def _names_what_is_meant(reading: str, asked: Asked) -> bool:
    known = len(asked.linked)
    match reading:
        case "compare":
            suited = known >= 2 or any(len(m.candidates) > 1 for m in asked.mentions)
        case "path":
            suited = len(asked.mentions) >= 2
        case "ranking":
            suited = not known or _MOST.search(asked.masked) is not None
        case "standing" | "circular":
            suited = not known
        case "describe" | "needs" | "evidence" | "parts":
            suited = not _asks_for_a_part(asked)
        case "belongs":
            suited = not known or bool(asked.of_kinds(AGENTS) or asked.kinds)
        case _:
            suited = True
    return suited


def _asks_for_a_part(asked: Asked) -> bool:
    """Is "the budget of the Vault Team" asked for, and not all that is known of it?"""
    pairs = ((a, b) for a, b in pairwise(asked.mentions) if not a.candidates and b.candidates)
    if any(_OF.match(asked.question[a.end : b.start]) for a, b in pairs):
        return True
    return any(stem(word) not in bank().stems_of("describe") for word in _PART_OF.findall(asked.masked))


def says_what_is_meant(reading: str, masked: str) -> bool:
    """Has a masked question one of the words without which the reading is not meant?"""
    return reading not in _MUST or _MUST[reading].search(masked) is not None
