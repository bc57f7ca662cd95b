"""What a creator said about a work and agreed to, as names and values."""

from __future__ import annotations

from datetime import UTC

from django.utils.timezone import localtime
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from consent.models import Record
from core import moments
from submissions import details
from submissions.models import Submission

Items = list[dict[str, str]]


def answers(submission: Submission) -> Items:
    """In the order in which they were asked; questions that were not asked are left out."""
    said = details.of(submission)
    rows = [
        (_("Description"), said.description),
        (_("Alt text"), said.alt_text),
        (_("Tags"), ", ".join(said.tags)),
        (_("Credit line"), said.credit_line),
        (_("Who holds the rights?"), submission.get_rights_holder_display()),
        (_("Name of the rights holder"), said.rights_holder_name),
        (_("Who can be recognized in it?"), submission.get_people_display()),
        (_("Names of the other people"), ", ".join(said.people_names)),
        (_("Have they agreed?"), _("Yes, each of them, as you told us") if said.releases_stated else ""),
        (_("Was AI used?"), submission.get_ai_use_display()),
        (_("What did AI do?"), said.ai_note),
    ]
    return [{"term": str(term), "value": str(value)} for term, value in rows if value]


def consent(record: Record) -> Items:
    rows = [
        (
            _("Notice"),
            _("%(title)s, version %(number)s") % {"title": record.notice.title, "number": record.notice.version},
        ),
        (_("Language"), str(get_language_info(record.notice.language)["name_translated"]).capitalize()),
        (_("Agreed"), moments.in_words(localtime(record.given_at, UTC))),
        (_("Receipt"), record.public_id),
    ]
    if record.withdrawn_at:
        rows.append((_("Taken back"), moments.in_words(localtime(record.withdrawn_at, UTC))))
    return [{"term": str(term), "value": str(value)} for term, value in rows]
