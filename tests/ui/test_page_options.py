from __future__ import annotations

import pytest
from streamlit import config

from ui.page_options import PAGE, page_command, page_options


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize(
    "ink", ["textColor", "linkColor", "redColor", "orangeColor", "blueColor", "greenColor", "grayColor"]
)
def test_every_text_colour_can_be_read(scheme: str, paper: str, ink: str) -> None:
    options = page_options(8501)

    assert contrast(options[f"theme.{scheme}.{ink}"], options[f"theme.{scheme}.{paper}"]) >= 4.5


def test_the_page_is_served_to_this_machine_only() -> None:
    options = page_options(8600)

    assert options["server.address"] == "127.0.0.1"
    assert options["server.port"] == "8600"
    assert options["browser.gatherUsageStats"] == "false"


def test_every_option_is_one_of_streamlit() -> None:
    known = set(config.get_config_options())

    assert set(page_options(8501)) <= known


def test_no_option_names_an_address_to_fetch_from() -> None:
    assert not any("http" in value or "//" in value for value in page_options(8501).values())


def test_the_command_serves_the_page() -> None:
    command = page_command("python", 8501)

    assert command[:5] == ("python", "-m", "streamlit", "run", str(PAGE))
    assert "--server.port=8501" in command
