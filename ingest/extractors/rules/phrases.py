"""Short noun phrases: where one begins and ends in running text, without a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.naming import singular
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import COMMON_VERBS, DETERMINERS, FUNCTION_WORDS, PLAIN_ADJECTIVES, SETTING_HEADS

_TOKEN = Cue(r"[A-Za-z0-9][\w+/’'.-]*[\w+]|[A-Za-z0-9]")
_GAP = Cue(r"[\s]+")
_OF = Cue(r"\s+(?:of|on|for|in)\s+(?:the\s+|that\s+|this\s+|our\s+|those\s+)?", re.IGNORECASE)
_POSSESSOR = Cue(r"\s*(?:(?:the|our|its|their|that|this)\s+)?[A-Za-z][\w-]+[’']s\s+(?=[a-z][\w-]+\s+[a-z])")
_MAX_WORDS = 5
_LONGEST_WORD = 30
_LAST_WORD = Cue(r"(?P<word>[\w’'-]+)\s+$")
_VERBAL = Cue(r"(?!(?:night|hour|dai|week|month|quarter|year|assemb|supp|fami)ly$)[a-z]{3,}ly$")
_FIXED = Cue(
    r"single\s+sign-on\b|key\s+(?:servers?|vaults?|stores?|tables?|lists?|manager|management|rotation|cards?|holders?|cabinet|safe|service|broker|escrow|log)\b",
    re.IGNORECASE,
)


def phrase_after(text: str, start: int) -> tuple[int, int] | None:
    """The noun phrase that begins at an offset, without its determiner: "an approver roster that …" -> "approver roster".

    None where no such phrase stands there. Phrases that name a setting keep what it is set on.
    """
    if (possessor := _POSSESSOR.match(text, start)) is not None:
        start = possessor.end()
    first, last, words = start, start, 0
    for token in _TOKEN.finditer(text, start):
        if not _joined(text, last, token.start(), first=words == 0):
            break
        word = token[0].casefold()
        if words == 0 and (word in DETERMINERS or word in PLAIN_ADJECTIVES) and not _FIXED.match(text, token.start()):
            last = token.end()
            continue
        if word in FUNCTION_WORDS or word in COMMON_VERBS or _VERBAL.match(word) or words == _MAX_WORDS:
            break
        if word.endswith(("n't", "n’t")):
            break
        first = token.start() if words == 0 else first
        last, words = _without_possessive(token), words + 1
    if words == 0:
        return None
    return first, _with_object(text, first, last)


def phrase_before(text: str, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at an offset, without its determiner; None where none ends there."""
    window = max(0, end - 90)
    first, words = end, 0
    for token in reversed(list(_TOKEN.finditer(text, window, end))):
        word = token[0].casefold()
        if text[token.end() : first].strip() or word in FUNCTION_WORDS or word in COMMON_VERBS or words == _MAX_WORDS:
            break
        if _VERBAL.match(word):
            break
        first, words = token.start(), words + 1
    while words and (found := _TOKEN.match(text, first)) and found[0].casefold() in PLAIN_ADJECTIVES:
        first, words = found.end(), words - 1
        first += len(text[first:end]) - len(text[first:end].lstrip())
    return (first, end) if words else None


def head(phrase: str) -> str:
    """The word that says what a phrase names, in the singular: "file mode on the bucket" -> "mode"."""
    kept = _OF.split(phrase, maxsplit=1)[0]
    found = _TOKEN.findall(kept) or [kept]
    return singular(found[-1].casefold())


def named(phrase: str) -> str:
    """A phrase as a name: on one line, with a capital."""
    plain = _GAP.sub(" ", phrase).strip(" .,;:")
    return plain[:1].upper() + plain[1:]


def joint(words: str, text: str) -> str:
    """Words to join names with, where the document has them: a name may hold no others; else a stroke."""
    said = all(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in words.split())
    return f" {words} " if said else " / "


def words_before(phrase: str, text: str) -> Iterator[str]:
    """The words that stand right before a phrase, wherever a text has it, in small letters."""
    for match in re.finditer(rf"(?<=\s){re.escape(phrase)}\b", text):
        before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        if before is not None:
            yield before["word"].casefold()


def _joined(text: str, last: int, start: int, *, first: bool) -> bool:
    between = text[last:start]
    return not between.strip() and (first or bool(between))


def _without_possessive(token: re.Match[str]) -> int:
    return token.end() - 2 if token[0].endswith(("'s", "’s")) else token.end()


def _with_object(text: str, first: int, last: int) -> int:
    """The end of the phrase with what a setting is set on: "file mode" -> "file mode on the weights bucket"."""
    if head(text[first:last]) not in SETTING_HEADS:
        return last
    joint = _OF.match(text, last)
    if joint is None:
        return last
    end, words = last, 0
    for token in _TOKEN.finditer(text, joint.end()):
        between = text[end if words else joint.end() : token.start()]
        if between.strip() or token[0].casefold() in FUNCTION_WORDS | COMMON_VERBS or words == 3:
            break
        end, words = token.end(), words + 1
    return end
