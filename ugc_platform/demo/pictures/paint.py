"""From sheets to pixels: painting, layering, soft light, water, grain."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pyvips

from .colors import channels
from .svg import Sheet

Image = Any  # pyvips carries no types.


def paint(sheet: Sheet, blur: float = 0) -> Image:
    """RGBA pixels of a sheet. A blurred one is painted small and drawn large again, which costs next to nothing."""
    if not blur:
        return _load(sheet, 1)
    shrink = max(1, min(16, int(blur / 2.5)))
    small = _load(sheet, 1 / shrink).premultiply().gaussblur(blur / shrink, precision="approximate").copy_memory()
    return enlarged(small.unpremultiply().cast("uchar"), sheet.width, sheet.height)


def _load(sheet: Sheet, scale: float) -> Image:
    text = sheet.text().encode()
    try:
        return pyvips.Image.svgload_buffer(text, scale=scale, unlimited=True).copy_memory()
    except pyvips.Error as error:
        if "blocked" not in str(error):
            raise
    # A process that reads strangers' files refuses SVG; this text is our own.
    pyvips.operation_block_set("VipsForeignLoadSvg", False)
    try:
        return pyvips.Image.svgload_buffer(text, scale=scale, unlimited=True).copy_memory()
    finally:
        pyvips.operation_block_set("VipsForeignLoadSvg", True)


def enlarged(image: Image, width: int, height: int) -> Image:
    return image.resize(width / image.width, vscale=height / image.height, kernel="linear").crop(0, 0, width, height)


def seed(rng: Random) -> int:
    return rng.randrange(1, 2**31)


def lay(base: Image, *layers: Image | Sheet, mode: str = "over") -> Image:
    """Put layers on top of an opaque or clear base."""
    images = [paint(layer) if isinstance(layer, Sheet) else layer for layer in layers]
    return base.composite(images, mode).cast("uchar").copy(interpretation="srgb").copy_memory()


def blurred(image: Image, sigma: float) -> Image:
    """An opaque image, out of focus."""
    shrink = max(1, min(16, int(sigma / 2.5)))
    small = image.resize(1 / shrink, kernel="linear") if shrink > 1 else image
    soft = small.gaussblur(sigma / shrink)
    return enlarged(soft, image.width, image.height) if shrink > 1 else soft


def noise(width: int, height: int, cell: float, rng: Random, octaves: int = 4, stretch: float = 1) -> Image:
    """Cloudy noise of 0 to 1, one band; `stretch` above 1 draws it out sideways."""
    shrink = max(1, round(cell / 2**octaves / 3))
    small_w, small_h = max(64, round(width / shrink / stretch)), max(64, round(height / shrink))
    total: Image = 0
    weights = [0.55**octave for octave in range(octaves)]
    for octave, weight in enumerate(weights):
        size = max(4, int(cell / shrink / 2**octave))
        total = pyvips.Image.perlin(small_w, small_h, cell_size=size, seed=seed(rng)) * weight + total
    return enlarged((total / (2 * sum(weights)) + 0.5).copy_memory(), width, height)


def tint(strength: Image, color: str) -> Image:
    """One color whose opacity is `strength` (0 to 1)."""
    plain = strength.new_from_image(list(channels(color)))
    # Not `clamp`: it is younger than the oldest libvips that distributions still carry.
    alpha = (strength * 255).cast("uchar")
    return plain.cast("uchar").bandjoin(alpha).copy(interpretation="srgb")


def mottled(layer: Image, strength: Image) -> Image:
    """The layer, its opacity multiplied by `strength`."""
    return layer[0:3].bandjoin((layer[3] * strength).cast("uchar")).copy(interpretation="srgb")


def fade(width: int, height: int, top: float, bottom: float) -> Image:
    """0 at the row `top` (and beyond), 1 at the row `bottom`, both in pixels."""
    rows = pyvips.Image.xyz(width, height)[1]
    share = (rows - top) / (bottom - top)
    return (share > 0).ifthenelse((share < 1).ifthenelse(share, 1.0), 0.0)


def mirrored(scene: Image, horizon: int, rng: Random, ripple: float = 10, cell: float = 40, blur: float = 2) -> Image:
    """The scene with its part below `horizon` replaced by what a lake there would show."""
    width, depth = scene.width, scene.height - horizon
    above = scene.crop(0, horizon - min(horizon, depth), width, min(horizon, depth)).flip("vertical")
    if above.height < depth:
        above = above.resize(1, vscale=depth / above.height)
    above = blurred(above, blur)
    place = pyvips.Image.xyz(width, depth)
    near = place[1] / depth
    wave = noise(width, depth, cell, rng, octaves=3, stretch=7) - 0.5
    fine = noise(width, depth, cell / 3, rng, octaves=2, stretch=12) - 0.5
    shift = (wave * 2 + fine) * ripple * (near * 1.6 + 0.25)
    # A margin, because ripples at the edge look beyond it.
    margin = round(ripple * 9)
    above = above.embed(margin, margin, width + 2 * margin, depth + 2 * margin, extend="copy").copy_memory()
    index = (place[0] + shift * 0.35 + margin).bandjoin(place[1] + shift * 2.2 + margin)
    water = above.mapim(index, interpolate=pyvips.Interpolate.new("bilinear"))
    return scene.insert(water, 0, horizon).copy_memory()


@cache
def _grain() -> Image:
    """Film grain of spread 1, made once: a piece of it is cut for each picture."""
    speck = pyvips.Image.gaussnoise(2600, 1700, sigma=1, mean=0, seed=77).gaussblur(0.7)
    return (speck * 32).cast("char").copy_memory()


def finish(image: Image, rng: Random, grain: float = 4.2, glow: float = 0.18, corners: float = 0.22) -> Image:
    """What makes a drawing look photographed: glow, darker corners, film grain. Returns RGB."""
    width, height, rgb = image.width, image.height, image[0:3].copy_memory()
    speck = _grain().crop(rng.randrange(2600 - width), rng.randrange(1700 - height), width, height)
    small = rgb.resize(1 / 16, kernel="linear")
    shine = ((small - 150) * 2.2).cast("uchar").gaussblur(width / 45 / 16)
    shine = shine * (255 - small) * (glow / 255)
    frame = Sheet(small.width, small.height)
    frame.fill(frame.radial((0, "#ffffff"), (0.55, "#ffffff"), (1, "#000000"), radius=0.74))
    shade = paint(frame)[0] * (corners / 255) + (1 - corners)
    light = rgb * enlarged(shade, width, height) + enlarged(shine, width, height) + speck * (grain / 14)
    return light.cast("uchar").copy(interpretation="srgb").copy_memory()
