"""Things thrown on a wheel: mugs, bowls, jugs and vases, lit from the left."""

from __future__ import annotations

from random import Random

from .colors import darker, lighter, mix
from .svg import Point, Sheet, smooth, straight

# Height (0 is the foot, 1 the rim) and radius, both as shares of the vessel's height.
MUG = ((0, 0.36), (0.06, 0.385), (0.3, 0.41), (0.7, 0.41), (1, 0.4))
BOWL = ((0, 0.36), (0.06, 0.38), (0.12, 0.55), (0.4, 0.9), (0.75, 1.1), (1, 1.16))
BOTTLE = ((0, 0.24), (0.03, 0.28), (0.3, 0.32), (0.5, 0.28), (0.64, 0.12), (0.8, 0.075), (0.95, 0.08), (1, 0.1))
MOON = ((0, 0.2), (0.05, 0.28), (0.35, 0.5), (0.6, 0.46), (0.82, 0.2), (0.92, 0.14), (1, 0.17))
AMPHORA = ((0, 0.15), (0.04, 0.18), (0.35, 0.3), (0.6, 0.33), (0.8, 0.2), (0.9, 0.13), (1, 0.16))
JUG = ((0, 0.31), (0.08, 0.345), (0.3, 0.4), (0.55, 0.36), (0.78, 0.25), (0.92, 0.25), (1, 0.3))
POT = ((0, 0.37), (0.3, 0.415), (0.6, 0.46), (0.79, 0.49), (0.8, 0.55), (0.9, 0.556), (1, 0.56))
CYLINDER = ((0, 0.27), (0.1, 0.278), (0.5, 0.28), (0.9, 0.28), (1, 0.28))

Profile = tuple[tuple[float, float], ...]


def outline(profile: Profile, tall: float) -> str:
    right: list[Point] = [(radius * tall, -height * tall) for height, radius in profile]
    left: list[Point] = [(-x, y) for x, y in reversed(right)]
    foot = profile[0][1] * tall
    return f"{smooth(right)}L{left[0][0]:.1f} {left[0][1]:.1f}{smooth(left).replace('M', 'L', 1)}Q0 {foot * 0.16:.1f} {foot:.1f} 0Z"


def shade_of(
    sheet: Sheet,
    x: float,
    foot: float,
    profile: Profile,
    tall: float,
    color: str,
    opacity: float,
    lean: float = 0.9,
    flat: float = 0.24,
) -> None:
    """The shadow it throws on the table to the right; paint this sheet blurred."""
    with sheet.group(transform=f"translate({x:.1f} {foot:.1f}) skewX({-lean * 60:.1f}) scale(1 {flat})"):
        sheet.path(outline(profile, tall), color, opacity=opacity)
    sheet.ellipse(
        x + tall * 0.04, foot, profile[0][1] * tall * 1.15, tall * 0.045, color, opacity=min(1, opacity * 1.3)
    )


def vessel(
    sheet: Sheet, rng: Random, x: float, foot: float, profile: Profile, tall: float, color: str, *,
    glaze: str | None = None, glaze_to: float = 0.4, inside: str | None = None, speckles: int = 60, bands: tuple[float, ...] = (),
    front: bool = False,
) -> None:  # fmt: skip
    """A vessel whose foot stands at (x, foot); `glaze` runs down from the rim to `glaze_to`.

    `front` leaves out its inside and far rim, to be laid over what stands in it.
    """
    body = outline(profile, tall)
    rim = profile[-1][1] * tall
    open_ = rim * 0.2
    widest = max(radius for _, radius in profile) * tall
    across = {"start": (-widest, 0), "end": (widest, 0), "space": "userSpaceOnUse"}

    def lit(tone: str) -> str:
        return sheet.linear((0, darker(tone, 0.06)), (0.18, lighter(tone, 0.24)), (0.38, lighter(tone, 0.08)), (0.66, darker(tone, 0.16)),
                            (0.92, darker(tone, 0.46)), (1, darker(tone, 0.34)), **across)  # type: ignore[arg-type]  # fmt: skip

    near = f"M-3000 {-tall:.1f}L{-rim:.1f} {-tall:.1f}A{rim:.1f} {open_:.1f} 0 0 0 {rim:.1f} {-tall:.1f}L3000 {-tall:.1f}V3000H-3000Z"
    with sheet.placed(x, foot, clip_path=sheet.clip(near) if front else None):
        sheet.path(body, lit(color))
        with sheet.group(clip_path=sheet.clip(body)):
            if glaze:
                edge = [
                    (-widest * 1.1 + widest * 2.2 * i / 10, -tall * glaze_to + rng.uniform(-0.035, 0.05) * tall)
                    for i in range(11)
                ]
                sheet.path(
                    smooth(edge) + f"L{widest * 1.1:.1f} {-tall * 1.2:.1f}L{-widest * 1.1:.1f} {-tall * 1.2:.1f}Z",
                    lit(glaze),
                )
                sheet.curve([(px, py + 2) for px, py in edge], darker(glaze, 0.3), tall * 0.008, opacity=0.4)
            for band in bands:
                y = -tall * band
                bow = [(-widest, y), (0, y + tall * 0.03), (widest, y)]
                sheet.curve(bow, darker(color, 0.4), tall * 0.012, opacity=0.5)
            for _ in range(speckles):
                sheet.circle(
                    rng.uniform(-1, 1) * widest,
                    -tall * rng.random(),
                    rng.uniform(0.5, 1.7),
                    darker(color, 0.6),
                    opacity=rng.uniform(0.15, 0.5),
                )
            for ring in range(14):
                y = -tall * (ring + 0.5) / 14
                sheet.curve(
                    [(-widest, y), (0, y + tall * 0.025), (widest, y)],
                    "#ffffff" if ring % 2 else "#1a1020",
                    1.2,
                    opacity=0.05,
                )
            sheet.path(body, sheet.linear((0.72, "#1a1020", 0), (1, "#1a1020", 0.36)))
        if front:
            lip = rim * 0.972
            arc = f"M{-lip:.1f} {-tall:.1f}A{lip:.1f} {open_ * 0.96:.1f} 0 0 0 {lip:.1f} {-tall:.1f}"
            sheet.path(arc, stroke=lighter(glaze or color, 0.26), stroke_width=tall * 0.03)
            return
        top = glaze or color
        sheet.ellipse(0, -tall, rim, open_, sheet.linear(lighter(top, 0.32), darker(top, 0.12), end=(1, 0)))
        deep = inside or mix(top, "#1a1020", 0.5)
        sheet.ellipse(
            0,
            -tall + open_ * 0.06,
            rim * 0.93,
            open_ * 0.84,
            sheet.linear(darker(deep, 0.5), deep, lighter(deep, 0.1), end=(1, 0.2)),
        )
        shine = [(-widest * 0.62, -tall * 0.86), (-widest * 0.7, -tall * 0.6), (-widest * 0.66, -tall * 0.34)]
        with sheet.group(clip_path=sheet.clip(body)):
            sheet.curve(shine, "#ffffff", widest * 0.09, opacity=0.16)
            sheet.curve(shine, "#ffffff", widest * 0.035, opacity=0.22)


