"""Addresses of a work, and what its page says of it to search engines and other sites."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from licensing import exports
from submissions.models import RightsHolder, Submission
from submissions.pictures import FORMATS, PLAIN, Picture


@dataclass(frozen=True)
class Image:
    """One rendition of a picture, as other sites are told of it."""

    url: str
    width: int
    height: int


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def page_address(work: Submission) -> str:
    return absolute(reverse("work", args=[work.public_id]))


def ask_path(work: Submission) -> str:
    return reverse("ask", args=[work.public_id])


def largest(picture: Picture) -> Image:
    """The widest rendition in the format that everything can show."""
    [candidates] = [source.srcset for source in picture.sources if source.type == FORMATS[PLAIN]]
    url, described = candidates.split(", ")[-1].split(" ")
    width = int(described.removesuffix("w"))
    return Image(absolute(url), width, round(width * picture.height / picture.width))


def data_block(work: Submission, picture: Picture) -> SafeString:
    """schema.org's ImageObject for the inside of a `<script type="application/ld+json">`, which no browser runs."""
    image = largest(picture)
    assert work.published_at is not None
    described = exports.schema_org(
        exports.PublishedWork(
            title=work.title,
            description=work.description,
            alt_text=work.alt_text,
            page_url=page_address(work),
            image_url=image.url,
            thumbnail_url=absolute(picture.src),
            width=image.width,
            height=image.height,
            credit_line=work.credit_line,
            creator_name=work.creator.name,
            creator_url=absolute(reverse("creator", args=[work.creator.handle])),
            rights_holder_name="" if work.rights_holder == RightsHolder.SELF else work.rights_holder_name,
            published_at=work.published_at,
            license_url=f"{page_address(work)}#use",
            ask_url=absolute(ask_path(work)),
        )
    )
    return mark_safe(exports.script_text(described))  # noqa: S308 - escaped for this very place
