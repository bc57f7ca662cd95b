from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from submissions.imaging import metadata
from submissions.imaging.containers import png
from submissions.imaging.inspect import inspect
from submissions.imaging.refusals import Unreadable
from submissions.imaging.rights import DATA_MINING_PROHIBITED, Rights
from submissions.imaging.tests import hostile, photos, reading

RIGHTS = Rights(
    creator="Ada Øster",
    credit_line='Photo: Ada "Ø" <ada> & Co',
    copyright_notice="© 2025 Ada Øster",
    usage_terms="Web and social media, Denmark, until 2027-01-01. Not for AI training.",
    web_statement="https://photos.example/verify/ABC?a=1&b=2",
    license_number="UGC-2025-0001",
    licensor_name="Ada Øster",
    licensor_url="https://photos.example/@ada",
    data_mining=DATA_MINING_PROHIBITED,
    digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
)
WRITTEN = {
    "dc:creator": ["Ada Øster"],
    "dc:rights": "© 2025 Ada Øster",
    "photoshop:Credit": 'Photo: Ada "Ø" <ada> & Co',
    "xmpRights:Marked": "True",
    "xmpRights:UsageTerms": "Web and social media, Denmark, until 2027-01-01. Not for AI training.",
    "xmpRights:WebStatement": "https://photos.example/verify/ABC?a=1&b=2",
    "plus:Licensor": [{"plus:LicensorName": "Ada Øster", "plus:LicensorURL": "https://photos.example/@ada"}],
    "plus:LicensorTransactionID": ["UGC-2025-0001"],
    "plus:DataMining": DATA_MINING_PROHIBITED,
    "Iptc4xmpExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
}
PRIVATE = (b"SERIAL-4711", b"MAKERNOTE-SECRET", b"Phone 12", b"Owner Of Phone", b"GPSLatitude", b"Roskilde", b"COMMENT")


def full_of_metadata(format: str) -> bytes:
    picture = photos.scene(mode="RGBA") if format == "PNG" else photos.scene()
    packet = photos.PLACE_XMP.replace(b"<rdf:Description", b'<rdf:Description dc:source="Roskilde"')
    options: dict[str, Any] = {"xmp": packet}
    if format == "PNG":
        # Pillow writes no XMP into a PNG by itself.
        options = {"pnginfo": PngImagePlugin.PngInfo()}
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode())
        options["pnginfo"].add_text("Comment", "COMMENT", zip=False)
    content = photos.coded(format, picture, exif=photos.camera_exif(), icc_profile=photos.SRGB, **options)
    if format == "JPEG":
        content = photos.with_segment(content, 0xED, photos.iptc_segment((90, b"Roskilde"), (120, b"COMMENT")))
        content = photos.with_segment(content, 0xFE, b"COMMENT") + b"\0" * 9 + photos.coded("JPEG", comment=b"COMMENT")
    return content


def coded_picture(content: bytes) -> bytes:
    """The bytes that hold the pixels, found without the code under test."""
    if content.startswith(b"\xff\xd8"):
        tables = b"".join(re.findall(rb"\xff\xdb\x00C.{65}", content, re.DOTALL)[:2])
        scan = content[content.index(b"\xff\xda") :]
        return tables + scan[: scan.index(b"\xff\xd9") + 2]
    if content.startswith(b"\x89PNG"):
        return content[content.index(b"IDAT") - 4 : content.rindex(b"IEND") + 8]
    at = content.index(b"VP8 ")
    return content[at : at + 8 + int.from_bytes(content[at + 4 : at + 8], "little")]


