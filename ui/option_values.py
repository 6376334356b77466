"""What the values of options may be, told in words where one is not: numbers above zero, decimal numbers, processes."""

from __future__ import annotations

import argparse

MOST_PROCESSES = 256


def positive(text: str) -> int:
    """A whole number of 1 and more; argparse.ArgumentTypeError otherwise."""
    number = int(text) if text.strip().isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number of 1 or more")
    return number


def processes(text: str) -> int:
    """How many processes to use, 1 to 256; argparse.ArgumentTypeError otherwise."""
    number = positive(text)
    if number > MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"'{text}' is more than the {MOST_PROCESSES} that are started at most")
    return number


def decimal(text: str) -> float:
    """A number such as 90 or 0.5; argparse.ArgumentTypeError otherwise."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number") from None
