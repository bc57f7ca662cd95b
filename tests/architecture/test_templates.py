"""What every template and every vendored file keeps to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Mail programs know no stylesheet.
PAGES = [path for path in TEMPLATES if "emails" not in path.parts]
VENDOR = ROOT / "static" / "vendor"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_template_has_no_inline_style_or_script(path: Path) -> None:
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert not re.search(r"<[^>]*\sstyle\s*=", text), "style attribute"
    assert not re.search(r"<style\b", text), "style element"
    assert not re.search(r"<[a-z][^>]*\son[a-z]+\s*=\s*[\"']", text), "event handler attribute"
    assert "javascript:" not in text
    for attributes in re.findall(r"<script\b([^>]*)>", text):
        assert "src=" in attributes or "json" in attributes, "inline script"


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.parent.name == "_components"], ids=name)
def test_component_includes_close_their_context(path: Path) -> None:
    for tag in re.findall(r'{% include "_components/[^%]*%}', path.read_text(encoding="utf-8")):
        assert tag.endswith(" only %}"), tag


def test_every_vendored_file_is_listed() -> None:
    listed = set(re.findall(r"`([^`]+)`", (VENDOR / "README.md").read_text(encoding="utf-8")))
    there = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}

    assert there - {"README.md"} - listed == set()
    assert {entry for entry in listed if not entry.startswith("static/")} - there == set()


def test_every_vendored_directory_has_its_license() -> None:
    for readme in VENDOR.rglob("*"):
        if readme.is_file() and readme.name not in {"README.md", "LICENSE"}:
            assert (readme.parent / "LICENSE").exists(), readme


def test_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in VENDOR.rglob("*.woff2")) < 150_000


@pytest.mark.parametrize("path", sorted((ROOT / "static" / "css").rglob("*.css")), ids=name)
def test_stylesheet_is_layered_and_asks_for_nothing_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    # Django's admin is in no layer, and what is in one never wins over that.
    assert ("@layer" in text) is (path.name != "admin.css")
    assert "@import" not in text
    assert "http" not in re.sub(r"href\^=\"http\"", "", text)
    assert path.name == "tokens.css" or "url(" not in text