def handle(
    sheet: Sheet,
    x: float,
    foot: float,
    tall: float,
    color: str,
    side: int = 1,
    top: float = 0.84,
    low: float = 0.26,
    reach: float = 0.36,
    at: float = 0.38,
) -> None:
    """An ear, drawn before the mug it belongs to."""
    with sheet.placed(x, foot):
        a, b, out = at * tall, tall * low, (at + reach) * tall
        d = f"M{side * a:.1f} {-tall * top:.1f}C{side * out:.1f} {-tall * (top + 0.06):.1f} {side * out:.1f} {-b * 0.9:.1f} {side * a:.1f} {-b:.1f}"
        sheet.path(d, stroke=darker(color, 0.42), stroke_width=tall * 0.12)
        sheet.path(d, stroke=darker(color, 0.14), stroke_width=tall * 0.085)
        sheet.path(d, stroke=lighter(color, 0.2), stroke_width=tall * 0.025, opacity=0.5)


def book(sheet: Sheet, x: float, foot: float, wide: float, thick: float, color: str) -> None:
    """A closed book lying with its spine to us."""
    sheet.rect(x, foot - thick, wide, thick, sheet.linear(lighter(color, 0.2), color, darker(color, 0.4)), thick * 0.2)
    for at in (0.08, 0.12, 0.86, 0.9):
        sheet.rect(x + wide * at, foot - thick, wide * 0.012, thick, lighter(color, 0.5), opacity=0.55)
    sheet.rect(x + wide * 0.3, foot - thick * 0.62, wide * 0.34, thick * 0.2, lighter(color, 0.6), opacity=0.6)


def steam(
    sheet: Sheet, rng: Random, x: float, y: float, size: float, color: str = "#ffffff", strength: float = 0.4
) -> None:
    """Wisps that rise from (x, y); paint this sheet blurred."""
    for start, tall in ((-0.28, 0.8), (0.04, 1.15), (0.3, 0.7)):
        sway = rng.uniform(0.09, 0.16) * size
        wisp = [
            (x + start * size + sway * (1 if step % 2 else -1) * (0.4 + step * 0.2), y - size * 0.42 * tall * step)
            for step in range(5)
        ]
        for share in (0.5, 0.75, 1.0):
            sheet.curve(wisp[: 2 + round(share * 3)], color, size * 0.12 * share, opacity=strength * 0.55)


def wall_light(
    sheet: Sheet,
    x: float,
    y: float,
    wide: float,
    tall: float,
    color: str,
    opacity: float,
    panes: tuple[int, int] = (2, 3),
    lean: float = 0.28,
) -> None:
    """What the sun throws through a window onto a wall; paint this sheet blurred."""
    columns, rows = panes
    for column in range(columns):
        for row in range(rows):
            x0, x1 = x + wide * (column + 0.05) / columns, x + wide * (column + 0.95) / columns
            y0, y1 = y + tall * (row + 0.04) / rows, y + tall * (row + 0.96) / rows
            slant = lean * wide
            corners = [
                (x0, y0 + slant * (x0 - x) / wide),
                (x1, y0 + slant * (x1 - x) / wide),
                (x1, y1 + slant * (x1 - x) / wide),
                (x0, y1 + slant * (x0 - x) / wide),
            ]
            sheet.path(straight(corners), color, opacity=opacity)
