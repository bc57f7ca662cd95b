"""Terms row by row in the language of the request: the full answer beside the plain words, empty answers included."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.quotation import unquoted
from licensing.terms.values import Terms
from licensing.terms.vocabulary import AiUse, Channel, Context, Edit, ExclusivityKind, TermKind
from licensing.terms.wording import language_of


class Row(NamedTuple):
    code: str
    label: str
    value: str


def rows(terms: Terms) -> list[Row]:
    language = language_of(get_language() or "en")
    yes_no = {True: _("Yes"), False: _("No")}
    attribution, after_end = terms.attribution, terms.after_end
    return [
        Row("channels", _("Channels"), _labels(Channel, terms.channels)),
        Row("territories", _("Territories"), ", ".join(language.places(terms.territories))),
        Row("term", _("Term"), _term(terms)),
        Row("paid_use", _("Paid use"), yes_no[terms.paid_use]),
        Row("edits", _("Edits"), _labels(Edit, terms.edits)),
        Row("exclusivity", _("Exclusivity"), _exclusivity(terms)),
        Row("sublicensing", _("Agencies"), ", ".join(map(language.quoted, terms.sublicensing.agencies)) or _("None")),
        *(Row(f"ai.{use.value}", str(use.label), yes_no[use in terms.ai_uses]) for use in AiUse),
        Row("attribution", _("Credit"), attribution.credit_line if attribution.required else _("Not required")),
        Row("attribution.placement", _("Where the credit stands"), str(getattr(attribution.placement, "label", "–"))),
        Row("attribution.link", _("Link of the credit"), attribution.link or "–"),
        Row("compensation", _("Compensation"), _compensation(terms)),
        Row("revocation", _("Revocation"), _revocation(terms)),
        Row("after_end.printed_matter", _("Printed copies after the end"), str(after_end.printed_matter.label)),
        Row("after_end.running_ads", _("Running ads after the end"), str(after_end.running_ads.label)),
        Row("excluded_contexts", _("Not together with"), _labels(Context, terms.excluded_contexts)),
    ]


def _term(terms: Terms) -> str:
    term, language = terms.term, language_of(get_language() or "en")
    if term.kind == TermKind.MONTHS and term.months is not None:
        counted = ngettext("%(months)s month from the grant", "%(months)s months from the grant", term.months)
        return counted % {"months": term.months}
    if term.starts_at is None or term.ends_at is None:
        return _("For ever")
    period = {"start": language.moment(term.starts_at), "end": language.moment(term.ends_at)}
    return _("From %(start)s until %(end)s") % period


def _exclusivity(terms: Terms) -> str:
    if terms.exclusivity.kind == ExclusivityKind.NONE:
        return _("Not exclusive")
    return _("Exclusive for “%(category)s”") % {"category": unquoted(terms.exclusivity.category)}


def _compensation(terms: Terms) -> str:
    compensation, language = terms.compensation, language_of(get_language() or "en")
    parts = []
    if compensation.amount_minor is not None and compensation.currency:
        parts.append(language.money(compensation.amount_minor, compensation.currency))
    if compensation.product:
        parts.append(language.quoted(compensation.product))
    return ", ".join(parts) or str(compensation.kind.label)


def _revocation(terms: Terms) -> str:
    days = terms.revocation.notice_days
    if not terms.revocation.allowed:
        return _("Not possible")
    if not days:
        return _("At any time, at once")
    return ngettext("At any time, with %(days)s day’s notice", "At any time, with %(days)s days’ notice", days) % {
        "days": days
    }


def _labels(kind: type[TextChoices], chosen: Container[TextChoices]) -> str:
    return ", ".join(str(choice.label) for choice in kind if choice in chosen) or _("None")
