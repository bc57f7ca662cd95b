"""What the demo's creators hand in, in the order in which they do."""

from __future__ import annotations

from .picture import Picture
from .texts import outdoors, studio, tables, towns

# Mixed so that any 24 in a row look well together; every fourth is by the same person.
ORDER = (
    "mug-by-the-window", "bicycle-with-breakfast", "midsummer-cake", "seven-ridges-at-dusk",
    "first-light-on-the-lake", "paper-canyon", "first-hot-saturday", "monstera-afternoon",
    "three-vases", "citrus-confetti", "keeper-of-the-evening", "the-city-lets-go-of-the-day",
    "first-pour-of-the-day", "nine-for-the-class-party", "tarn-in-october", "first-fair-isle",
    "cat-at-blue-hour", "boathouse-at-blue-hour", "poppies-by-the-field-road", "one-night-under-the-milky-way",
    "the-red-cabin", "white-light-on-the-headland", "left-ink-right-mint", "quayside-at-noon",
    "bowls-from-the-last-firing", "low-sun-on-the-dunes", "turf-roofs", "thirty-umbrellas",
    "her-name-is-biscuit", "birch-wood-late-october", "green-night-in-lofoten", "blood-oranges-in-february",
    "market-tulips", "waiting-out-the-rain", "last-tack-before-supper", "sunday-nobody-hurry",
    "nine-cups", "grandfathers-cables", "seven-sheets-of-sea", "pool-at-noon",
    "the-reading-corner", "four-hours-of-stars", "lemonade-at-half-past-one", "balloons-over-the-valley",
    "firs-in-the-fog", "parked-above-the-canal", "long-dog-short-walk", "ridges-after-rain",
    "blue-jug-and-lemons", "scissors-and-a-free-afternoon", "regatta-from-the-kite", "five-prickly-friends",
    "amber-and-cedar", "roofs-at-a-quarter-to-six", "nine-turbines-in-the-haze", "coral-runner",
    "the-long-shelf", "snow-on-the-quay", "above-the-clouds", "a-pair-of-red-mittens",
)  # fmt: skip

BY_SLUG: dict[str, Picture] = {
    picture.slug: picture for picture in (*outdoors.PICTURES, *towns.PICTURES, *tables.PICTURES, *studio.PICTURES)
}
CATALOG: list[Picture] = [BY_SLUG[slug] for slug in ORDER]
