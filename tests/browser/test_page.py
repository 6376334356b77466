"""What a visitor does first: ask, read the verdicts, open a source, walk the graph, see what carries the most."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.ferry_case import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

QUOTE = "The Helm Watch only works if the plan share is mounted read-only"


def put_question(page: Page, question: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=question)).to_be_visible()


def drawing_to_walk(page: Page) -> Locator:
    """The drawing, once it listens to keys: only then can it be reached by them."""
    drawing = page.locator(".lp-canvas")
    expect(drawing).to_have_attribute("tabindex", "0")
    return drawing


def test_a_question_shows_its_verdicts_in_sight(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")

    expect(page.locator(".card.is-weakened .verdict")).to_have_text("weakened")
    expect(page.get_by_role("heading", name="What breaks if the plan share fails?")).to_be_in_viewport()


def test_a_source_opens_in_its_context_as_often_as_asked(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    source = page.locator(".sources li", has_text=QUOTE).get_by_role("button")
    dialog = page.get_by_role("dialog")

    for _ in range(2):
        source.click()
        expect(dialog.locator("mark")).to_have_text(QUOTE)
        expect(dialog).to_contain_text("Nobody looks after that share as far as I know.")
        dialog.get_by_role("button", name="Close", exact=True).click()
        expect(dialog).to_have_count(0)


def test_a_closed_source_gives_the_keys_back_to_its_citation(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    source = page.locator(".sources li", has_text=QUOTE).get_by_role("button")

    source.press("Enter")
    expect(page.get_by_role("dialog").locator("mark")).to_have_text(QUOTE)
    page.keyboard.press("Escape")

    expect(source).to_be_focused()


def test_the_source_of_a_headline_opens(page: Page) -> None:
    put_question(page, "What evidence is there for Claim 2.2?")

    page.locator(".headline button.cite").first.click()

    expect(page.get_by_role("dialog").locator("mark")).to_contain_text("drill of May")


def test_an_earlier_answer_can_be_gone_back_to(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    put_question(page, "What breaks if the Manual Override fails?")

    page.get_by_role("button", name="What breaks if the plan share fails?", exact=True).click()

    expect(page.get_by_role("heading", name="What breaks if the plan share fails?")).to_be_visible()
    expect(page.get_by_role("textbox", name="Read as (counting")).to_have_value(re.compile("read-only mount"))


def test_a_reload_keeps_the_talk(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    put_question(page, "What breaks if the Manual Override fails?")

    page.reload()

    expect(page.get_by_role("heading", name="What breaks if the Manual Override fails?")).to_be_visible()
    expect(page.get_by_text("Asked in this talk")).to_be_visible()


def test_another_visitor_starts_a_talk_of_their_own(page: Page, browser: Browser, address: str) -> None:
    put_question(page, "What breaks if the plan share fails?")

    with browser.new_context() as context:
        other = context.new_page()
        other.goto(address)

        expect(other.get_by_role("heading", name="Ask what this case rests on")).to_be_visible()


def test_an_example_asks_its_question(page: Page) -> None:
    page.get_by_role("button", name="What breaks if Manual Override fails?", exact=True).click()

    expect(page.locator(".card.is-lost")).to_contain_text("Locked-out crew")


def test_the_reading_can_be_edited(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")

    page.get_by_role("textbox", name="Read as (counting").fill("What breaks if the Manual Override fails?")
    page.keyboard.press("Enter")

    expect(page.locator(".card.is-lost")).to_contain_text("Locked-out crew")
    expect(page.get_by_text("Asked in this talk")).to_be_visible()


def test_the_drawing_is_walked_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    expect(page.get_by_text("3 elements and 2 relations")).to_be_visible()

    drawing_to_walk(page).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")

    expect(page.get_by_text("4 elements and 3 relations")).to_be_visible()
    expect(page.get_by_role("heading", name="Claim 2.1")).to_be_visible()


def test_an_element_chosen_by_key_leaves_the_keys_in_the_drawing(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")

    drawing_to_walk(page).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Helm Watch")).to_be_visible()
    expect(page.locator(".lp-canvas")).to_be_focused()


def test_the_buttons_of_a_drawing_cover_no_part_of_it(page: Page) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    expect(page.locator(".lp-canvas canvas").first).to_be_visible()

    drawing, buttons = page.locator(".lp-canvas").bounding_box(), page.locator(".lp-tools").bounding_box()

    assert drawing is not None
    assert buttons is not None
    assert buttons["y"] >= drawing["y"] + drawing["height"]


@pytest.mark.parametrize(("text", "name"), [("watch", "Helm Watch"), ("change", "Silent course change")])
def test_the_drawing_follows_a_search(page: Page, text: str, name: str) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    page.get_by_role("button", name="Locked-out crew", exact=True).click()
    expect(page.get_by_role("heading", name="Locked-out crew")).to_be_visible()

    page.get_by_label("Find an element").fill(text)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_a_click_in_the_drawing_opens_an_element(page: Page) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    drawing = page.locator(".lp-canvas")
    expect(drawing.locator("canvas").first).to_be_visible()
    box = drawing.bounding_box()
    assert box is not None

    page.mouse.click(box["x"] + box["width"] / 2 - 125, box["y"] + box["height"] / 2 - 39)

    expect(page.get_by_role("heading", name="Claim 2.1")).to_be_visible()


def test_what_a_document_says_never_acts(page: Page) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    page.get_by_label("Find an element").fill("onerror")
    page.keyboard.press("Enter")
    page.get_by_role("button", name=HOSTILE).first.click()

    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    expect(page.locator("img[src='x']")).to_have_count(0)


def test_the_table_asks_what_breaks(page: Page) -> None:
    page.get_by_role("link", name="Load-bearing", exact=True).click()

    page.get_by_role("button", name="What breaks if Manual Override fails?", exact=True).click()

    expect(page.locator(".card.is-lost")).to_contain_text("Locked-out crew")


def test_a_step_of_an_answer_leads_to_the_graph(page: Page) -> None:
    put_question(page, "What breaks if the Manual Override fails?")

    page.get_by_role("button", name="Locked-out crew", exact=True).click()

    expect(page.get_by_role("heading", name="Locked-out crew")).to_be_visible()
    expect(page.locator(".lp-canvas canvas").first).to_be_visible()


def test_a_dark_page_has_its_own_colours(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        put_question(page, "What breaks if the Manual Override fails?")

        expect(page.locator(".card.is-lost .verdict")).to_have_css("color", "rgb(249, 112, 102)")


def test_a_narrow_page_does_not_scroll_sideways(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    expect(page.locator(".card")).to_be_visible()

    for width in (640, 360):
        page.set_viewport_size({"width": width, "height": 800})

        page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def test_a_narrow_graph_screen_shows_the_drawing_first(page: Page) -> None:
    page.get_by_role("link", name="Graph", exact=True).click()
    drawing, search = page.locator(".lp-canvas"), page.get_by_label("Find an element")
    expect(drawing.locator("canvas").first).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    expect(drawing).to_be_in_viewport()
    above, below = drawing.bounding_box(), search.bounding_box()

    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]


def test_a_narrow_table_breaks_no_word(page: Page) -> None:
    page.get_by_role("link", name="Load-bearing", exact=True).click()
    expect(page.locator("td .kind-word").first).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})

    assert page.locator("td .kind-word").evaluate_all(
        "words => words.every(word => word.getClientRects().length === 1)"
    )
