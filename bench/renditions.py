"""Renditions of one 24-megapixel JPEG: this product beside Pillow doing the same in the plain way.

Both sides make WebP and AVIF at 320, 640, 1280 and 2048 with equal quality and effort (libwebp method, libaom speed),
each run in a fresh process that measures itself from its first line, imports included, and reads its own peak of
resident memory. Runs alternate, the median of each side counts. The product's side has the cage's environment.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROUNDS = 5
LIMIT = 0.7
SIZE = (6000, 4000)
ROOT = Path(__file__).resolve().parents[1]


def measure(rounds: int = ROUNDS) -> dict[str, Any]:
    from submissions.imaging import cage

    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        source = Path(directory) / "source.jpg"
        draw_photo(source)
        sides: dict[str, dict[str, str]] = {
            "product": cage.environment(Path(directory)),
            "plain": {**os.environ, "PYTHONPATH": str(ROOT)},
        }
        runs: dict[str, list[dict[str, Any]]] = {side: [] for side in sides}
        for _ in range(rounds):
            for side, environment in sides.items():
                runs[side].append(_run(side, source, environment))
        source_bytes = source.stat().st_size
    medians = {
        side: {key: statistics.median(run[key] for run in done) for key in ("seconds", "cpu_seconds", "peak_mib")}
        for side, done in runs.items()
    }
    figures = [
        _figure("wall time of renditions, share of plain Pillow", medians, "seconds"),
        _figure("peak memory of renditions, share of plain Pillow", medians, "peak_mib"),
        {**_figure("processor time of renditions, share of plain Pillow", medians, "cpu_seconds"), **_NOT_ASKED},
        {
            "name": "size of renditions, share of plain Pillow",
            "value": runs["product"][0]["bytes"] / runs["plain"][0]["bytes"],
            "unit": "×",
            **_NOT_ASKED,
        },
    ]
    return {"source": {"pixels": list(SIZE), "bytes": source_bytes}, "medians": medians, "figures": figures}


_NOT_ASKED: dict[str, Any] = {"limit": "", "holds": None}


def _figure(name: str, medians: dict[str, dict[str, float]], key: str) -> dict[str, Any]:
    value = medians["product"][key] / medians["plain"][key]
    return {"name": name, "value": value, "unit": "×", "limit": f"≤ {LIMIT}", "holds": value <= LIMIT}


def draw_photo(path: Path, size: tuple[int, int] = SIZE) -> None:
    """Soft shapes, edges, texture and sensor noise, the same at each call."""
    import pyvips

    width, height = size
    shapes = [pyvips.Image.perlin(width, height, cell_size=cell, seed=cell) for cell in (1024, 256, 64, 16)]
    edges = (shapes[0] + shapes[1] * 0.3 > 0.1).ifthenelse(60, 0)
    base = shapes[0] * 50 + shapes[1] * 30 + shapes[2] * 15 + shapes[3] * 8 + edges
    bands = [
        base
        + pyvips.Image.perlin(width, height, cell_size=900, seed=band) * 40
        + pyvips.Image.gaussnoise(width, height, sigma=4, mean=105, seed=band)
        for band in (1, 2, 3)
    ]
    picture = bands[0].bandjoin(bands[1:]).cast("uchar").copy(interpretation="srgb")
    picture.jpegsave(str(path), Q=92)


def _run(side: str, source: Path, environment: dict[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="bench-") as out_dir:
        done = subprocess.run(
            [sys.executable, "-s", "-P", "-m", "bench.renditions", side, str(source), out_dir],
            env=environment,
            cwd=out_dir,
            capture_output=True,
            check=True,
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _product(source: Path, out_dir: Path) -> None:
    from submissions.imaging import renditions
    from submissions.imaging.rights import Rights

    renditions.render(source, out_dir, credit=Rights(creator="Ada", credit_line="Photo: Ada"))


def _plain(source: Path, out_dir: Path) -> None:
    from PIL import Image, ImageOps

    # One name for all three steps, so that Pillow too may free each copy before the next is made.
    picture: Image.Image = Image.open(source)
    picture = ImageOps.exif_transpose(picture)
    picture = picture.convert("RGB")
    for width in (320, 640, 1280, 2048):
        smaller = picture.resize((width, round(width * picture.height / picture.width)), Image.Resampling.LANCZOS)
        # The same coders on both sides: libwebp method 4, and libaom speed 8, which libvips calls effort 1.
        smaller.save(out_dir / f"{width}.webp", quality=80, method=4)
        smaller.save(out_dir / f"{width}.avif", quality=60, speed=8)


SIDES: dict[str, Callable[[Path, Path], None]] = {"product": _product, "plain": _plain}


def _measured(side: str, source: Path, out_dir: Path) -> dict[str, Any]:
    import resource
    import time

    started = time.perf_counter()
    SIDES[side](source, out_dir)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "seconds": seconds,
        "cpu_seconds": used.ru_utime + used.ru_stime,
        "peak_mib": _peak_mib(used.ru_maxrss),
        "bytes": sum(path.stat().st_size for path in out_dir.iterdir()),
    }


def _peak_mib(maxrss: int) -> float:
    """`ru_maxrss` also counts the parent before the exec, so Linux is asked for the peak of this program alone."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return maxrss / 1024
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def main() -> None:
    if len(sys.argv) == 4:
        print(json.dumps(_measured(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        print(json.dumps(measure(), indent=1))


if __name__ == "__main__":
    main()
