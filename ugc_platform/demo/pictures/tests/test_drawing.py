from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
import pyvips
from PIL import ExifTags, Image

from ugc_platform.demo import pictures
from ugc_platform.demo.pictures import files
from ugc_platform.demo.pictures.paint import paint
from ugc_platform.demo.pictures.svg import Sheet

# One of each format and orientation, and one of the wide ones; `manage.py` draws all of them for the demo.
SAMPLE = (
    "turf-roofs", "market-tulips", "citrus-confetti", "scissors-and-a-free-afternoon", "seven-ridges-at-dusk",
    "nine-turbines-in-the-haze", "pool-at-noon", "green-night-in-lofoten",
)  # fmt: skip


@pytest.fixture
def no_strange_loaders() -> Iterator[None]:
    pyvips.operation_block_set("VipsForeignLoadSvg", True)
    yield
    pyvips.operation_block_set("VipsForeignLoadSvg", False)


@pytest.mark.slow
@pytest.mark.parametrize("slug", SAMPLE)
def test_draw_gives_a_picture_as_the_catalog_says(slug: str) -> None:
    picture = next(one for one in pictures.CATALOG if one.slug == slug)

    data = pictures.draw(slug)

    image = Image.open(BytesIO(data))
    image.load()
    assert image.format == files.KINDS[picture.filename.rsplit(".", 1)[1]]
    assert min(image.size) >= 1200
    shape = (image.width > image.height) - (image.width < image.height)
    assert {"landscape": 1, "square": 0, "portrait": -1}[picture.orientation] == shape
    assert 100_000 < len(data) < 1_500_000
    assert image.getexif()[ExifTags.Base.Model]
    levels = image.convert("L").histogram()
    assert sum(count > 50 for count in levels) > 60, "hardly any tones: something was not drawn"


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["turf-roofs", "green-night-in-lofoten"])
def test_draw_twice_gives_the_same_bytes(slug: str) -> None:
    assert pictures.draw(slug) == pictures.draw(slug)


@pytest.mark.slow
def test_draw_works_where_svg_of_strangers_is_refused(no_strange_loaders: None) -> None:
    sheet = Sheet(8, 8)
    sheet.fill("#ff0000")

    assert paint(sheet)(4, 4) == [255, 0, 0, 255]

    with pytest.raises(pyvips.Error, match="blocked"):
        pyvips.Image.svgload_buffer(sheet.text().encode())


def test_exif_names_a_camera_and_often_a_place() -> None:
    blocks = [files.exif(picture) for picture in pictures.CATALOG]

    serials = [block.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] for block in blocks]
    places = [block for block in blocks if ExifTags.GPS.GPSLatitude in block.get_ifd(ExifTags.IFD.GPSInfo)]
    assert all(serial.startswith("DEMO-") for serial in serials)
    assert len(set(serials)) == 12
    assert 30 <= len(places) < 60
