from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
import pyvips
from PIL import Image, ImageStat

from submissions.imaging import renditions, tones
from submissions.imaging.rights import Rights
from submissions.imaging.sizes import MAX_HEIGHT, fitting
from submissions.imaging.tests import photos, reading

CREDIT = Rights(
    creator="Ada Øster",
    credit_line="Photo: Ada Øster <ada> & Co",
    copyright_notice="© Ada Øster",
    web_statement="https://photos.example/w/1",
)


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def corners(picture: Image.Image) -> list[tuple[int, ...]]:
    """The middle of each quarter, clockwise from the top left."""
    width, height = picture.size
    points = [(1, 1), (3, 1), (3, 3), (1, 3)]
    pixels = picture.convert("RGB")
    return [pixels.getpixel((width * x // 4, height * y // 4)) for x, y in points]  # type: ignore[misc]


def close(one: tuple[int, ...], other: tuple[int, ...], tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def test_fitting_sizes_never_exceed_the_picture() -> None:
    assert fitting(6000, 4000) == [(320, 213), (640, 427), (1280, 853), (2048, 1365)]
    assert fitting(1280, 720) == [(320, 180), (640, 360), (1280, 720)]
    assert fitting(319, 500) == [(319, 500)]


def test_fitting_sizes_of_a_strip_stay_codable() -> None:
    assert fitting(100_000, 2) == [(320, 1), (640, 1), (1280, 1), (2048, 1)]
    assert fitting(1000, 90_000) == [(91, 8190)]
    assert all(height <= MAX_HEIGHT for _, height in fitting(2000, 20_000))


def test_render_a_large_photo_makes_both_formats_in_each_width(tmp_path: Path) -> None:
    source = write(tmp_path / "source", photos.coded("JPEG", photos.scene((1500, 1000)), quality=95))

    files = renditions.render(source, tmp_path, credit=CREDIT)

    assert [(file.format, file.width, file.height) for file in files] == [
        ("avif", 320, 213),
        ("webp", 320, 213),
        ("avif", 640, 427),
        ("webp", 640, 427),
        ("avif", 1280, 853),
        ("webp", 1280, 853),
    ]
    for file in files:
        assert file.path == tmp_path / f"{file.width}.{file.format}"
        assert file.byte_size == file.path.stat().st_size
        with Image.open(file.path) as picture:
            assert picture.format == file.format.upper()
            assert picture.size == (file.width, file.height)
            assert all(map(close, corners(picture), (photos.RED, photos.GREEN, photos.BLUE, photos.WHITE)))


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_render_a_small_photo_makes_its_own_width_only(tmp_path: Path, format: str) -> None:
    source = write(tmp_path / "source", photos.coded(format))

    files = renditions.render(source, tmp_path, credit=None)

    assert [(file.format, file.width, file.height) for file in files] == [("avif", 96, 64), ("webp", 96, 64)]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_render_a_turned_photo_shows_it_upright(tmp_path: Path, format: str, orientation: int) -> None:
    source = write(tmp_path / "source", photos.oriented(format, orientation, (480, 320)))

    files = renditions.render(source, tmp_path, credit=None, widths=(320,))

    assert {(file.width, file.height) for file in files} == {(320, 213)}
    for file in files:
        with Image.open(file.path) as picture:
            assert picture.getexif().get(0x0112) is None
            assert all(map(close, corners(picture), (photos.RED, photos.GREEN, photos.BLUE, photos.WHITE)))


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "AVIF"])
def test_render_a_photo_with_place_and_device_leaves_only_the_credit(tmp_path: Path, format: str) -> None:
    private = (b"SERIAL-4711", b"MAKERNOTE-SECRET", b"GPSLatitude", b"Phone 12", b"Roskilde")
    content = photos.coded(format, exif=photos.camera_exif(), xmp=photos.PLACE_XMP)
    if format == "JPEG":
        content = photos.with_segment(content, 0xED, photos.iptc_segment((90, b"Roskilde")))
        assert all(secret in content for secret in private)
    assert b"SERIAL-4711" in content
    source = write(tmp_path / "source", content)

    files = renditions.render(source, tmp_path, credit=CREDIT)

    for file in files:
        made = file.path.read_bytes()
        assert not any(secret in made for secret in private)
        with Image.open(file.path) as picture:
            assert not picture.getexif()
            assert "icc_profile" not in picture.info
        assert reading.xmp(file.path) == {
            "dc:creator": ["Ada Øster"],
            "dc:rights": "© Ada Øster",
            "photoshop:Credit": "Photo: Ada Øster <ada> & Co",
            "xmpRights:Marked": "True",
            "xmpRights:WebStatement": "https://photos.example/w/1",
        }


def test_render_without_a_credit_writes_no_metadata(tmp_path: Path) -> None:
    source = write(tmp_path / "source", photos.coded("JPEG", xmp=photos.PLACE_XMP))

    for file in renditions.render(source, tmp_path, credit=None):
        assert b"xmp" not in file.path.read_bytes().lower()


@pytest.mark.parametrize("format", ["jpeg", "png", "webp"])
def test_render_a_photo_with_a_wide_profile_converts_its_colors(tmp_path: Path, format: str) -> None:
    scene = photos.scene()
    plain = pyvips.Image.new_from_memory(scene.tobytes(), 96, 64, 3, "uchar").copy(interpretation="srgb")
    wide = plain.icc_transform("p3", input_profile="srgb")
    source = tmp_path / f"source.{format}"
    wide.write_to_file(str(source), Q=95) if format != "png" else wide.write_to_file(str(source))
    with Image.open(source) as stored:
        assert "icc_profile" in stored.info
        assert not close(corners(stored)[1], photos.GREEN)

    for file in renditions.render(source, tmp_path, credit=None):
        with Image.open(file.path) as picture:
            assert "icc_profile" not in picture.info
            assert all(map(close, corners(picture), (photos.RED, photos.GREEN, photos.BLUE, photos.WHITE)))


def test_render_a_photo_with_a_broken_color_profile_ignores_it(tmp_path: Path) -> None:
    source = write(tmp_path / "source", photos.coded("JPEG", quality=95, icc_profile=b"not a profile" * 20))

    for file in renditions.render(source, tmp_path, credit=None):
        with Image.open(file.path) as picture:
            assert close(corners(picture)[0], photos.RED)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGBA", "LA", "P", "I;16"])
def test_render_other_pixels_makes_srgb_with_eight_bits(tmp_path: Path, mode: str) -> None:
    scene = photos.scene((400, 260))
    if mode == "I;16":
        picture = scene.convert("L").convert("I;16").point(lambda value: value * 257)
    else:
        picture = scene.quantize(16) if mode == "P" else scene.convert(mode)
    source = write(tmp_path / "source", photos.coded("JPEG" if mode == "CMYK" else "PNG", picture))

    files = renditions.render(source, tmp_path, credit=None)

    expected = scene.convert("L" if mode in ("L", "LA", "I;16") else "RGB").convert("RGB")
    for file in files:
        with Image.open(file.path) as made:
            assert made.size == (320, 208)
            assert made.mode in ("RGB", "RGBA")
            # Inks have no exact colors without a profile.
            tolerance = 90 if mode == "CMYK" else 14
            assert all(close(*pair, tolerance) for pair in zip(corners(made), corners(expected), strict=True))


def test_render_a_deep_avif_makes_eight_bits_and_keeps_it_transparent(tmp_path: Path) -> None:
    source = write(tmp_path / "source", photos.deep_avif())

    for file in renditions.render(source, tmp_path, credit=None):
        with Image.open(file.path) as made:
            seen = made.convert("RGBA")
        assert close(corners(seen)[1], photos.GREEN)
        assert [seen.getpixel((x, 32))[3] for x in (16, 72)] == [0, 255]  # type: ignore[index]


def test_render_a_transparent_photo_keeps_it_transparent(tmp_path: Path) -> None:
    picture = photos.scene((400, 260), "RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    source = write(tmp_path / "source", photos.coded("PNG", picture))

    for file in renditions.render(source, tmp_path, credit=None):
        with Image.open(file.path) as made:
            top, bottom = made.convert("RGBA").getpixel((160, 2)), made.convert("RGBA").getpixel((160, 205))
            assert top[3] < 8 < 240 < bottom[3]  # type: ignore[index]


def test_placeholder_is_a_small_picture_inside_the_page(tmp_path: Path) -> None:
    pictures = {
        "scene": photos.scene((400, 300)),
        "noise": Image.effect_noise((400, 300), 90).convert("RGB"),
        "line": Image.new("RGB", (400, 1), photos.RED),
    }
    for name, picture in pictures.items():
        url = tones.placeholder(write(tmp_path / name, photos.coded("PNG", picture)))

        assert url.startswith("data:image/webp;base64,")
        assert len(url) <= 200
        with Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))) as made:
            assert max(made.size) == 16


