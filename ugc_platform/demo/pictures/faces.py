"""Portraits of the demo's creators: a head, hair, clothes, and a ground in their colors."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from .colors import darker, lighter, mix
from .paint import paint
from .svg import Sheet

SIZE = 512


@dataclass(frozen=True)
class Face:
    skin: str
    hair: str
    style: str
    ground: tuple[str, str]
    pattern: str
    clothes: str
    glasses: bool = False
    beard: bool = False
    earrings: str = ""
    freckles: bool = False


FACES = {
    "asta": Face("#f2c7a5", "#c9853f", "bun", ("#cfe0d8", "#8fb5aa"), "dots", "#3f6f6a", freckles=True),
    "noor": Face("#d9a177", "#2a1c22", "scarf", ("#f6d6a0", "#eda867"), "arches", "#8f2d56"),
    "emil": Face("#f0c3a2", "#6b4a2f", "cap", ("#a9cfe0", "#5f9cc0"), "waves", "#27406b", beard=True),
    "freja": Face("#f6d0b4", "#e8b75e", "braids", ("#f9cfc4", "#ef9f94"), "dots", "#d8576b", freckles=True),
    "mateo": Face("#c98d64", "#2b1d1a", "short", ("#f3c9a0", "#d9825f"), "peaks", "#3a5a4a", beard=True),
    "ida": Face("#f1c9ab", "#a8432f", "long", ("#dbe2c4", "#a3b878"), "stitches", "#b5483c", glasses=True),
    "kwame": Face("#7a4a30", "#1d1416", "fade", ("#fbd36b", "#f2a541"), "cuts", "#2f5f8a"),
    "liv": Face("#f4cbb0", "#d9c08a", "bob", ("#bfe3e6", "#6fbcc8"), "waves", "#f2efe4", earrings="#e4573d"),
    "yuki": Face("#f0caa4", "#211a20", "fringe", ("#d5e8c8", "#86b88c"), "leaves", "#e9b44c"),
    "otto": Face("#eebf9f", "#b9b4b0", "balding", ("#4a5c94", "#1c2450"), "stars", "#5a4a6a", glasses=True, beard=True),
    "sofia": Face("#e3b08a", "#3a221c", "curls", ("#fbd7a2", "#f2a25c"), "arches", "#f3e8d4", earrings="#e9b44c"),
    "jonas": Face("#efc2a0", "#d08a4a", "beanie", ("#e9d9d0", "#c98f80"), "stripes", "#1f4a5c", beard=True),
}


def ground(sheet: Sheet, face: Face) -> None:
    """A gradient with a quiet pattern that says what they like."""
    top, low = face.ground
    sheet.fill(sheet.linear(top, low))
    tone = mix(low, darker(low, 0.4), 0.35) if face.pattern != "stars" else "#f4ead0"
    match face.pattern:
        case "dots" | "stars":
            for row in range(9):
                for column in range(9):
                    x, y = column * 64 + (32 if row % 2 else 0), row * 64
                    sheet.circle(
                        x,
                        y,
                        4 + (row * 7 + column * 3) % 5 if face.pattern == "dots" else 1.5 + (row * 5 + column * 7) % 4,
                        tone,
                        opacity=0.4,
                    )
        case "waves" | "stripes" | "peaks":
            rise = {"waves": 16, "stripes": 0, "peaks": 30}[face.pattern]
            for row in range(12):
                y = row * 48
                step = (
                    "".join(f"q16 {-rise} 32 0t32 0" for _ in range(9))
                    if face.pattern == "waves"
                    else "".join(f"l32 {-rise}l32 {rise}" for _ in range(9))
                )
                sheet.path(f"M0 {y}{step}", stroke=tone, stroke_width=6, opacity=0.28, stroke_linejoin="round")
        case "arches":
            for row in range(6):
                for column in range(5):
                    for radius in (48, 32, 16):
                        x, y = column * 112 + (56 if row % 2 else 0), 90 + row * 90
                        sheet.path(
                            f"M{x - radius} {y}a{radius} {radius} 0 0 1 {radius * 2} 0",
                            stroke=tone,
                            stroke_width=5,
                            opacity=0.26,
                        )
        case "stitches":
            for row in range(14):
                for column in range(17):
                    sheet.path(
                        f"M{column * 32} {row * 40}l16 22l16 -22",
                        stroke=tone,
                        stroke_width=6,
                        opacity=0.22,
                        stroke_linejoin="round",
                    )
        case _:
            for row in range(6):
                for column in range(6):
                    with sheet.placed(
                        50 + column * 96 - (48 if row % 2 else 0), 60 + row * 90, 40, 30 * (row + column)
                    ):
                        sheet.path("M0 -1C0.7 -0.5 0.7 0.5 0 1C-0.7 0.5 -0.7 -0.5 0 -1Z", tone, opacity=0.24)


def back_hair(sheet: Sheet, face: Face) -> None:
    hair, deep = face.hair, darker(face.hair, 0.25)
    match face.style:
        case "long":
            sheet.path(
                "M138 236C120 120 200 74 256 74S392 120 374 236C380 320 402 372 392 446H120C110 372 132 320 138 236Z",
                sheet.linear(hair, deep),
            )
        case "bob":
            sheet.path(
                "M142 236C124 116 196 76 256 76S388 116 370 236C374 290 380 326 366 344H146C132 326 138 290 142 236Z",
                sheet.linear(hair, deep),
            )
        case "curls":
            for index in range(22):
                turn = pi * (0.86 + 1.28 * index / 21)
                sheet.circle(
                    256 + 132 * cos(turn),
                    226 + 138 * sin(turn) + (30 if index in (0, 21) else 0),
                    50,
                    hair if index % 2 else deep,
                )
            for side in (-1, 1):
                for step in range(3):
                    sheet.circle(256 + side * (132 - step * 4), 270 + step * 44, 44, deep if step % 2 else hair)
        case "braids":
            for side in (-1, 1):
                for step in range(5):
                    sheet.ellipse(256 + side * (122 + step * 3), 300 + step * 36, 27, 25, hair if step % 2 else deep)
                sheet.rect(256 + side * 134 - 16, 470, 32, 14, "#d8576b", 6)
        case "bun":
            sheet.circle(256, 84, 56, sheet.radial(lighter(hair, 0.2), deep))
        case "fringe":
            sheet.path("M140 250C116 110 196 70 256 70S396 110 372 250L380 372H132Z", sheet.linear(hair, deep))


def front_hair(sheet: Sheet, face: Face) -> None:
    hair, shine = face.hair, lighter(face.hair, 0.22)
    cap = "M150 226C146 128 202 94 256 94S366 128 362 226C354 186 336 166 318 158C280 178 214 176 186 156C168 168 158 190 150 226Z"
    match face.style:
        case "bun" | "braids":
            sheet.path(
                "M148 232C138 126 200 92 256 92S374 126 364 232C352 176 316 150 256 146C196 150 160 176 148 232Z", hair
            )
            sheet.path("M256 94Q250 120 256 146", stroke=darker(hair, 0.3), stroke_width=4)
        case "long" | "bob":
            sheet.path(
                "M144 244C130 118 204 86 256 86S382 118 368 244C356 192 330 160 292 140C250 178 186 186 164 194C152 206 148 224 144 244Z",
                hair,
            )
            sheet.path("M292 140C250 178 186 186 164 194", stroke=shine, stroke_width=5, opacity=0.6)
        case "curls":
            for index in range(9):
                turn = pi * (1.1 + 0.8 * index / 8)
                sheet.circle(
                    256 + 104 * cos(turn), 218 + 100 * sin(turn), 30, hair if index % 2 else lighter(hair, 0.08)
                )
        case "fringe":
            sheet.path(
                "M146 236C134 122 200 90 256 90S378 122 366 236C362 214 354 202 344 196H168C158 202 150 214 146 236Z",
                hair,
            )
            for x in (200, 232, 264, 296, 326):
                sheet.path(f"M{x} 196V150", stroke=lighter(hair, 0.25), stroke_width=3, opacity=0.5)
        case "short":
            sheet.path(
                "M150 222C140 130 196 84 262 84C330 82 374 132 362 222C356 190 346 172 330 160C290 166 230 156 204 140C190 164 160 176 150 222Z",
                hair,
            )
        case "fade":
            sheet.path(cap.replace("94S", "104S").replace("94 256", "104 256"), darker(hair, 0.1), opacity=0.55)
            sheet.path("M168 170C170 110 214 82 256 82S342 110 344 170C320 146 192 146 168 170Z", hair)
        case "balding":
            for side in (-1, 1):
                sheet.path(
                    f"M{256 + side * 104} 250C{256 + side * 122} 210 {256 + side * 116} 170 {256 + side * 92} 154C{256 + side * 96} 190 {256 + side * 96} 216 {256 + side * 98} 250Z",
                    hair,
                )
        case "cap":
            sheet.path("M144 196C140 116 196 78 256 78S372 116 368 196Z", sheet.linear("#2f4f7a", "#213a5e"))
            sheet.path("M256 176C330 170 402 186 420 208C380 206 320 200 256 204Z", "#1a2d4c")
            sheet.circle(256, 80, 9, "#1a2d4c")
        case "beanie":
            sheet.path("M146 190C142 108 200 64 256 64S370 108 366 190Z", sheet.linear("#e0a23f", "#c4822e"))
            sheet.rect(138, 166, 236, 46, "#b5702a", 20)
            for x in range(150, 372, 18):
                sheet.path(f"M{x} 170V208", stroke="#8f5520", stroke_width=4, opacity=0.6)
            sheet.circle(256, 58, 24, "#f3e8d4")
        case "scarf":
            cloth = sheet.linear("#a8456b", "#7a2850")
            sheet.path(
                "M126 300C110 130 190 66 256 66S402 130 386 300C392 370 372 420 352 452H160C140 420 120 370 126 300ZM256 140C196 140 166 190 166 252C166 318 206 366 256 366S346 318 346 252C346 190 316 140 256 140Z",
                cloth,
                fill_rule="evenodd",
            )
            sheet.path(
                "M166 252C166 190 196 140 256 140S346 190 346 252", stroke="#c9678c", stroke_width=7, opacity=0.8
            )
            sheet.path("M150 352C200 424 312 424 362 352L380 420C330 470 182 470 132 420Z", "#93385e")


def features(sheet: Sheet, face: Face) -> None:
    skin, ink = face.skin, "#2a1a1c"
    brow = darker(face.hair, 0.3) if face.style not in ("scarf", "beanie", "cap") else darker(face.hair, 0.2)
    for side in (-1, 1):
        sheet.ellipse(256 + side * 42, 244, 8.5, 10.5, ink)
        sheet.circle(256 + side * 42 + 3, 240, 3, "#ffffff")
        sheet.path(
            f"M{256 + side * 24} {216}Q{256 + side * 42} 204 {256 + side * 62} 214",
            stroke=brow,
            stroke_width=7,
            stroke_linecap="round",
        )
        sheet.glow(256 + side * 60, 284, 30, "#e4573d", 0.34)
    sheet.path(
        "M254 246C250 262 244 274 250 280Q256 284 264 280",
        stroke=darker(skin, 0.28),
        stroke_width=5,
        stroke_linecap="round",
    )
    if face.beard:
        sheet.path(
            "M158 258C160 350 204 386 256 386S352 350 354 258C344 290 330 300 306 298C284 292 228 292 206 298C182 300 168 290 158 258Z",
            face.hair,
        )
        sheet.path("M214 300Q256 282 298 300Q256 308 214 300Z", darker(face.hair, 0.15))
        sheet.path("M230 318Q256 338 282 318Q256 326 230 318Z", "#fbeee6")
    else:
        sheet.path("M226 312Q256 344 286 312Q256 322 226 312Z", "#ffffff")
        sheet.path("M226 312Q256 344 286 312", stroke="#a8453f", stroke_width=5, stroke_linecap="round")
    if face.freckles:
        for x, y in ((206, 270), (218, 278), (196, 282), (292, 278), (306, 270), (316, 282)):
            sheet.circle(x, y, 2.6, darker(skin, 0.32), opacity=0.7)
    if face.glasses:
        for side in (-1, 1):
            sheet.circle(256 + side * 44, 246, 32, "#ffffff", opacity=0.16)
            sheet.circle(256 + side * 44, 246, 32, "none", stroke="#3a2a2c", stroke_width=6)
        sheet.path("M244 242Q256 234 268 242", stroke="#3a2a2c", stroke_width=6)
    if face.earrings:
        for side in (-1, 1):
            sheet.circle(256 + side * 108, 296, 11, face.earrings)


def portrait(slug: str) -> bytes:
    face = FACES[slug]
    sheet = Sheet(SIZE, SIZE)
    ground(sheet, face)
    sheet.glow(256, 250, 260, "#ffffff", 0.4)
    back_hair(sheet, face)
    skin = face.skin
    sheet.path(
        "M60 530C66 430 150 404 214 396H298C362 404 446 430 452 530Z",
        sheet.linear(lighter(face.clothes, 0.12), face.clothes, darker(face.clothes, 0.2), end=(1, 0.5)),
    )
    sheet.path("M212 340V404Q256 446 300 404V340Z", sheet.linear(darker(skin, 0.26), darker(skin, 0.08)))
    sheet.path("M206 400Q256 452 306 400", stroke=darker(face.clothes, 0.25), stroke_width=10, stroke_linecap="round")
    if face.style != "scarf":
        for side in (-1, 1):
            sheet.ellipse(256 + side * 106, 256, 19, 27, darker(skin, 0.08))
            sheet.ellipse(256 + side * 107, 257, 9, 15, darker(skin, 0.22))
    sheet.path(
        "M152 230C152 146 200 108 256 108S360 146 360 230C362 320 318 374 256 374S150 320 152 230Z",
        sheet.linear(lighter(skin, 0.1), skin, darker(skin, 0.1), end=(1, 0.4)),
    )
    features(sheet, face)
    front_hair(sheet, face)
    data: bytes = paint(sheet)[0:3].pngsave_buffer(compression=9, palette=True, Q=92)
    return data
