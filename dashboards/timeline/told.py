"""What happened to a work: each kind of entry in its own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from dashboards.timeline.story import Step, Story
from submissions import refusals
from trail.models import Entry
from trail.recording import SYSTEM


def _step(entry: Entry, title: str, actor: str, *, icon: str = "", note: str = "", state: str = "done") -> Step:
    return Step(title=title, state=state, at=entry.recorded_at, actor=actor, note=note, icon=icon)


def _who(story: Story, entry: Entry, otherwise: str) -> str:
    if entry.actor == story.reader.public_id:
        return _("You")
    if entry.actor == story.submission.creator.user.public_id:
        return story.submission.creator.name
    return _("Automatic") if entry.actor == SYSTEM else otherwise


def _received(story: Story, entry: Entry) -> Step:
    return _step(entry, _("Received"), _who(story, entry, _("The creator")), icon="inbox-arrow-down")


def _resubmitted(story: Story, entry: Entry) -> Step:
    return _step(
        entry, _("Received again, with changes"), _who(story, entry, _("The creator")), icon="inbox-arrow-down"
    )


def _checked(story: Story, entry: Entry) -> Step:
    return _step(entry, _("Checked"), _("Automatic check"), note=_("The file is fine and the pictures are made."))


def _quarantined(story: Story, entry: Entry) -> Step:
    note = refusals.message(entry.facts["code"])
    return _step(entry, _("Set aside"), _("Automatic check"), note=note, state="stopped")


def _check_retried(story: Story, entry: Entry) -> Step:
    return _step(entry, _("Taken up again"), _("Automatic check"), icon="arrow-path")


def _decided(title: Callable[[], str], state: str = "done", icon: str = "") -> Callable[[Story, Entry], Step]:
    def tell(story: Story, entry: Entry) -> Step:
        decision = story.decisions.get(entry.facts["decision"])
        note = decision.reason_told if decision else ""
        return _step(entry, title(), _("A moderator"), note=note, state=state, icon=icon)

    return tell


def _withdrawn(story: Story, entry: Entry) -> Step:
    who = _who(story, entry, _("The creator"))
    return _step(entry, _("Taken back"), who, note=story.reasons.get(entry.pk, ""), state="stopped")


def _asked(story: Story, entry: Entry) -> Step:
    brand = story.brand(entry)
    asked = _step(entry, _("Asked for by %(brand)s") % {"brand": brand}, brand, icon="hand-raised")
    return _linked(asked, "request", entry.subject)


def _request(title: Callable[[], str], icon: str = "", state: str = "done") -> Callable[[Story, Entry], Step]:
    def tell(story: Story, entry: Entry) -> Step:
        request = story.requests.get(entry.subject)
        note = request.decline_reason if request and entry.kind == "request.declined" else ""
        who = _who(story, entry, story.brand(entry))
        return _step(entry, title() % {"brand": story.brand(entry)}, who, note=note, icon=icon, state=state)

    return tell


def _license(title: Callable[[], str], icon: str = "", state: str = "done") -> Callable[[Story, Entry], Step]:
    def tell(story: Story, entry: Entry) -> Step:
        license = story.licenses.get(entry.subject)
        ended = entry.kind in {"license.revoked", "license.terminated"}
        who = _who(story, entry, story.brand(entry))
        told = _step(
            entry,
            title() % {"brand": story.brand(entry)},
            who,
            note=license.end_reason if license and ended else "",
            icon=icon,
            state=state,
        )
        return _linked(told, "license", entry.subject) if entry.kind == "license.granted" else told

    return tell


def _used(story: Story, entry: Entry) -> Step:
    use = story.uses.get(entry.subject)
    title = _("Used by %(brand)s") % {"brand": story.brand(entry)}
    return _step(entry, title, story.brand(entry), note=use.place if use else "", icon="megaphone")


def _linked(step: Step, kind: str, public_id: str) -> Step:
    label = {"request": _("Open the request"), "license": _("Open the license")}[kind]
    return replace(step, url=reverse(f"studio_{kind}", args=[public_id]), url_label=label)


TOLD: dict[str, Callable[[Story, Entry], Step]] = {
    "submission.received": _received,
    "submission.resubmitted": _resubmitted,
    "submission.checked": _checked,
    "submission.quarantined": _quarantined,
    "submission.check_retried": _check_retried,
    "submission.published": _decided(lambda: _("Published"), icon="check-badge"),
    "submission.changes_requested": _decided(lambda: _("Changes asked for"), icon="pencil-square"),
    "submission.rejected": _decided(lambda: _("Not accepted"), state="stopped"),
    "submission.removed": _decided(lambda: _("Removed"), state="stopped"),
    "submission.withdrawn": _withdrawn,
    "request.sent": _asked,
    "request.declined": _request(lambda: _("You said no to %(brand)s"), icon="hand-raised"),
    "request.expired": _request(lambda: _("The request of %(brand)s ran out without an answer"), icon="clock"),
    "request.withdrawn": _request(lambda: _("%(brand)s took the request back"), icon="arrow-uturn-left"),
    "license.granted": _license(lambda: _("Licensed to %(brand)s"), icon="document-check"),
    "license.revoked": _license(lambda: _("License of %(brand)s revoked"), icon="no-symbol"),
    "license.suspended": _license(lambda: _("License of %(brand)s suspended"), icon="pause"),
    "license.resumed": _license(lambda: _("License of %(brand)s in force again"), icon="play"),
    "license.terminated": _license(lambda: _("%(brand)s gave the license back"), icon="arrow-uturn-left"),
    "license.superseded": _license(lambda: _("License of %(brand)s replaced by a newer one"), icon="document-text"),
    "license.expired": _license(lambda: _("License of %(brand)s ended as agreed"), icon="clock"),
    "license.delivered": _license(lambda: _("File handed over to %(brand)s"), icon="arrow-down-tray"),
    "use.noted": _used,
    "use.ended": _license(lambda: _("Use by %(brand)s ended"), icon="clock"),
}
# No milestones: the creator's own look at a request, what ended with the work, and consent, which the page shows beside
# the timeline.
SILENT = ("request.seen", "request.lapsed", "consent.given", "consent.withdrawn")
