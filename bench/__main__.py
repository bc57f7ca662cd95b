"""`./run bench`: run every measurement and write bench/results/. Figures are ratios within one run on one machine."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sqlite3
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
# Each module has `measure() -> dict` with a list `figures` of {name, value, limit, unit, holds}.
MODULES = ("renditions", "decision", "gallery")
PACKAGES = ("Django", "django-ninja", "granian", "pyvips", "pyvips-binary", "pillow", "psycopg")


def machine() -> dict[str, Any]:
    names = [line.split(":", 1)[1] for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")]
    return {
        "processor": names[0].strip() if names else platform.processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: version(name) for name in PACKAGES},
    }


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}; all when none is named")
    parser.add_argument("--no-write", action="store_true", help="print only")
    options = parser.parse_args()
    report: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "results": {},
    }
    for name in options.modules or MODULES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        report["results"][name] = importlib.import_module(f"bench.{name}").measure()
    print(table(report))
    if not options.no_write:
        RESULTS.mkdir(exist_ok=True)
        stem = RESULTS / f"{report['at'][:10]}-{'-'.join(report['results'])}"
        stem.with_suffix(".json").write_text(json.dumps(report, indent=1, sort_keys=True) + "\n")
        stem.with_suffix(".md").write_text(table(report))
    return 0


def table(report: dict[str, Any]) -> str:
    """The figures as Markdown, with what they were measured on."""
    about = report["machine"]
    packages = ", ".join(f"{name} {number}" for name, number in about["packages"].items())
    lines = [
        f"Measured {report['at']} on {about['cores']} cores of {about['processor']}, Python {about['python']}, "
        f"SQLite {about['sqlite']}; {packages}.",
        "",
        "| figure | measured | asked for | holds |",
        "|---|---|---|---|",
    ]
    for result in report["results"].values():
        for figure in result["figures"]:
            holds = {True: "yes", False: "no", None: "–"}[figure.get("holds")]
            value = f"{figure['value']:.2f}" if isinstance(figure["value"], float) else figure["value"]
            lines.append(
                f"| {figure['name']} | {value} {figure.get('unit', '')} | {figure.get('limit', '')} | {holds} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
