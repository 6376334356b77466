"""What is wrong with a value that failed validation, and where, in words for people."""

from __future__ import annotations

from pydantic import ValidationError

_SHOWN = 60


def first_fault(error: ValidationError) -> str:
    """The first fault in one line: where it is, what is wrong, and what stood there."""
    fault = error.errors(include_url=False, include_context=False)[0]
    where = place(fault["loc"])
    match fault["type"]:
        case "missing":
            return f"{where} is missing"
        case "extra_forbidden":
            return f"{where} is no field that a case has"
        case "json_invalid":
            return str(fault["msg"]).removeprefix("Invalid JSON: ")
        case "value_error":
            return f"{where}: {str(fault['msg']).removeprefix('Value error, ')}"
        case _:
            return f"{where} is {_short(fault['input'])}: {str(fault['msg']).replace('Input should', 'it should')}"


def place(steps: tuple[str | int, ...]) -> str:
    """Where in a file: ('elements', 3, 'kind') -> 'elements[3].kind'; 'it' for the whole."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return words.removeprefix(".") or "it"


def _short(value: object) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
