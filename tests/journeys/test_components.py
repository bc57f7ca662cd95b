"""The components in a real browser: rules of accessibility, and what the small modules do under the strict policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["/styleguide/", "/styleguide/studio/", "/styleguide/gallery/", "/help/", "/nothing-here/", "/accounts/login/"]
OpenBrowser = Callable[..., Page]


def findings(page: Page) -> list[tuple[Any, ...]]:
    # Axe is put into the page by the test; the page's own policy would refuse it.
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


# The styleguide shows both schemes at once.
LOOKS = [(path, phone, dark) for path in PAGES for phone in (False, True) for dark in (False, True)]


@pytest.mark.parametrize(("path", "phone", "dark"), [look for look in LOOKS if look[0] != PAGES[0] or not look[2]])
def test_page_has_no_findings_and_does_not_scroll_sideways(
    open_browser: OpenBrowser, path: str, phone: bool, dark: bool
) -> None:
    page = open_browser(phone=phone, dark=dark, bypass_csp=True)

    page.goto(path)

    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_pages_do_not_scroll_sideways_at_320_pixels(open_browser: OpenBrowser) -> None:
    page = open_browser(phone=True)
    page.set_viewport_size({"width": 320, "height": 600})
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_dropdowns_show_an_arrow_and_text_areas_several_lines(open_browser: OpenBrowser) -> None:
    page = open_browser()
    page.goto("/styleguide/")

    arrow = page.locator(".field__control select:not([multiple])").first
    lines = page.locator(".field__control textarea").first

    expect(arrow).to_have_css("background-image", re.compile("gradient"))
    assert (
        lines.evaluate("field => field.getBoundingClientRect().height / parseFloat(getComputedStyle(field).lineHeight)")
        > 3
    )


def test_choosing_a_look_changes_it_at_once_and_for_the_next_page(open_browser: OpenBrowser) -> None:
    page = open_browser()
    page.goto("/help/")

    page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    page.goto("/styleguide/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_choosing_a_look_without_javascript_works_too(open_browser: OpenBrowser) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto("/help/")

    page.get_by_role("button", name="Dark").click()

    expect(page).to_have_url("/help/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_copying_says_that_it_is_done(open_browser: OpenBrowser) -> None:
    page = open_browser(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/styleguide/")
    copy = page.locator("#c-copy_text .copy").first

    copy.get_by_role("button", name="Copy").click()

    expect(copy.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "Photo: Ida Holm"


def test_menu_closes_by_escape_and_gives_the_focus_back(open_browser: OpenBrowser) -> None:
    page = open_browser()
    page.goto("/styleguide/")
    menu = page.locator("#c-menu details").filter(has=page.locator("summary", has_text="More")).first
    summary = menu.locator("summary")

    summary.focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Edit")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(menu.get_by_role("link", name="Edit")).to_be_hidden()
    expect(summary).to_be_focused()


def test_main_menu_on_a_phone_opens_and_closes_by_keyboard(open_browser: OpenBrowser) -> None:
    page = open_browser(phone=True)
    page.goto("/styleguide/gallery/")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Check a certificate")
    expect(link).to_be_hidden()

    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")

    expect(link).to_be_hidden()


def test_first_tab_stop_leads_past_the_header(open_browser: OpenBrowser) -> None:
    page = open_browser()
    page.goto("/help/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_what_has_the_focus_is_never_under_a_bar(open_browser: OpenBrowser) -> None:
    page = open_browser(phone=True)
    page.goto("/styleguide/studio/")
    covered = """() => {
        const it = document.activeElement, box = it.getBoundingClientRect();
        if (it === document.body) return false;
        const y = Math.min(box.top + box.height / 2, box.bottom - 2);
        const top = document.elementFromPoint(box.left + box.width / 2, y);
        return !(it === top || it.contains(top) || top?.contains(it)) && `${it.tagName} ${it.textContent.trim()}`;
    }"""

    for _ in range(40):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        assert page.evaluate(covered) is False


def test_refused_form_takes_the_focus_to_its_summary(open_browser: OpenBrowser) -> None:
    page = open_browser()
    page.goto("/accounts/login/")

    page.get_by_role("button", name="Sign in", exact=True).last.click()

    summary = page.get_by_role("alert").filter(has=page.get_by_role("heading"))
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.click()
    expect(page.locator("#id_login")).to_be_focused()


def test_targets_are_large_enough(open_browser: OpenBrowser) -> None:
    page = open_browser(phone=True)
    small = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select')]
        .filter(it => it.checkVisibility() && !it.closest('p, li:not([class]) , .prose, dialog:not([open])'))
        .filter(it => !it.matches('label input'))
        .map(it => [it, it.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
        .map(([it]) => it.outerHTML.slice(0, 120))"""
    for path in PAGES:
        page.goto(path)
        assert (path, page.evaluate(small)) == (path, [])
