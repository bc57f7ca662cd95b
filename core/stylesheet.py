"""One stylesheet from many: static/css/**/*.css joined in layer order as css/site.css.

One request instead of forty, with nothing to build by hand. Paths inside url() are those of a file in static/css/,
so fonts are named in tokens.css only.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
ORDER = ("tokens.css", "base.css", "layout.css", "components/*.css", "pages/*.css", "utilities.css", "print.css")


def sources(root: Path) -> list[Path]:
    return [path for pattern in ORDER for path in sorted(root.glob(pattern))]


def joined(paths: Iterable[Path], root: Path) -> str:
    return "\n".join(f"/* {path.relative_to(root)} */\n{path.read_text(encoding='utf-8')}" for path in paths)


class StylesheetFinder(BaseFinder):
    """Writes the joined file when a source is newer, and shows it to the server and to collectstatic."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.root = Path(settings.BASE_DIR) / "static" / "css"
        self.storage = FileSystemStorage(location=Path(settings.VAR_DIR) / "stylesheet")
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        built = str(self._build())
        return [built] if find_all else built

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        self._build()
        yield NAME, self.storage

    def _build(self) -> Path:
        target = Path(self.storage.path(NAME))
        paths = sources(self.root)
        # The directories tell of files that went away.
        changed = max(path.stat().st_mtime for path in [*paths, *{path.parent for path in paths}])
        if not target.exists() or target.stat().st_mtime <= changed:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}")
            draft.write_text(joined(paths, self.root), encoding="utf-8")
            draft.replace(target)
        return target
