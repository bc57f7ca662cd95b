"""Where a work is now, what happens next and how long that usually takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from babel.dates import format_timedelta
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from dashboards.timeline.story import Step, Story
from licensing.states import OPEN
from submissions import queries, refusals
from submissions.states import State

HALF_A_MINUTE = timedelta(seconds=30)


def steps(story: Story) -> list[Step]:
    """The present, if something is going on, then the milestones that have not been reached."""
    return [*_present(story), *_milestones(story)]


def _present(story: Story) -> list[Step]:
    state = story.submission.state
    if state in {State.RECEIVED, State.PROCESSING}:
        return [_now(_("Being checked"), _check_words(), "arrow-path")]
    if state == State.IN_REVIEW:
        return [_now(_("In review"), _review_words(), "eye")]
    if state == State.CHANGES_REQUESTED:
        return [_your_turn(story, _("Change what was asked for and send it again."), "pencil-square")]
    if state == State.QUARANTINED:
        return [_your_turn(story, _set_aside_words(story), "shield-exclamation")]
    if state == State.PUBLISHED:
        return _present_in_public(story)
    return []


def _present_in_public(story: Story) -> list[Step]:
    waiting = [request for request in story.requests.values() if request.state in OPEN]
    if waiting:
        words = _("Read what they ask and answer when you like. Saying nothing is not a yes.")
        return [_now(_("Your answer"), words, "chat-bubble-left-right")]
    if story.requests:
        return []
    words = _("Brands can find it now. If one wants to use it, you are asked first, each time.")
    return [_now(_("Shown in the gallery"), words, "eye")]


def _milestones(story: Story) -> list[Step]:
    state = story.submission.state
    kinds = {entry.kind for entry in story.entries}
    if state in {State.REJECTED, State.REMOVED, State.WITHDRAWN}:
        return []
    ahead = []
    if state in {State.RECEIVED, State.PROCESSING, State.QUARANTINED, State.CHANGES_REQUESTED}:
        ahead.append(_("In review"))
    if state != State.PUBLISHED:
        ahead.append(_("Published"))
    if "request.sent" not in kinds:
        ahead.append(_("Asked for by a brand"))
    if "license.granted" not in kinds:
        ahead.append(_("Licensed, if you say yes"))
    if "use.noted" not in kinds:
        ahead.append(_("Used, with your credit"))
    return [Step(title=title, state="next") for title in ahead]


def _now(title: str, words: str, icon: str) -> Step:
    return Step(title=title, state="current", next=words, icon=icon)


def _your_turn(story: Story, words: str, icon: str) -> Step:
    edit = reverse("tracking_edit", args=[story.submission.public_id])
    return replace(_now(_("Your turn"), words, icon), url=edit, url_label=_("Change it and send it again"))


def _check_words() -> str:
    usual = queries.usual_check_time()
    if usual is None or usual <= HALF_A_MINUTE:
        return _("We look at the file and make the pictures. This usually takes less than half a minute.")
    return _("We look at the file and make the pictures. This usually takes %(time)s.") % {"time": _length(usual)}


def _review_words() -> str:
    usual = queries.usual_review_time()
    if usual is None:
        return _("A moderator looks at it and publishes it, or writes to you what to change.")
    return _("A moderator looks at it and publishes it, or writes to you what to change. Usually takes %(time)s.") % {
        "time": _length(usual)
    }


def _set_aside_words(story: Story) -> str:
    if queries.current_file(story.submission).refusal_code == refusals.OUR_FAULT:
        return _("We try again by ourselves. If you do not want to wait, send it again.")
    return _("Send another file; everything that you wrote is kept.")


def _length(time: timedelta) -> str:
    return str(format_timedelta(time, threshold=1.2, locale=translation.get_language() or "en"))
