"""What stands before a Markdown document: comments and a block of settings between lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMENTS = re.compile(r"\A(?:\s*<!--(?!\s*p(?:age|\.)).*?-->[ \t]*\n)*", re.DOTALL | re.IGNORECASE)
_SETTINGS = re.compile(
    r"\A\s*---[ \t]*\n(?P<lines>(?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n){0,400}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_SETTING = re.compile(r"^(?P<name>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*))?$", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """The settings that are single values, by name in lower case, and the number of lines that they take up."""

    settings: tuple[tuple[str, str], ...] = ()
    lines: int = 0

    def setting(self, name: str) -> str:
        """A setting's value; '' where it is not set."""
        return dict(self.settings).get(name, "")


def front_matter(text: str) -> FrontMatter:
    """The settings in front of a document; none where its first lines are not settings but a rule or a list."""
    comments = _COMMENTS.match(text)
    begin = comments.end() if comments else 0
    found = _SETTINGS.match(text[begin:])
    settings = tuple(
        (line["name"].lower(), _unquoted(line["value"] or ""))
        for line in _SETTING.finditer(found["lines"] if found else "")
    )
    if not found or not settings:
        return FrontMatter()
    return FrontMatter(settings, text.count("\n", 0, begin + found.end()))


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
