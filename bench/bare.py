"""What the figures are measured against: the least that Django does for a page of cards and for a JSON answer."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.template import RequestContext, Template
from django.urls import reverse

from galleries import cards as kept_cards
from submissions.models import AiUse, Submission
from submissions.pictures import FORMATS, Picture, Source

CARDS = 24
WIDTHS = (320, 640, 1280, 2048)


def _card(number: int) -> dict[str, str]:
    """The values of one gallery card, as many and as long as real ones."""
    addresses = [f"/media/r/ren_{number:02d}{width:04d}{'x' * 14}/" for width in WIDTHS]
    return {
        "url": f"/w/sub_{number:020d}/",
        "title": f"Boats in the harbor, number {number}",
        "credit": "Photo: Mona Mikkelsen",
        "alt": "Three small boats lie in a harbor in the evening sun; behind them are red houses.",
        "src": addresses[1],
        "srcset": ", ".join(f"{address} {width}w" for address, width in zip(addresses, WIDTHS, strict=True)),
        "width": "3000",
        "height": "2000",
    }


@cache
def _template() -> Template:
    """The markup of the real card as one flat loop, which is the fastest that Django's templates can draw it."""
    names = {name: f"(({name}))" for name in _card(0)}
    sources = [Source(media_type, names["srcset"]) for media_type in FORMATS.values()]
    picture = Picture(names["src"], sources, 31415, 92653, "", "", names["alt"])
    work = Submission(public_id="x", title=names["title"], credit_line=names["credit"], ai_use=AiUse.NONE)
    markup = kept_cards.draw(kept_cards.context(work, picture), "en")
    markup = markup.replace(reverse("work", args=["x"]), names["url"])
    markup = markup.replace("31415", names["width"]).replace("92653", names["height"])
    for name, place in names.items():
        if place not in markup:
            raise ValueError(f"the card shows no {name}")
        markup = markup.replace(place, f"{{{{ card.{name} }}}}")
    return Template(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>24 cards</title></head>\n'
        f'<body><ul class="gallery">{{% for card in cards %}}{markup}{{% endfor %}}</ul></body></html>\n'
    )


CONSTANTS = {"cards": [_card(number) for number in range(CARDS)]}


def cards(request: HttpRequest) -> HttpResponse:
    """A page of 24 cards, drawn by Django from constants: no database, and nothing around the cards."""
    return HttpResponse(_template().render(RequestContext(request, CONSTANTS)))


def orm_json(request: HttpRequest) -> HttpResponse:
    """One row by an indexed column, as JSON."""
    found = Submission.objects.filter(public_id=request.GET.get("submission", "")).values("public_id", "state").first()
    return JsonResponse(found) if found else HttpResponseNotFound()
