"""What happens to each work of the demo, in days before now. Plain rows, so that anybody can change the story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# What becomes of a work in the end.
PUBLISHED, IN_REVIEW, CHANGES, REJECTED, WITHDRAWN, REMOVED, BROKEN = (
    "published", "in_review", "changes", "rejected", "withdrawn", "removed", "broken",
)  # fmt: skip

# By place in the catalog of pictures; every other work is published.
ENDS = {
    3: IN_REVIEW, 9: CHANGES, 14: IN_REVIEW, 17: REJECTED, 22: WITHDRAWN, 26: IN_REVIEW, 29: BROKEN, 33: CHANGES,
    38: REMOVED, 41: IN_REVIEW, 45: IN_REVIEW, 48: WITHDRAWN, 52: CHANGES, 55: REJECTED, 57: BROKEN, 58: IN_REVIEW,
}  # fmt: skip

REASONS = {
    CHANGES: (
        "description",
        "The text for people who cannot see the picture names the place, but not what is to be seen. "
        "Please say in one sentence what the picture shows.",
    ),
    REJECTED: ("quality", "The picture is out of focus in the part that it is about. A sharper one is welcome."),
    REMOVED: ("rights", "Another person showed that this picture is theirs. If you see it differently, write to us."),
}  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """A brand asks for the `work`-th published work `asked` days ago; `answer` comes `after` further days."""

    work: int
    brand: int
    asked: float
    answer: str
    after: float = 1.0
    terms: dict[str, Any] = field(default_factory=dict)
    message: str = ""
    deadline: int = 14
    uses: tuple[tuple[str, str, str], ...] = ()
    deliveries: int = 0


def months(number: int) -> dict[str, Any]:
    return {"kind": "months", "months": number}


def days_from_now(first: int, until: int) -> dict[str, Any]:
    """A fixed period; `asking` puts dates in the place of the days."""
    return {"kind": "fixed", "starts_at": first, "ends_at": until}


def fee(kroner: int) -> dict[str, Any]:
    return {"kind": "flat_fee", "amount_minor": kroner * 100, "currency": "DKK"}


SOCIAL = {"channels": ["organic_social"], "territories": ["nordics"], "term": months(12), "compensation": fee(800)}
WEBSITE = {"channels": ["website", "email"], "territories": ["DK"], "term": months(24), "compensation": fee(1500)}
ADS = {
    "channels": ["organic_social", "paid_social", "website"], "territories": ["EU"], "term": months(6),
    "paid_use": True, "edits": ["crop", "caption"], "compensation": fee(4500),
}  # fmt: skip
PRINT = {
    "channels": ["print", "in_store"], "territories": ["DK", "SE", "NO"], "term": months(12),
    "edits": ["crop"], "compensation": fee(3200),
}  # fmt: skip
FOREVER = {
    "channels": ["website"], "territories": ["world"], "term": {"kind": "perpetual"},
    "revocation": {"allowed": True, "notice_days": 30}, "compensation": fee(6000),
}  # fmt: skip
EXCLUSIVE = {
    "channels": ["out_of_home", "print"], "territories": ["DK"], "term": months(3), "paid_use": True,
    "exclusivity": {"kind": "exclusive", "category": "coffee and tea"}, "compensation": fee(9000),
}  # fmt: skip
TRAINING = {
    "channels": ["internal"], "territories": ["world"], "term": months(36), "compensation": fee(2500),
    "ai": {"generative_training": True, "text_and_data_mining": True},
}  # fmt: skip
SEASON = {
    "channels": ["website", "in_store"], "territories": ["nordics"], "term": days_from_now(45, 225),
    "edits": ["crop"], "compensation": fee(2800),
}  # fmt: skip
PRODUCT = {
    "channels": ["organic_social"], "territories": ["DK"], "term": months(3),
    "compensation": {"kind": "product", "product": "a set of four cups"},
}  # fmt: skip

HELLO = "We saw this in the gallery and would love to show it with your name beside it."
SITE = ("website", "Front page, autumn collection", "https://nordlys.example/autumn")
POST = ("organic_social", "Post on our own account", "https://social.example/nordlys/1127")

# `work` counts the published works in the order in which they were published.
ASKS = (
    Ask(0, 0, 40, "granted", 1.5, {**SOCIAL, "term": months(1)}, HELLO, uses=(POST,), deliveries=1),
    Ask(1, 0, 36, "granted", 0.4, WEBSITE, HELLO, uses=(SITE, POST), deliveries=2),
    Ask(2, 1, 33, "granted", 2.0, ADS, "For our winter campaign, with your credit in every ad.", deliveries=1),
    Ask(3, 2, 31, "declined", 0.8, TRAINING, "To train the picture search of our app."),
    Ask(4, 0, 30, "revoked", 1.0, SOCIAL, HELLO, uses=(POST,), deliveries=1),
    Ask(5, 2, 28, "granted", 3.0, FOREVER, "For the story page about our first jacket.", deliveries=1),
    Ask(6, 1, 27, "unanswered", 0, PRODUCT, "A small thank-you from the roastery.", deadline=7),
    Ask(7, 0, 25, "granted", 0.6, PRINT, "For the catalog that lies in our shops.", deliveries=1),
    Ask(8, 2, 24, "withdrawn", 2.0, ADS, "For a campaign that we are planning."),
    Ask(9, 1, 22, "granted", 1.1, EXCLUSIVE, "Posters at ten stations in Copenhagen.", deliveries=1),
    Ask(10, 0, 21, "revoked_with_notice", 2.0, FOREVER, "For our page about makers.", deliveries=1),
    Ask(11, 2, 20, "granted", 0.3, {**SOCIAL, "term": months(1)}, HELLO, uses=(), deliveries=1),
    Ask(12, 0, 18, "declined", 1.0, EXCLUSIVE, "Exclusive for the spring."),
    Ask(13, 1, 16, "granted", 2.2, WEBSITE, HELLO, uses=(("website", "Page about our beans", ""),), deliveries=1),
    Ask(15, 2, 14, "seen", 1.0, ADS, "Ten ads for the new tent, half a year."),
    Ask(16, 0, 11, "granted", 1.0, SOCIAL, HELLO, deliveries=0),
    Ask(18, 1, 9, "declined", 0.5, PRODUCT, "We cannot pay, but we have very good coffee."),
    Ask(26, 1, 15, "granted_until_removed", 1.2, WEBSITE, "For the page about our house by the water."),
    Ask(28, 0, 8, "granted", 0.8, SEASON, "For our spring collection, on our site and in our windows."),
    Ask(19, 2, 7, "taken_back", 1.4, WEBSITE, "For the front page of our shop."),
    Ask(20, 0, 6, "seen", 0.7, PRINT, "For a small booklet."),
    Ask(22, 2, 5, "sent", 0, WEBSITE, HELLO),
    Ask(24, 0, 3, "sent", 0, SOCIAL, HELLO),
    Ask(25, 1, 2, "sent", 0, ADS, "For a short campaign in spring; the fee can be talked about."),
    Ask(0, 1, 4, "seen", 0.5, WEBSITE, "For our page about the people behind the cups."),
    Ask(1, 2, 1.2, "sent", 0, ADS, "The light is exactly what we were looking for."),
    Ask(27, 2, 1, "sent", 0, TRAINING, "We would like to teach our search what a tent looks like."),
)
