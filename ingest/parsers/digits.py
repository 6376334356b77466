"""Counts of lists in the digits that they are printed in."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4000


def digits(count: int, kind: str) -> str:
    """A count in the digits of that kind: decimal, lowerLetter, upperRoman and their like."""
    match kind:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 50) if count > 0 else "0"
            return letters.upper() if kind == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(count).upper() if kind == "upperRoman" else _roman(count)
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            tail = {1: "st", 2: "nd", 3: "rd"}.get(count % 10 if count // 10 % 10 != 1 else 0, "th")
            return f"{count}{tail}"
        case "none":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    if not 0 < count < _MOST_ROMAN:
        return str(count)
    found = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            found += letters
            count -= worth
    return found
