"""Make the pictures of the README anew: a fresh demo in a temporary folder, looked at in Chromium."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
PORT = 8899
BASE = f"http://127.0.0.1:{PORT}"
# Name, who looks, where, width, color scheme. {…} is filled by a link that the page before it shows.
SHOTS = (
    ("gallery", "", "/gallery/", 1440, "light"),
    ("landing-phone", "", "/", 360, "dark"),
    ("studio", "creator@demo.example", "/studio/", 1440, "light"),
    ("request-phone", "creator@demo.example", "/studio/requests/ > a[href*='/studio/requests/req_']", 360, "light"),
    ("tracking", "creator@demo.example", "/studio/submissions/ > a[href*='/studio/submissions/sub_']", 1440, "dark"),
    ("brand", "brand@demo.example", "/b/nordlys-home/licenses/ > a[href*='/licenses/lic_']", 1440, "light"),
    ("moderation", "moderator@demo.example", "/moderation/ > a[href*='/moderation/sub_']", 1440, "light"),
)


def main() -> int:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        environment = {**os.environ, "VAR_DIR": folder, "DEMO": "1", "PORT": str(PORT)}
        server = subprocess.Popen([sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment)
        try:
            wait(server)
            with sync_playwright() as playwright:
                chromium = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
                for shot in SHOTS:
                    take(chromium, *shot)
                chromium.close()
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
    return 0


def find_chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise SystemExit("needs a Chromium; CHROMIUM may name one")
    return found


def wait(server: subprocess.Popen[bytes]) -> None:
    """The demo is filled first, so this may take a minute or two."""
    end = time.monotonic() + 600
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"{BASE}/health/", timeout=2).close()  # noqa: S310
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the demo did not start")


def take(chromium: Browser, name: str, email: str, where: str, width: int, scheme: str) -> None:
    context = chromium.new_context(
        base_url=BASE,
        viewport={"width": width, "height": 740 if width < 600 else 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    if email:
        sign_in(page, email)
    address, _, selector = where.partition(" > ")
    page.goto(address)
    if selector:
        page.goto(page.locator(selector).first.get_attribute("href") or address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=TARGET / f"{name}.png")
    context.close()
    with Image.open(TARGET / f"{name}.png") as picture:
        picture.convert("RGB").save(TARGET / f"{name}.webp", quality=82, method=6)
    (TARGET / f"{name}.png").unlink()


def sign_in(page: Page, email: str) -> None:
    from ugc_platform.demo import PASSWORD

    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()


if __name__ == "__main__":
    raise SystemExit(main())
