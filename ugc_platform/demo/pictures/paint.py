"""From sheets to pixels: painting, layering, soft light, water, grain.

libvips draws SVG, makes noise and bends water; Pillow lays layers over each other, which it does ten times faster.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pyvips
from PIL import Image as Pillow
from PIL import ImageChops, ImageFilter

from .colors import channels
from .svg import Sheet

Image = Any  # of pyvips, which carries no types
Drawn = Pillow.Image


def paint(sheet: Sheet, blur: float = 0) -> Image:
    """RGBA pixels of a sheet. A blurred one is painted small and drawn large again, which costs next to nothing."""
    if not blur:
        return _load(sheet, 1)
    shrink = max(1, min(16, int(blur / 2.5)))
    small = pixels(_load(sheet, 1 / shrink)).convert("RGBa").filter(ImageFilter.GaussianBlur(blur / shrink))
    return taken(small.convert("RGBA").resize((sheet.width, sheet.height), Pillow.Resampling.BILINEAR))


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


def pixels(image: Image) -> Pillow.Image:
    """An image of libvips as one of Pillow."""
    mode = {1: "L", 3: "RGB", 4: "RGBA"}[image.bands]
    return Pillow.frombuffer(mode, (image.width, image.height), image.write_to_memory(), "raw", mode, 0, 1)


def taken(image: Pillow.Image) -> Image:
    """An image of Pillow as one of libvips."""
    data = image.tobytes()
    loaded = pyvips.Image.new_from_memory(data, image.width, image.height, len(image.getbands()), "uchar")
    return loaded.copy(interpretation="srgb")


def seed(rng: Random) -> int:
    return rng.randrange(1, 2**31)


def lay(base: Image, *layers: Image | Sheet) -> Image:
    """Put layers on top of an opaque base."""
    result = pixels(base)
    for layer in layers:
        result = Pillow.alpha_composite(result, pixels(paint(layer) if isinstance(layer, Sheet) else layer))
    return taken(result)


def shine(base: Image, light: Image | Sheet) -> Image:
    """Let a layer of light brighten the base."""
    lamp = pixels(paint(light) if isinstance(light, Sheet) else light)
    dark = Pillow.new("RGBA", lamp.size, (0, 0, 0, 255))
    lit = ImageChops.screen(pixels(base).convert("RGB"), Pillow.alpha_composite(dark, lamp).convert("RGB"))
    return taken(lit.convert("RGBA"))


def enlarged(image: Image, width: int, height: int) -> Image:
    return image.resize(width / image.width, vscale=height / image.height, kernel="linear").crop(0, 0, width, height)


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
    plain = Pillow.new("RGBA", (strength.width, strength.height), channels(color))
    plain.putalpha(pixels((strength * 255).cast("uchar")))
    return taken(plain)


def mottled(layer: Image, strength: Image | float) -> Image:
    """The layer, its opacity multiplied by `strength`."""
    return layer[0:3].bandjoin((layer[3] * strength).cast("uchar")).copy(interpretation="srgb")


def mirrored(scene: Image, horizon: int, rng: Random, ripple: float = 10, cell: float = 40, blur: float = 2) -> Image:
    """The scene with its part below `horizon` replaced by what a lake there would show."""
    width, depth = scene.width, scene.height - horizon
    above = scene.crop(0, horizon - min(horizon, depth), width, min(horizon, depth)).flip("vertical")
    if above.height < depth:
        above = above.resize(1, vscale=depth / above.height)
    above = taken(pixels(above).filter(ImageFilter.GaussianBlur(blur)))
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
def _grain() -> Pillow.Image:
    """Film grain around a middle gray, made once: a piece of it is cut for each picture."""
    speck = pyvips.Image.gaussnoise(2600, 1700, sigma=1, mean=0, seed=77).gaussblur(0.7)
    return pixels((speck * 32 + 128).cast("uchar"))


def finish(image: Image, rng: Random, grain: float = 4.2, glow: float = 0.18, corners: float = 0.22) -> Drawn:
    """What makes a drawing look photographed: glow, darker corners, film grain."""
    rgb = pixels(image).convert("RGB")
    small = rgb.reduce(16)
    bright = small.point([min(255, max(0, round((value - 150) * 2.2 * glow))) for value in range(256)] * 3)
    bright = bright.filter(ImageFilter.GaussianBlur(rgb.width / 45 / 16))
    rgb = ImageChops.screen(rgb, bright.resize(rgb.size, Pillow.Resampling.BILINEAR))
    frame = Sheet(small.width, small.height)
    dim = f"#{round(255 * (1 - corners)):02x}" + f"{round(255 * (1 - corners)):02x}" * 2
    frame.fill(frame.radial((0, "#ffffff"), (0.55, "#ffffff"), (1, dim), radius=0.74))
    shade = pixels(paint(frame)).convert("RGB").resize(rgb.size, Pillow.Resampling.BILINEAR)
    rgb = ImageChops.multiply(rgb, shade)
    left, top = rng.randrange(2600 - rgb.width), rng.randrange(1700 - rgb.height)
    speck = _grain().crop((left, top, left + rgb.width, top + rgb.height))
    speck = speck.point([round(128 + (value - 128) * grain / 14) for value in range(256)])
    return ImageChops.add(rgb, Pillow.merge("RGB", (speck, speck, speck)), 1, -128)
