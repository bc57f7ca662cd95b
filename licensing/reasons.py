"""What a rights decision says: reasons why not, and duties if so. Codes are stable; sentences follow the request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from licensing.purposes import Purpose
from licensing.terms.language import Language
from licensing.terms.vocabulary import Channel, Context, Placement
from licensing.terms.wording import language_of

SENTENCES = {
    "no_license": _("There is no license for this work."),
    "license_suspended": _("The license is suspended."),
    "license_revoked": _("The license was revoked. It ended on %(value)s."),
    "license_terminated": _("The license was terminated. It ended on %(value)s."),
    "license_superseded": _("Another license has taken the place of this one. It ended on %(value)s."),
    "license_not_started": _("The license starts on %(value)s."),
    "license_expired": _("The license ended on %(value)s."),
    "channel_not_licensed": _("The license does not cover this channel: %(value)s."),
    "territory_not_licensed": _("The license does not cover all of this territory: %(value)s."),
    "paid_use_not_licensed": _("The license does not allow paid use."),
    "purpose_not_licensed": _("The license does not allow this: %(value)s."),
    "work_withdrawn": _("The creator has withdrawn the work."),
    "work_removed": _("The work was removed from the platform."),
    "work_not_published": _("The work is not published."),
    "release_missing": _("A person who can be recognized in the work has not given a release."),
}

UNDATED = {
    "license_revoked": _("The license was revoked."),
    "license_terminated": _("The license was terminated."),
    "license_superseded": _("Another license has taken the place of this one."),
}

DUTIES = {
    "credit_line": _("Credit the creator with these words: %(value)s"),
    "placement": _("Where the credit stands: %(value)s."),
    "link": _("Make the credit a link to %(value)s"),
    "unchanged": _("Show the work unchanged. Its size and file format may change."),
    "excluded_contexts": _("Do not show it together with: %(value)s."),
}

Value = str | datetime | tuple[str, ...] | None


class Reason(NamedTuple):
    """Why not. `value` is what the reason is about: a code, or a moment."""

    code: str
    value: Value = None

    @property
    def sentence(self) -> str:
        return _filled(SENTENCES, self)


class Duty(NamedTuple):
    """What the licensee owes for this use; `value` as the terms have it."""

    code: str
    value: Value = None

    @property
    def sentence(self) -> str:
        return _filled(DUTIES, self)


def _filled(templates: Mapping[str, object], said: Reason | Duty) -> str:
    if said.value is None:
        return str(UNDATED.get(said.code) or templates[said.code])
    return str(templates[said.code]) % {"value": _shown(said.code, said.value)}


def _shown(code: str, value: Value) -> str:
    language = language_of(get_language() or "en")
    if isinstance(value, datetime):
        return language.moment(value)
    if isinstance(value, tuple):
        return ", ".join(str(Context(context).label) for context in value)
    return _BY_CODE[code](language, str(value)) if code in _BY_CODE else str(value)


_BY_CODE: Mapping[str, Callable[[Language, str], str]] = {
    "channel_not_licensed": lambda language, value: str(Channel(value).label),
    "territory_not_licensed": lambda language, value: language.place(value),
    "purpose_not_licensed": lambda language, value: str(Purpose(value).label),
    "placement": lambda language, value: str(Placement(value).label),
}
