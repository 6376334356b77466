"""Stems: the beginnings of the telling words of a text, by which two wordings of one thing are compared."""

from __future__ import annotations

import re

from graph.naming import singular
from ingest.extractors.rules.lexicon import FUNCTION_WORDS

_STEM = 5


def stems(text: str) -> frozenset[str]:
    """The beginnings of the telling words of a text: "Monitoring of sessions" -> monit, sessi."""
    words = re.findall(r"[a-z][a-z-]+", text.casefold())
    plain = (singular(word).removesuffix("ing")[:_STEM] for word in words if word not in FUNCTION_WORDS)
    return frozenset(word.removesuffix("e") for word in plain if len(word) > 2)
