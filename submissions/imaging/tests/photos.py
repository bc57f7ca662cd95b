"""Honest pictures, made by code, small and always the same."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pyvips
from PIL import Image, ImageCms, ImageDraw, TiffImagePlugin

SIZE = (96, 64)
# Corner colors of `scene`, clockwise from the top left.
RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 40), (30, 50, 200), (240, 240, 240)

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

# What Pillow must do to an upright picture so that a reader that applies this orientation sees it upright again.
_STORED_BY: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    width, height = size
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    middle = (width // 2, height // 2)
    draw.rectangle((0, 0, middle[0] - 1, middle[1] - 1), fill=RED)
    draw.rectangle((middle[0], 0, width, middle[1] - 1), fill=GREEN)
    draw.rectangle((middle[0], middle[1], width, height), fill=BLUE)
    draw.rectangle((0, middle[1], middle[0] - 1, height), fill=WHITE)
    return picture.convert(mode)


def coded(format: str, picture: Image.Image | None = None, **options: Any) -> bytes:
    target = io.BytesIO()
    (picture or scene()).save(target, format, **options)
    return target.getvalue()


def oriented(format: str, orientation: int, size: tuple[int, int] = SIZE) -> bytes:
    """The scene stored turned, with the tag that turns it back."""
    picture = scene(size)
    if orientation in _STORED_BY:
        picture = picture.transpose(_STORED_BY[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    return coded(format, picture, exif=exif, lossless=True) if format == "WEBP" else coded(format, picture, exif=exif)


def see_through(format: str, **options: Any) -> bytes:
    picture = scene(mode="RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    return coded(format, picture, **options)


def deep_avif() -> bytes:
    """Ten bits a color, as phones write them; the left half can be seen through."""
    scene_with_alpha = scene(mode="RGBA")
    scene_with_alpha.paste((0, 0, 0, 0), (0, 0, 48, 64))
    pixels = pyvips.Image.new_from_memory(scene_with_alpha.tobytes(), *SIZE, 4, "uchar").copy(interpretation="srgb")
    return bytes(pixels.colourspace("rgb16").heifsave_buffer(compression="av1", bitdepth=10, Q=90))


def camera_exif(*, place: bool = True) -> Image.Exif:
    """What a phone writes: make, model, firmware, serial number, owner, notes of the maker, place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Maker of Phones", "Phone 12", "Firmware 7"
    details = exif.get_ifd(0x8769)
    details[0xA431], details[0xA430] = "SERIAL-4711", "Owner Of Phone"
    details[0x927C] = b"MAKERNOTE-SECRET"
    if place:
        degrees = tuple(TiffImagePlugin.IFDRational(part) for part in (55, 40, 30))
        exif.get_ifd(0x8825).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    return exif


def xmp(*properties: str) -> bytes:
    attributes = " ".join(properties)
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f"{attributes}/></rdf:RDF></x:xmpmeta>"
    ).encode()


PLACE_XMP = xmp('exif:GPSLatitude="55,40.5N"', 'exif:GPSLongitude="12,34.1E"')


def jpeg_segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def with_segment(content: bytes, marker: int, payload: bytes) -> bytes:
    return content[:2] + jpeg_segment(marker, payload) + content[2:]


def iptc_segment(*datasets: tuple[int, bytes]) -> bytes:
    records = b"".join(bytes((0x1C, 2, number)) + len(value).to_bytes(2, "big") + value for number, value in datasets)
    padded = records + b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\x00" + b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + padded


def located() -> dict[str, bytes]:
    """Files that tell a place, by the way in which they tell it."""
    exif = camera_exif()
    return {
        "exif in jpeg": coded("JPEG", exif=exif),
        "exif in png": coded("PNG", exif=exif),
        "exif in webp": coded("WEBP", exif=exif),
        "exif in avif": coded("AVIF", exif=exif),
        "xmp in jpeg": coded("JPEG", xmp=PLACE_XMP),
        "xmp in webp": coded("WEBP", xmp=PLACE_XMP),
        "xmp in avif": coded("AVIF", xmp=PLACE_XMP),
        "utf-16 xmp in jpeg": coded("JPEG", xmp=PLACE_XMP.decode().encode("utf-16-be")),
        "iptc in jpeg": with_segment(coded("JPEG"), 0xED, iptc_segment((90, b"Roskilde"))),
    }


def frames() -> Iterable[Image.Image]:
    return [scene(), scene().transpose(Image.Transpose.ROTATE_180)]
