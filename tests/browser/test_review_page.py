"""Deciding on the page, taking answers away, tabs of one visitor, and where the keys go after a press."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.test_page import put_question

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]


def saved(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def test_a_rejected_element_can_be_taken_back(page: Page) -> None:
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("button", name="Reject: Manual Override (control)").click()
    expect(page.get_by_role("button", name="Reject: Manual Override (control)")).to_have_count(0)

    page.get_by_role("tab", name="Decisions").click()
    page.get_by_role("button", name="Undo: rejected Manual Override (control)").click()
    page.get_by_role("tab", name="To decide").click()

    expect(page.get_by_role("button", name="Reject: Manual Override (control)")).to_be_visible()


def test_a_decision_leaves_the_keys_in_the_list(page: Page) -> None:
    page.get_by_role("link", name="Review", exact=True).click()
    accept = page.get_by_role("button", name="Accept: Silent course change (pathway)")

    accept.press("Enter")

    expect(accept).to_have_count(0)
    expect(page.get_by_role("button", name="Accept: Locked-out crew (pathway)")).to_be_focused()


def test_a_question_that_is_pressed_gives_the_keys_to_its_answer(page: Page) -> None:
    question = "What breaks if Manual Override fails?"

    page.get_by_role("button", name=question, exact=True).press("Enter")

    expect(page.get_by_role("heading", name=question)).to_be_focused()


def test_an_earlier_answer_takes_the_keys(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    put_question(page, "What breaks if the Manual Override fails?")

    page.get_by_role("button", name="What breaks if the plan share fails?", exact=True).press("Enter")

    expect(page.get_by_role("heading", name="What breaks if the plan share fails?")).to_be_focused()


def test_an_answer_and_the_case_can_be_saved(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")

    with page.expect_download() as markdown:
        page.get_by_role("button", name="Save as Markdown").click()
    page.get_by_text("Case and scope").click()
    with page.expect_download() as case:
        page.get_by_role("button", name="Export case").click()

    assert saved(markdown.value).startswith("# What breaks if the plan share fails?")
    assert json.loads(saved(case.value))["case"]["id"] == "ferry-1"


def test_two_tabs_go_on_from_one_talk_each_on_its_own(page: Page) -> None:
    put_question(page, "What breaks if the plan share fails?")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_role("heading", name="What breaks if the plan share fails?")).to_be_visible()
    other.wait_for_url(lambda address: address != page.url)

    put_question(other, "What breaks if the Manual Override fails?")
    page.reload()

    expect(page.get_by_role("heading", name="What breaks if the plan share fails?")).to_be_visible()
    expect(page.get_by_text("Asked in this talk")).to_have_count(0)
