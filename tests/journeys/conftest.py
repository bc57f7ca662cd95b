"""A real Chromium against a running server, for tests that walk through the product as people do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from accounts.models import User
from core import jobs
from trail import readers, sequencer

NAMES = ("chromium", "chromium-browser", "google-chrome")
# What htmx says when the page that polls is left.
CUT_OFF = ("htmx:afterRequest", "htmx:sendError", "htmx:sendAbort")
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}


def chromium_path() -> str:
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "/usr/bin/chromium")
    if not Path(named).exists():
        reason = "no Chromium found: the environment variable CHROMIUM may name one"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"REQUIRE_ALL=1, but {reason}")
        pytest.skip(reason)
    return named


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    # Playwright's own event loop runs in this thread, which Django takes for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()
    if before is None:
        os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)


@pytest.fixture
def open_browser(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Call it once per person: each gets a browser of their own. What the console complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # The status of an answer is tested where it is meant, and leaving a page cuts off what it was asking for.
        expected = ("Failed to load resource", *CUT_OFF)
        if message.type == "error" and not message.text.startswith(expected):
            complaints.append(message.text)

    def open_page(*, phone: bool = False, dark: bool = False, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=PHONE if phone else DESKTOP,  # type: ignore[arg-type]
            color_scheme="dark" if dark else "light",
            locale="en-US",
            accept_downloads=True,
            **options,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def enter() -> Callable[[Page, User], Page]:
    """With a session of the server's own: signing in is another journey."""

    def run(page: Page, user: User) -> Page:
        client = Client()
        client.force_login(user)
        page.goto("/health/")
        host, session = urlsplit(page.url).hostname, client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "domain": host, "path": "/"}])
        return page

    return run


@pytest.fixture
def catch_up() -> Callable[[], None]:
    """What the worker would do by itself: background jobs, then the trail and all who read it."""

    def run() -> None:
        jobs.run_all()
        sequencer.number_all()
        readers.follow_all()
        jobs.run_all()

    return run
