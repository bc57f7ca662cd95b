"""What each kind of entry is news to, or why it is news to nobody."""

from __future__ import annotations

from collections.abc import Callable

from notifications.news import brands, licenses, people, requests, works
from notifications.news.telling import News
from trail.models import Entry

TELLING: dict[str, Callable[[Entry], list[News]]] = {
    **works.TELLING,
    **requests.TELLING,
    **licenses.TELLING,
    **brands.TELLING,
    **people.TELLING,
}

# Each with its reason.
SILENT: dict[str, str] = {
    "account.registered": "the person is looking at the page that welcomes them",
    "account.changed": "the person's own act, confirmed on the page",
    "consent.given": "the person's own act, kept for them under their consents",
    "consent.withdrawn": "the person's own act, confirmed on the page",
    "creator.opened": "the person's own act, confirmed on the page",
    "creator.changed": "the person's own act, confirmed on the page",
    "brand.opened": "the person's own act, confirmed on the page",
    "brand.changed": "shown to every member in the brand's settings; nobody's rights change",
    "member.invited": "the invitation itself is a mail",
    "invitation.resent": "the invitation itself is a mail",
    "invitation.canceled": "who was invited has no account to be told on, and the link says so",
    "submission.received": "the creator is looking at the page that confirms it",
    "submission.checked": "a step of the timeline, not yet an answer",
    "submission.check_retried": "a step of the timeline; nobody has to do anything",
    "submission.resubmitted": "the creator's own act, confirmed on the page",
    "decision.made": "told by what it does to the work: published, changes asked for, rejected, removed",
    "reader.skipped": "an administrator's own act on the running of the site, confirmed in admin",
    "request.seen": "the brand sees it at the request; no reason to interrupt anybody",
}


def of(entry: Entry) -> list[News]:
    """The news in one entry. A kind that this version does not know is news to nobody."""
    tell = TELLING.get(entry.kind)
    return tell(entry) if tell else []
