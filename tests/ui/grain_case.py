"""A small case about grain, and what the commands say about it."""

from __future__ import annotations

import json

import pytest

from ui.cli import main

REPORT = """# Risk report

## Pathways

1. Grain theft: the elevator empties a silo at night.

## Claim 1: Silos stay shut at night

Pathway 1 rests on Claim 1. The Night Lock Monitor blocks every silo after dusk. Claim 1 is supported by the Night Lock
Monitor. The Night Lock Monitor depends on the badge server.

## Weather

It rained.
"""
INTERVIEW = """# Interview

Q: What does the lock need?

A: The Night Lock Monitor depends on the badge server. The Yard Team operates the Night Lock Monitor.
"""


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def value(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    return json.loads(said(capsys, *arguments, "--json"))


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 2
    return printed.err