def stamp(tmp_path: Path, content: bytes, rights: Rights = RIGHTS) -> Path:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(content)
    metadata.stamp(source, target, rights)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target"]
    return target


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_stamp_a_photo_writes_the_rights_and_leaves_the_pixels_alone(tmp_path: Path, format: str) -> None:
    content = full_of_metadata(format)

    target = stamp(tmp_path, content)

    assert reading.xmp(target) == WRITTEN
    assert coded_picture(target.read_bytes()) == coded_picture(content)
    with Image.open(target) as stamped, Image.open(tmp_path / "source") as source:
        assert stamped.format == format
        assert stamped.tobytes() == source.tobytes()
        assert stamped.info["icc_profile"] == photos.SRGB
        # Pillow reads these bytes as Latin-1; they are UTF-8.
        written = {tag: text.encode("latin-1").decode() for tag, text in stamped.getexif().items()}
        assert written == {0x013B: "Ada Øster", 0x8298: "© 2025 Ada Øster"}
    assert inspect(target).has_location is False


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_stamp_a_photo_leaves_place_device_and_comments_behind(tmp_path: Path, format: str) -> None:
    content = full_of_metadata(format)
    assert b"SERIAL-4711" in content
    assert b"GPSLatitude" in content

    stamped = stamp(tmp_path, content).read_bytes()

    assert [secret for secret in PRIVATE if secret in stamped] == []
    assert stamped.count(b"<x:xmpmeta") == 1


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_stamp_a_photo_is_read_by_exiftool(tmp_path: Path, format: str) -> None:
    target = stamp(tmp_path, full_of_metadata(format))

    # Without exiftool the reader of the standard library still has to find everything.
    assert reading.xmp(target) == WRITTEN
    tags = reading.exiftool(target)
    if tags is None:
        return
    assert "ExifTool:Warning" not in tags
    assert "ExifTool:Error" not in tags
    assert not [name for name in tags if name.startswith(("GPS", "MakerNotes", "ExifIFD", "XMP-exif", "IFD1"))]
    expected = {
        "IFD0:Artist": "Ada Øster",
        "IFD0:Copyright": "© 2025 Ada Øster",
        "XMP-dc:Creator": ["Ada Øster"],
        "XMP-dc:Rights": "© 2025 Ada Øster",
        "XMP-photoshop:Credit": RIGHTS.credit_line,
        "XMP-xmpRights:Marked": True,
        "XMP-xmpRights:UsageTerms": RIGHTS.usage_terms,
        "XMP-xmpRights:WebStatement": RIGHTS.web_statement,
        "XMP-plus:Licensor": [{"LicensorName": "Ada Øster", "LicensorURL": RIGHTS.licensor_url}],
        "XMP-plus:LicensorTransactionID": ["UGC-2025-0001"],
        "XMP-plus:DataMining": DATA_MINING_PROHIBITED,
    }
    if format in ("JPEG", "AVIF"):
        expected |= {
            "IPTC:By-line": "Ada Øster",
            "IPTC:Credit": RIGHTS.credit_line,
            "IPTC:CopyrightNotice": "© 2025 Ada Øster",
        }
    assert {name: tags.get(name) for name in expected} == expected


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_stamp_a_turned_photo_keeps_its_orientation(tmp_path: Path, format: str, orientation: int) -> None:
    content = photos.oriented(format, orientation)

    target = stamp(tmp_path, content)

    assert inspect(target).orientation == orientation
    with Image.open(target) as stamped:
        assert stamped.getexif().get(0x0112, 1) == orientation


def test_stamp_an_avif_delivers_a_jpeg_in_its_upright_size(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(photos.oriented("AVIF", 6))

    assert metadata.stamp(source, target, RIGHTS) == "image/jpeg"

    assert metadata.stamped_format("avif") == "jpeg"
    with Image.open(target) as stamped:
        assert (stamped.format, stamped.size) == ("JPEG", (96, 64))
        assert all(abs(a - b) < 6 for a, b in zip(stamped.getpixel((9, 9)), photos.RED, strict=True))  # type: ignore[arg-type]


def test_stamp_a_deep_transparent_avif_delivers_it_on_white(tmp_path: Path) -> None:
    target = stamp(tmp_path, photos.deep_avif())

    with Image.open(target) as stamped:
        seen = [stamped.getpixel((16, 32)), stamped.getpixel((72, 16))]
    assert all(abs(a - b) < 6 for a, b in zip((*seen[0], *seen[1]), (255, 255, 255, *photos.GREEN), strict=True))  # type: ignore[misc]


@pytest.mark.parametrize("options", [{"lossless": True}, {"mode": "RGBA"}, {"mode": "RGBA", "lossless": True}])
def test_stamp_a_plain_webp_makes_it_an_extended_one(tmp_path: Path, options: dict[str, Any]) -> None:
    picture = photos.scene(mode=options.pop("mode", "RGB"))
    if picture.mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))

    target = stamp(tmp_path, photos.coded("WEBP", picture, **options))

    assert reading.xmp(target) == WRITTEN
    with Image.open(target) as stamped, Image.open(tmp_path / "source") as source:
        assert stamped.mode == source.mode
        assert stamped.tobytes() == source.tobytes()


