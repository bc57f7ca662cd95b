"""What a decoder passes over: a page there is refused, and words there are not delivered."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from submissions.imaging import foreign, metadata, rewriting, survey
from submissions.imaging.containers import png
from submissions.imaging.inspect import inspect
from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import Rights
from submissions.imaging.tests import hostile, photos

PAGE = b"<!doctype html><html><script>tell('GPSLatitude 55.6761')</script></html>"
WORDS = b"Taken at home: GPSLatitude 55.6761, GPSLongitude 12.5683, and more that is nobody's business"
PLACES = list(hostile.hidden(PAGE))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "source"


def stamped(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    target = path.with_name("target")
    metadata.stamp(path, target, Rights(creator="Ada"))
    return target


def refusal_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        inspect(path)
    return caught.value.code


@pytest.mark.parametrize("place", PLACES)
def test_a_page_where_decoders_pass_over_it_is_refused(path: Path, place: str) -> None:
    assert refusal_of(path, hostile.hidden(PAGE)[place]) == "polyglot"


@pytest.mark.parametrize("place", PLACES)
def test_words_where_decoders_pass_over_them_are_not_delivered(path: Path, place: str) -> None:
    content = hostile.hidden(WORDS)[place]

    target = stamped(path, content)

    assert b"GPSLatitude" not in target.read_bytes()
    assert inspect(target).width == 96


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_profile_with_words_behind_it_is_delivered_without_them(path: Path, format: str) -> None:
    target = stamped(path, photos.coded(format, icc_profile=photos.SRGB + WORDS))

    with Image.open(target) as delivered:
        assert delivered.info["icc_profile"] == photos.SRGB


def test_a_profile_in_several_pieces_is_delivered_whole(path: Path) -> None:
    profile = bytearray(photos.SRGB + bytes(range(256)) * 700)
    profile[:4] = len(profile).to_bytes(4, "big")

    target = stamped(path, photos.coded("JPEG", icc_profile=bytes(profile)))

    with Image.open(target) as delivered:
        assert delivered.info["icc_profile"] == bytes(profile)


def test_a_chunk_that_stands_once_in_a_png_is_delivered_once(path: Path) -> None:
    pieces = b"".join(png.chunk(b"mDCV", WORDS[at : at + 24]) for at in range(0, 72, 24))
    content = photos.coded("PNG")

    delivered = stamped(path, content[:33] + pieces + content[33:]).read_bytes()

    assert delivered.count(b"mDCV") == 1
    assert WORDS[24:48] not in delivered


def test_a_webp_with_two_pictures_is_refused(path: Path) -> None:
    content = photos.coded("WEBP")

    assert refusal_of(path, hostile.riff(content[12:] + content[12:])) == "broken"


# The rows are there before these bytes begin: a decoder reads no further.
@pytest.mark.parametrize(
    "page", [PAGE, hostile.PHP, b"<svg onload=alert(1)><body>Welcome to my page", b"<IFRAME src=x>"]
)
def test_a_page_inside_the_coded_pixels_is_refused(path: Path, page: bytes) -> None:
    content = photos.coded("JPEG")

    assert refusal_of(path, content[:-2] + page + content[-2:]) == "polyglot"


def test_a_page_among_the_pixels_of_a_png_is_refused(path: Path) -> None:
    row = b"\0" + PAGE.ljust(96 * 3)
    content = hostile.framed_png(96, 1, zlib.compress(row, 0))
    assert refusal_of(path, content) == "polyglot"

    path.write_bytes(hostile.framed_png(96, 1, zlib.compress(bytes(len(row)), 0)))
    assert inspect(path).width == 96


@pytest.mark.parametrize("kind", [b"free", b"uuid", b"skip"])
def test_a_page_in_a_box_of_an_avif_is_refused(path: Path, kind: bytes) -> None:
    box = (8 + len(PAGE)).to_bytes(4, "big") + kind + PAGE

    assert refusal_of(path, photos.coded("AVIF") + box) == "polyglot"


def archive() -> bytes:
    """Always the same bytes, none of which ends the coded pixels of a JPEG."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as content:
        content.writestr(zipfile.ZipInfo("a.txt"), b"hello")
    assert b"\xff" not in target.getvalue()
    return target.getvalue()


def test_an_archive_that_comes_to_light_when_the_rest_is_cut_away_is_refused(path: Path) -> None:
    jpeg = photos.coded("JPEG")
    content = jpeg[:-2] + archive() + jpeg[-2:] + bytes(70_000)
    assert not foreign.is_zip(content)
    assert foreign.is_zip(rewriting.rewritten(content, "jpeg"))

    assert refusal_of(path, content) == "polyglot"


def test_a_pdf_that_comes_to_light_when_the_rest_is_cut_away_is_refused(path: Path) -> None:
    jpeg = photos.coded("JPEG", photos.scene((8, 8)))
    content = photos.with_segment(jpeg[:-2] + b"%PDF-1.7\n" + jpeg[-2:], 0xFE, bytes(1024))
    assert b"%PDF-" in rewriting.rewritten(content, "jpeg")[:1024]

    assert refusal_of(path, content) == "polyglot"


def test_chance_writes_no_page_into_coded_pixels(path: Path) -> None:
    noise = Image.effect_noise((1600, 1200), 90)
    content = photos.coded("PNG", noise)
    assert len(content) > 1_000_000
    path.write_bytes(content[:-12] + png.chunk(b"IEND", b""))

    assert inspect(path).width == 1600
    assert survey.take(content).end == len(content)
