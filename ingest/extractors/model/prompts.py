"""The prompts from their files: a version line, a rule, and the text with its blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

_RULE = "\n---\n"


@dataclass(frozen=True)
class Prompt:
    """A prompt: `version` goes with everything that it produced."""

    name: str
    version: str
    text: str

    def filled(self, blanks: Mapping[str, str]) -> str:
        """The text with every `$blank` filled; KeyError where one is missing."""
        return Template(self.text).substitute(blanks)


@cache
def prompt(name: str) -> Prompt:
    """The prompt of this name; ValueError where its file does not begin with a version."""
    head, rule, text = files("ingest.prompts").joinpath(f"{name}.md").read_text(encoding="utf-8").partition(_RULE)
    label, _, version = head.partition(":")
    if not rule or label != "version" or not version.strip():
        raise ValueError(f"prompt '{name}' has no version")
    return Prompt(name, version.strip(), text.strip())


def prompt_versions() -> str:
    """All prompts with their versions, such as "read 1, document 1": what a reading was made with."""
    return ", ".join(f"{name} {prompt(name).version}" for name in ("read", "document", "part", "second_look"))