@pytest.mark.parametrize("options", [{"progressive": True}, {"mode": "CMYK"}, {"mode": "L"}])
def test_stamp_a_rarer_jpeg_decodes_to_the_same_pixels(tmp_path: Path, options: dict[str, Any]) -> None:
    content = photos.coded("JPEG", photos.scene(mode=options.pop("mode", "RGB")), **options)

    target = stamp(tmp_path, content)

    with Image.open(target) as stamped, Image.open(tmp_path / "source") as source:
        assert stamped.tobytes() == source.tobytes()


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        ("P", {}),
        ("P", {"transparency": bytes((0, 99, 255))}),
        ("P", {"transparency": 1}),
        ("L", {"transparency": 30}),
        ("RGB", {"transparency": photos.RED}),
        ("LA", {}),
        ("1", {}),
        ("I;16", {}),
    ],
)
def test_stamp_a_rarer_png_decodes_to_the_same_pixels(tmp_path: Path, mode: str, options: dict[str, Any]) -> None:
    picture = photos.scene().convert("L").convert("I;16") if mode == "I;16" else photos.scene(mode=mode)
    content = photos.coded("PNG", picture, **options)

    target = stamp(tmp_path, content)

    with Image.open(target) as stamped, Image.open(tmp_path / "source") as source:
        assert stamped.mode == source.mode == mode
        assert stamped.convert("RGBA").tobytes() == source.convert("RGBA").tobytes()


def test_stamp_a_png_keeps_what_decides_about_its_colors(tmp_path: Path) -> None:
    chunks = {
        b"gAMA": b"\0\0\xb1\x8f",
        b"cHRM": bytes(32),
        b"sRGB": b"\0",
        b"cICP": b"\x09\x10\0\x01",
        b"mDCV": bytes(24),
        b"cLLI": bytes(8),
        b"sBIT": b"\x08\x08\x08",
        b"bKGD": bytes(6),
        b"pHYs": bytes(9),
    }
    plain = photos.coded("PNG")
    content = plain[:33] + b"".join(png.chunk(kind, payload) for kind, payload in chunks.items()) + plain[33:]

    stamped = stamp(tmp_path, content).read_bytes()

    assert [kind for kind, payload in chunks.items() if png.chunk(kind, payload) not in stamped] == []


def test_stamp_a_jpeg_with_an_embedded_preview_drops_the_preview(tmp_path: Path) -> None:
    jfif = b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01" + b"PRE"
    content = photos.coded("JPEG")
    content = content[:2] + photos.jpeg_segment(0xE0, jfif) + content[20:]

    stamped = stamp(tmp_path, content).read_bytes()

    assert stamped[2:20] == b"\xff\xe0\x00\x10" + jfif[:12] + b"\0\0"
    assert b"PRE" not in stamped


def test_stamp_twice_leaves_only_the_second_rights(tmp_path: Path) -> None:
    for format in ("JPEG", "PNG", "WEBP"):
        first = stamp(tmp_path, photos.coded(format)).read_bytes()
        target = stamp(tmp_path, first, Rights(creator="Somebody Else"))

        assert reading.xmp(target) == {"dc:creator": ["Somebody Else"]}
        assert b"UGC-2025-0001" not in target.read_bytes()


def test_stamp_a_credit_too_long_for_iptc_leaves_it_to_xmp(tmp_path: Path) -> None:
    line = "Photo: the whole long name of a collective of photographers"

    target = stamp(tmp_path, photos.coded("JPEG"), Rights(creator="Ada", credit_line=line))

    assert reading.xmp(target)["photoshop:Credit"] == line
    content = target.read_bytes()
    assert b"\x1c\x02\x50\x00\x03Ada" in content
    assert b"\x1c\x02\x6e" not in content


@pytest.mark.parametrize("content", [b"", hostile.HTML, photos.coded("JPEG")[:-40]])
def test_stamp_what_is_no_photo_refuses_and_writes_nothing(tmp_path: Path, content: bytes) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(content)

    with pytest.raises(Unreadable):
        metadata.stamp(source, target, RIGHTS)

    assert not target.exists()
