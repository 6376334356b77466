"""How the page is served and how it looks: the options that Streamlit is started with.

Served to this machine only, without usage statistics, with fonts that Streamlit brings along: nothing is
fetched from anywhere else. The palette's colours of verdicts are the theme's red, orange, blue, green and gray.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ui.views.palette import MARKS, NO_VERDICT

PAGE = Path(__file__).with_name("app.py")

_SERVER = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.runOnSave": "false",
    "browser.gatherUsageStats": "false",
    "browser.serverAddress": "127.0.0.1",
    "logger.hideWelcomeMessage": "true",
    "logger.level": "warning",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
}
_SHAPES = {
    "font": "sans-serif",
    "headingFont": "serif",
    "codeFont": "monospace",
    "baseRadius": "4px",
    "buttonRadius": "4px",
    "baseFontSize": "16",
    "showWidgetBorder": "true",
    "paddingTop": "1.25rem",
    "paddingBottom": "1.5rem",
}
_LIGHT = {
    "primaryColor": "#4A3AA7",
    "backgroundColor": "#FFFFFF",
    "secondaryBackgroundColor": "#F6F5F2",
    "textColor": "#1D2129",
    "linkColor": "#4A3AA7",
    "borderColor": "#D9D6CF",
}
_DARK = {
    "primaryColor": "#7A6AE0",
    "backgroundColor": "#15171B",
    "secondaryBackgroundColor": "#1E2126",
    "textColor": "#E7E8EB",
    "linkColor": "#B9AEFA",
    "borderColor": "#3A3F47",
}
_COLOURS = {"red": "lost", "orange": "weakened", "blue": "thinned", "green": "intact"}


def page_options(port: int) -> Mapping[str, str]:
    """Every option of the server and the theme by its full name, as text."""
    theme = {f"theme.{name}": value for name, value in _SHAPES.items()}
    for scheme, colours in (("light", _LIGHT), ("dark", _DARK)):
        theme |= {f"theme.{scheme}.{name}": value for name, value in colours.items()}
        marks = {name: MARKS[verdict] for name, verdict in _COLOURS.items()} | {"gray": NO_VERDICT}
        theme |= {f"theme.{scheme}.{name}Color": getattr(mark, scheme) for name, mark in marks.items()}
        theme |= {f"theme.{scheme}.{name}TextColor": getattr(mark, scheme) for name, mark in marks.items()}
    return MappingProxyType({**_SERVER, "server.port": str(port), **theme})


def page_command(python: str, port: int, *, address: str = _SERVER["server.address"]) -> tuple[str, ...]:
    """The command that serves the page with this Python on this port, to this machine only or where `address` is."""
    given = {**page_options(port), "server.address": address}
    options = (f"--{name}={value}" for name, value in given.items())
    return (python, "-m", "streamlit", "run", str(PAGE), *options)
