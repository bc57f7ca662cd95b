"""An exclusive license never overlaps another one. Checked under the lock on the work, whichever comes first."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict
from licensing.models import License, LicenseRequest
from licensing.terms import Terms
from licensing.terms.vocabulary import ExclusivityKind


def check_no_overlap(
    request: LicenseRequest, terms: Terms, starts_at: datetime, ends_at: datetime | None, *, now: datetime
) -> None:
    """For a grant that is about to be made; the caller holds the lock on the work.

    The creator promises that nobody else uses the work for a line of business, anywhere. Which business others are
    in is not known here, so as long as an exclusive license runs, nobody else gets a license at all.

    Raises:
        Conflict: code `exclusive_overlap`.
    """
    others = License.objects.current(now).filter(submission=request.submission).exclude(licensee=request.brand)
    for other in others:
        exclusive = is_exclusive(terms) or is_exclusive(other.parsed_terms)
        if exclusive and _overlaps(other, starts_at, ends_at):
            raise _conflict(other.parsed_terms)


def is_exclusive(terms: Terms) -> bool:
    return terms.exclusivity.kind != ExclusivityKind.NONE


def _overlaps(other: License, starts_at: datetime, ends_at: datetime | None) -> bool:
    over = other.over_from
    return (ends_at is None or other.starts_at < ends_at) and (over is None or starts_at < over)


def _conflict(theirs: Terms) -> Conflict:
    if is_exclusive(theirs):
        message = _("You have given another brand an exclusive license for a part of this time.")
    else:
        message = _("This license would be exclusive, and another brand holds a license for a part of this time.")
    return Conflict(message, code="exclusive_overlap")
