"""Where each word of a text stands, so that a name is looked up in a long text without reading the text again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.extractors.rules.cues import Cue

_WORD = Cue(r"\w+")
_BEHIND_ARTICLE = Cue(r"the (?=(\S+))")


@dataclass(frozen=True)
class Concordance:
    """A text with an index of its words as they are written: runs of letters, digits and underscores."""

    text: str

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Word -> the offsets at which it stands by itself, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self.text):
            found[match[0]].append(match.start())
        return dict(found)

    @cached_property
    def _behind_articles(self) -> Sequence[str]:
        """What stands behind each "the" up to the next space, in lower case and in order."""
        return sorted(_BEHIND_ARTICLE.findall(self.text.casefold()))

    def is_usual(self, word: str) -> bool:
        """Does the text say "the" with a word, or with one that it begins, more than once? The word is in lower case."""
        place = bisect_left(self._behind_articles, word)
        second = self._behind_articles[place + 1 : place + 2]
        return bool(second) and second[0].startswith(word)

    def find(self, phrase: str, *, behind: str = "", before: str = "") -> re.Match[str] | None:
        """The first place where a phrase stands in whole words. See `find_all`."""
        return next(self.find_all(phrase, behind=behind, before=before), None)

    def find_all(self, phrase: str, *, behind: str = "", before: str = "") -> Iterator[re.Match[str]]:
        """Every place where a phrase stands in whole words, behind and before what these patterns match.

        `behind`: of a fixed width, as look-behinds need it.
        """
        seen = rf"(?<={behind})" if behind else r"\b"
        yield from self.matches(phrase, Cue(rf"{seen}{re.escape(phrase)}\b{before}"))

    def matches(self, phrase: str, pattern: Cue) -> Iterator[re.Match[str]]:
        """Every place where a pattern matches that opens with a phrase at the beginning of a word."""
        opening = _WORD.match(phrase)
        if opening is None:
            yield from pattern.finditer(self.text)
        for place in self.places.get(opening[0], ()) if opening else ():
            if found := pattern.match(self.text, place):
                yield found
