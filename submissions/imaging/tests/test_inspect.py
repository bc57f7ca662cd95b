from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from submissions.imaging.inspect import Inspection, inspect
from submissions.imaging.messages import MESSAGES
from submissions.imaging.refusals import Unreadable
from submissions.imaging.tests import hostile, photos

MIME = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif"}


@pytest.fixture
def file(tmp_path: Path):
    def write(content: bytes, name: str = "photo.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def refusal_of(path: Path, **options) -> str:
    with pytest.raises(Unreadable) as caught:
        inspect(path, **options)
    return caught.value.code


@pytest.mark.parametrize("format", MIME)
def test_inspect_a_still_photo_tells_what_it_is_whatever_its_name(file, format) -> None:
    content = photos.coded(format)

    found = inspect(file(content, "page.html"))

    assert found == Inspection(
        format=format.lower(),
        mime=MIME[format],
        width=96,
        height=64,
        orientation=1,
        has_location=False,
        byte_size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


@pytest.mark.parametrize(
    ("format", "options"),
    [
        ("JPEG", {"progressive": True}),
        ("JPEG", {"mode": "L"}),
        ("JPEG", {"mode": "CMYK"}),
        ("PNG", {"mode": "P"}),
        ("PNG", {"mode": "RGBA"}),
        ("PNG", {"mode": "LA"}),
        ("PNG", {"mode": "I;16"}),
        ("WEBP", {"mode": "RGBA"}),
        ("WEBP", {"lossless": True}),
        ("AVIF", {"mode": "RGBA"}),
    ],
)
def test_inspect_a_rarer_kind_of_pixels_takes_it(file, format, options) -> None:
    mode = options.pop("mode", "RGB")
    picture = photos.scene().convert("L").convert("I;16") if mode == "I;16" else photos.scene(mode=mode)

    assert inspect(file(photos.coded(format, picture, **options))).width == 96


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_inspect_a_turned_photo_gives_its_upright_size(file, format, orientation) -> None:
    found = inspect(file(photos.oriented(format, orientation)))

    assert (found.width, found.height, found.orientation) == (96, 64, orientation)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_inspect_a_turned_avif_gives_its_upright_size(file, orientation) -> None:
    found = inspect(file(photos.oriented("AVIF", orientation)))

    assert (found.width, found.height, found.orientation) == (96, 64, 1)


@pytest.mark.parametrize("way", photos.located())
def test_inspect_a_photo_that_tells_its_place_says_so(file, way) -> None:
    assert inspect(file(photos.located()[way])).has_location is True


def test_inspect_a_photo_with_other_metadata_finds_no_place(file) -> None:
    content = photos.coded("JPEG", exif=photos.camera_exif(place=False), xmp=photos.xmp('photoshop:Credit="Ada"'))

    assert inspect(file(content)).has_location is False


def test_inspect_an_empty_file_refuses_it(file) -> None:
    assert refusal_of(file(b"")) == "empty"


@pytest.mark.parametrize("kind", hostile.mistyped())
def test_inspect_something_else_refuses_it(file, kind) -> None:
    assert refusal_of(file(hostile.mistyped()[kind], "photo.jpg")) == "not_an_image"


@pytest.mark.parametrize("kind", hostile.unsupported())
def test_inspect_a_picture_in_another_format_refuses_it_as_such(file, kind) -> None:
    assert refusal_of(file(hostile.unsupported()[kind], "photo.jpg")) == "unsupported_format"


@pytest.mark.parametrize("kind", hostile.animated())
def test_inspect_a_moving_picture_refuses_it(file, kind) -> None:
    assert refusal_of(file(hostile.animated()[kind])) == "animated"


@pytest.mark.parametrize("kind", hostile.polyglots())
def test_inspect_a_file_with_a_second_meaning_refuses_it(file, kind) -> None:
    assert refusal_of(file(hostile.polyglots()[kind])) == "polyglot"


@pytest.mark.parametrize("kind", hostile.in_company())
def test_inspect_a_photo_with_a_camera_trailer_takes_it(file, kind) -> None:
    assert inspect(file(hostile.in_company()[kind])).width == 96


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_inspect_200_megapixels_refuses_them_by_the_header(file, kind) -> None:
    content = hostile.huge()[kind]
    assert len(content) < 100_000

    assert refusal_of(file(content)) == "too_many_pixels"


def test_inspect_the_pixel_limit_counts_to_the_last_pixel(file) -> None:
    path = file(photos.coded("PNG"))

    assert inspect(path, max_pixels=96 * 64).width == 96
    assert refusal_of(path, max_pixels=96 * 64 - 1) == "too_many_pixels"


@pytest.mark.parametrize("format", MIME)
def test_inspect_a_truncated_file_refuses_it_wherever_it_ends(file, format) -> None:
    content = photos.coded(format, photos.scene((160, 120)))

    refused = {refusal_of(file(part)) for part in (*hostile.truncations(content), content[:-1])}

    assert refused <= {"truncated", "broken", "not_an_image"}
    assert "truncated" in refused


@pytest.mark.parametrize("format", MIME)
def test_inspect_a_damaged_file_refuses_or_reads_it_but_raises_nothing_else(file, format) -> None:
    content = photos.coded(format)

    outcomes = set()
    for damaged in hostile.flipped(content, 150):
        try:
            outcomes.add(inspect(file(damaged)).format)
        except Unreadable as refusal:
            outcomes.add(refusal.code)

    assert outcomes <= {format.lower(), *MESSAGES}
    assert len(outcomes) > 1


def test_inspect_a_png_with_a_wrong_checksum_refuses_it_as_broken(file) -> None:
    content = photos.coded("PNG")
    at = content.index(b"IDAT") + 6

    assert refusal_of(file(content[:at] + b"\0" + content[at + 1 :])) == "broken"