def test_dominant_color_is_that_of_the_largest_part(tmp_path: Path) -> None:
    picture = Image.new("RGB", (100, 100), photos.BLUE)
    picture.paste(photos.RED, (0, 0, 100, 30))
    color = tones.dominant_color(write(tmp_path / "source", photos.coded("PNG", picture)))

    assert close(tuple(bytes.fromhex(color[1:])), photos.BLUE)


def test_dominant_color_of_a_transparent_picture_is_white(tmp_path: Path) -> None:
    source = write(tmp_path / "source", photos.coded("PNG", Image.new("RGBA", (50, 50), (9, 9, 9, 0))))

    assert tones.dominant_color(source) == "#ffffff"


def test_render_a_shrunk_decode_loses_nothing_that_is_seen(tmp_path: Path) -> None:
    picture = Image.effect_mandelbrot((2000, 1400), (-2, -1.4, 1, 1.4), 60).convert("RGB")
    source = write(tmp_path / "source", photos.coded("JPEG", picture, quality=95))

    renditions.render(source, tmp_path, credit=None, widths=(640,))

    with Image.open(tmp_path / "640.webp") as made:
        plain = picture.resize(made.size, Image.Resampling.LANCZOS)
        difference = Image.blend(plain, made.convert("RGB"), 0.5)
        assert ImageStat.Stat(difference).mean[0] == pytest.approx(ImageStat.Stat(plain).mean[0], abs=1)
