"""What the words around a name in talk speak for: "Redis restarts", "a box from Brandt", "Fathom Research disagreed"."""

from __future__ import annotations

from graph.elements import ElementKind

TALK_CUES: tuple[tuple[ElementKind, int, str, str], ...] = (
    (
        ElementKind.ORGANIZATION,
        2,
        r"\b(?:tested|audited|attacked|inspected|examined|probed|red-teamed|pen-tested)\s+by\s+",
        r"(?-i:\s+(?:last|in|over|during|this|who|for)\b|[.,;]|$)",
    ),
    (
        ElementKind.ORGANIZATION,
        2,
        "",
        r"\s+(?:thought|agreed|disagreed|argued|objected|complained|concluded)\b",
    ),
    (
        ElementKind.ORGANIZATION,
        9,
        "",
        r"[,.]\s+it[’']s\s+their\b|,\s+(?:we\s+(?:buy|rent|lease)|who\s+(?:sell|make|supply|build))\b",
    ),
    (
        ElementKind.ORGANIZATION,
        3,
        r"\b(?:boxe?s?|models?|apis?|contract|licen[cs]e|machines?|hardware|appliance|kit|module)\s+(?:(?:\w+\s+){0,2}(?:rent|buy|lease|get|licen[cs]e|comes?)\s+)?from\s+",
        "",
    ),
    (
        ElementKind.DEPENDENCY,
        4,
        "",
        r",\s+(?:our|their)\s+(?:[\w-]+\s+){0,2}(?:system|platform|database|registry|scheduler|directory|service|store|repository|deployment\s+tool|build\s+tool|ticketing\s+tool)\b",
    ),
    (
        ElementKind.DEPENDENCY,
        3,
        r"\b(?:keeps?|stores?|holds?|kept|stored|held|lives?|sits?)\s+(?:(?:its|their|all\s+its)\s+)?(?:[\w-]+\s+){0,2}?(?:in|on)\s+",
        r"(?!\s+(?:team|group))[.,;]|$|\s+and\b",
    ),
    (
        ElementKind.DEPENDENCY,
        3,
        "",
        r"\s+(?:restarts|restarted|times\s+out|timed\s+out|is\s+(?:down|unreachable|offline)|was\s+(?:down|unreachable|offline))\b",
    ),
)
"""(kind, weight, words before the name, words behind it) as patterns; "" where one side says nothing."""
