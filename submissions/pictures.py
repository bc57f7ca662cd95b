"""What a template needs to show a work: sources by format, real measures, and something to look at until they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from submissions import queries
from submissions.models import MediaFile, Rendition, Submission
from submissions.states import GONE

# In the order in which a browser should try them; WebP is also what a plain <img> gets.
FORMATS = {"avif": "image/avif", "webp": "image/webp"}
PLAIN = "webp"
PLAIN_WIDTH = 640


@dataclass(frozen=True)
class Source:
    """One `<source>`: `srcset` with every width of one format."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """`src` is empty where there is nothing to show: not checked yet, or taken back. `placeholder` is a data URI."""

    src: str
    sources: Sequence[Source]
    width: int
    height: int
    placeholder: str
    color: str
    alt: str


def of(submission: Submission) -> Picture:
    """The picture of a work; two queries unless `queries.with_pictures` has loaded it."""
    return of_file(queries.current_file(submission), alt=submission.alt_text, gone=submission.state in GONE)


def of_file(media_file: MediaFile, *, alt: str, gone: bool = False) -> Picture:
    renditions: list[Rendition] = [] if gone else sorted(media_file.renditions.all(), key=lambda made: made.width)
    return Picture(
        src=_plain(renditions),
        sources=[
            Source(media_type, _srcset(made for made in renditions if made.format == name))
            for name, media_type in FORMATS.items()
            if any(made.format == name for made in renditions)
        ],
        width=media_file.width or 0,
        height=media_file.height or 0,
        placeholder=media_file.placeholder,
        color=media_file.color,
        alt=alt,
    )


def address(rendition: Rendition) -> str:
    return reverse("rendition", args=[rendition.public_id])


def _srcset(renditions: Iterable[Rendition]) -> str:
    return ", ".join(f"{address(rendition)} {rendition.width}w" for rendition in renditions)


def _plain(renditions: Sequence[Rendition]) -> str:
    plain = [rendition for rendition in renditions if rendition.format == PLAIN]
    large = [rendition for rendition in plain if rendition.width >= PLAIN_WIDTH]
    chosen = large[:1] or plain[-1:]
    return address(chosen[0]) if chosen else ""
