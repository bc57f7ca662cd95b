"""Where and when a licensee has published the work."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.errors import Conflict, Invalid
from core.ids import new_id
from core.text import line
from licensing import facts, policies
from licensing.actions import moving
from licensing.models import License, Use
from licensing.terms.vocabulary import Channel
from trail import recording
from trail.models import Entry

PLACE_LIMIT = 200
CREDIT_LIMIT = 200
URL_LIMIT = 500
FURTHEST_AHEAD = timedelta(days=366)
_check_url = URLValidator(schemes=["http", "https"])


@transaction.atomic
def note_use(
    *,
    license: License,
    channel: str,
    place: str,
    url: str,
    credit_line: str,
    starts_on: date,
    ends_on: date | None,
    actor: User,
    now: datetime,
    reserved_id: str = "",
) -> Use:
    """The licensee notes one place and period in which it published the work; the creator sees it at once.

    `ends_on` is the first day on which it is gone. `reserved_id` is the public id that was given to the form when it
    was opened: sending the same twice notes one use.

    A use outside of the terms is taken down as well: to hide it would help nobody. Pages say that it is outside.

    Raises:
        NotAllowed: no owner or editor of the licensee.
        Invalid: what was typed; `fields` says where.
        Conflict: code `form_used`: the form has noted a use that says something else.
    """
    license = moving.lock_license(license.pk)
    policies.check_can_act_for(actor, license.licensee)
    place, url, credit_line = line(place), url.strip(), line(credit_line)
    _check_typed(channel, place, url, credit_line, starts_on, ends_on, now)
    if noted := Use.objects.filter(public_id=reserved_id).first():
        _check_says_the_same(noted, license, (channel, place, url, credit_line, starts_on), ends_on)
        return noted
    use = Use.objects.create(
        public_id=reserved_id or new_id("use"),
        license=license,
        channel=channel,
        place=place,
        url=url,
        credit_line=credit_line,
        starts_on=starts_on,
        ends_on=ends_on,
        noted_at=now,
        noted_by=actor,
    )
    recording.record(
        "use.noted",
        actor=actor.public_id,
        at=now,
        subject=use.public_id,
        topic=license.submission.public_id,
        facts=facts.noted(use) | {"ends_on": facts.day(ends_on)},
        sealed=moving.typed("place", place, actor)
        | moving.typed("url", url, actor)
        | moving.typed("credit_line", credit_line, actor),
    )
    return use


@transaction.atomic
def end_use(*, use: Use, ends_on: date, actor: User, now: datetime) -> Use:
    """The licensee says from which day the work is no longer there: `ends_on` is the day after its last one.

    Raises:
        NotAllowed: no owner or editor of the licensee.
        Conflict: it has been ended before.
        Invalid: it would end before it began.
    """
    license = moving.lock_license(use.license_id)
    policies.check_can_act_for(actor, license.licensee)
    use = Use.objects.select_for_update(of=("self",)).get(pk=use.pk)
    if use.ends_on == ends_on:
        return use
    if use.ends_on is not None:
        raise Conflict(_("The end of this use has been noted already."), code="use_ended")
    if ends_on <= use.starts_on:
        raise _invalid("ends_on", _("The last day cannot be before the first."))
    use.ends_on = ends_on
    use.save(update_fields=["ends_on"])
    recording.record(
        "use.ended",
        actor=actor.public_id,
        at=now,
        subject=use.public_id,
        topic=license.submission.public_id,
        facts=facts.use_ended(use),
    )
    return use


def _check_says_the_same(noted: Use, license: License, typed: tuple[object, ...], ends_on: date | None) -> None:
    """By what was noted then: its end may have been noted since."""
    was = (noted.channel, noted.place, noted.url, noted.credit_line, noted.starts_on)
    ended = Entry.objects.get(subject=noted.public_id, kind="use.noted").facts["ends_on"]
    if (noted.license_id, was, ended) != (license.pk, typed, facts.day(ends_on)):
        raise Conflict(
            _(
                "You have noted a place with this form already. What the form says now is another one and was not "
                "noted. To note it as well, send it once more."
            ),
            code="form_used",
        )


def _check_typed(
    channel: str, place: str, url: str, credit_line: str, starts_on: date, ends_on: date | None, now: datetime
) -> None:
    if channel not in Channel.values:
        raise _invalid("channel", _("This channel is not one that licenses know."))
    if not place or len(place) > PLACE_LIMIT:
        raise _invalid("place", _("Say in up to 200 characters where the work is."))
    if not credit_line or len(credit_line) > CREDIT_LIMIT:
        raise _invalid("credit_line", _("Give the credit as it stands beside the work, in up to 200 characters."))
    if url:
        try:
            _check_url(url)
        except ValidationError as error:
            raise _invalid("url", _("Give a web address that starts with https:// or http://.")) from error
    if len(url) > URL_LIMIT:
        raise _invalid("url", _("This web address is too long."))
    if starts_on > now.date() + FURTHEST_AHEAD:
        raise _invalid("starts_on", _("This is more than a year ahead."))
    if ends_on is not None and ends_on <= starts_on:
        raise _invalid("ends_on", _("The last day cannot be before the first."))


def _invalid(field: str, message: str | Promise) -> Invalid:
    return Invalid(message, code="invalid_use", fields={field: message})
