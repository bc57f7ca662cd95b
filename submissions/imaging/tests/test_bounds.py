"""Small or cheap files that used to cost minutes are refused at once, or looked through in seconds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from submissions.imaging import cage, foreign, inspect
from submissions.imaging.refusals import MAX_SIDE, Unreadable
from submissions.imaging.rights import Rights
from submissions.imaging.tests import hostile

# Of processor time, in the cage: the attacks took forty seconds and more.
FEW_SECONDS = cage.Limits(cpu_seconds=10)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "source"


def refusal_of(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        cage.inspect(path, limits=FEW_SECONDS)
    return caught.value.code


def test_a_strip_of_a_hundred_million_rows_is_refused_by_every_task(path: Path, tmp_path: Path) -> None:
    path.write_bytes(hostile.png_bomb(1, 100_000_000))
    assert path.stat().st_size < 200_000
    out_dir, target = tmp_path / "out", tmp_path / "target"

    for task in (
        lambda: cage.inspect(path, limits=FEW_SECONDS),
        lambda: cage.render(path, out_dir, credit=None, limits=FEW_SECONDS),
        lambda: cage.stamp(path, target, Rights(), limits=FEW_SECONDS),
    ):
        with pytest.raises(Unreadable) as caught:
            task()
        assert (caught.value.code, caught.value.facts) == ("too_long", {"pixels": MAX_SIDE})

    assert [found.name for found in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("kind", hostile.strips())
def test_a_side_that_is_too_long_is_refused_by_the_header(path: Path, kind: str) -> None:
    path.write_bytes(hostile.strips()[kind])

    assert refusal_of(path) == "too_long"


def test_the_longest_side_counts_to_the_last_pixel(path: Path) -> None:
    path.write_bytes(hostile.png_bomb(MAX_SIDE, 2))
    assert inspect.inspect(path).width == MAX_SIDE

    path.write_bytes(hostile.png_bomb(2, MAX_SIDE + 1))
    assert refusal_of(path) == "too_long"


def test_a_side_that_is_too_long_is_told_in_both_languages() -> None:
    refusal = Unreadable("too_long", {"pixels": MAX_SIDE})

    with translation.override("en"):
        assert refusal.message.startswith("One side of this photo is longer than 30000 pixels.")
    with translation.override("da"):
        assert refusal.message.startswith("Den ene side af fotoet er længere end 30000 pixel.")


@pytest.mark.parametrize("kind", hostile.long_company())
def test_45_megabytes_of_company_are_looked_through_in_seconds(path: Path, kind: str) -> None:
    path.write_bytes(hostile.long_company()[kind]())
    assert 45_000_000 < path.stat().st_size < settings.UPLOAD_LIMIT_BYTES

    assert cage.inspect(path, limits=FEW_SECONDS).width == 96


@pytest.mark.parametrize("kind", hostile.crowds())
def test_millions_of_parts_are_refused_in_seconds(path: Path, kind: str) -> None:
    path.write_bytes(hostile.crowds()[kind]())

    assert refusal_of(path) == "too_demanding"


def test_no_search_for_a_second_meaning_repeats_anything_without_end() -> None:
    patterns = [value.pattern for value in vars(foreign).values() if isinstance(value, re.Pattern)]

    assert patterns
    assert [pattern for pattern in patterns if re.search(rb"[^\\][*+]|\{\d*,\}", pattern)] == []
