"""Which function draws which picture."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..paint import Drawn
from . import (
    bakery,
    balloons,
    beach,
    bicycles,
    botanic,
    bottle,
    citrus,
    city,
    coast,
    cottages,
    dogs,
    flowers,
    knit,
    mountains,
    paper,
    rooms,
    shelf,
    shoes,
    skies,
    table,
    tabletop,
    town,
    wilds,
)

PLATES: dict[str, Callable[[Random], Drawn]] = {
    slug: scene
    for module in (
        bakery,
        balloons,
        beach,
        bicycles,
        botanic,
        bottle,
        citrus,
        city,
        coast,
        cottages,
        dogs,
        flowers,
        knit,
        mountains,
        paper,
        rooms,
        shelf,
        shoes,
        skies,
        table,
        tabletop,
        town,
        wilds,
    )
    for slug, scene in module.PLATES.items()
}
