"""Many small files, one request."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from core import stylesheet
from core.stylesheet import StylesheetFinder


def test_find_site_css_joins_all_sources_in_layer_order() -> None:
    text = Path(str(finders.find("css/site.css"))).read_text()

    assert text.index("/* tokens.css */") < text.index("/* base.css */") < text.index("/* components/")
    root = StylesheetFinder().root
    assert text.count("\n/* ") + 1 >= len(stylesheet.sources(root))
    # Django's own pages have a sheet of theirs.
    on_disk = {path.relative_to(root).as_posix() for path in root.rglob("*.css")} - {"admin.css"}
    assert {path.relative_to(root).as_posix() for path in stylesheet.sources(root)} == on_disk


def test_find_after_a_source_changed_gives_the_new_text(tmp_path: Path) -> None:
    finder = StylesheetFinder()
    finder.root = tmp_path
    finder.storage = FileSystemStorage(location=tmp_path / "built")
    (tmp_path / "tokens.css").write_text("a{}")
    assert "a{}" in Path(finder.find("css/site.css")).read_text()

    (tmp_path / "tokens.css").write_text("b{}")

    assert "b{}" in Path(finder.find("css/site.css")).read_text()


def test_find_another_path_finds_nothing() -> None:
    assert StylesheetFinder().find("css/tokens.css") == []
