"""Files as cameras and phones write them: pixels with a camera, a time and a place in their EXIF block."""

from __future__ import annotations

from io import BytesIO
from random import Random

from PIL import ExifTags
from PIL import Image as Pillow
from PIL.TiffImagePlugin import IFDRational

from .paint import Drawn
from .picture import Picture

# Made-up cameras; a made-up serial number marks each one.
CAMERAS = (
    ("Fjord Optik", "FO-1", "FO 35mm F1.8"),
    ("Lumen & Daughter", "Pocket II", "28mm F2.4"),
    ("Halden", "H6 Mirrorless", "Halden 24-70mm F4"),
)
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


def exif(picture: Picture) -> Pillow.Exif:
    """Every picture names its maker's camera; about two of three give away a place, which is made up."""
    owner, rng = Random(picture.maker), Random(f"camera {picture.slug}")
    make, model, lens = owner.choice(CAMERAS)
    day = f"2025:{rng.randint(1, 12):02}:{rng.randint(1, 28):02} {rng.randint(5, 21):02}:{rng.randint(0, 59):02}:17"
    block = Pillow.Exif()
    block[ExifTags.Base.Make] = make
    block[ExifTags.Base.Model] = model
    block[ExifTags.Base.Software] = "Demo camera 1.0"
    block[ExifTags.Base.DateTime] = day
    details = block.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = day
    details[ExifTags.Base.BodySerialNumber] = f"DEMO-{owner.randint(100000, 999999)}"
    details[ExifTags.Base.LensModel] = lens
    details[ExifTags.Base.ExposureTime] = IFDRational(1, rng.choice((60, 125, 250, 500)))
    details[ExifTags.Base.FNumber] = IFDRational(rng.choice((18, 24, 40, 56)), 10)
    details[ExifTags.Base.ISOSpeedRatings] = rng.choice((100, 200, 400, 1600))
    if rng.random() < 2 / 3:
        place = block.get_ifd(ExifTags.IFD.GPSInfo)
        place[ExifTags.GPS.GPSLatitudeRef] = "N"
        place[ExifTags.GPS.GPSLatitude] = _degrees(rng.uniform(54.6, 57.7))
        place[ExifTags.GPS.GPSLongitudeRef] = "E"
        place[ExifTags.GPS.GPSLongitude] = _degrees(rng.uniform(8.1, 12.6))
    return block


def _degrees(value: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    minutes = value % 1 * 60
    return IFDRational(int(value)), IFDRational(int(minutes)), IFDRational(round(minutes % 1 * 6000), 100)


def encode(image: Drawn, picture: Picture) -> bytes:
    kind = KINDS[picture.filename.rsplit(".", 1)[1]]
    buffer = BytesIO()
    block = exif(picture).tobytes()
    match kind:
        case "JPEG":
            image.save(buffer, kind, quality=88, exif=block)
        case "WEBP":
            image.save(buffer, kind, quality=84, method=1, exif=block)
        case _:
            # A palette, as tools for the web make it; grain makes a full-color PNG heavy.
            image.quantize(192, dither=Pillow.Dither.NONE).save(buffer, kind, compress_level=7, exif=block)
    return buffer.getvalue()
