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
    lemons,
    mountains,
    paper,
    rooms,
    shelf,
    shoes,
    skies,
    table,
    tabletop,
    town,
    water,
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
        lemons,
        mountains,
        paper,
        rooms,
        shelf,
        shoes,
        skies,
        table,
        tabletop,
        town,
        water,
        wilds,
    )
    for slug, scene in module.PLATES.items()
}
