"""The one door by which terms come in, from a form or the API."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from core import text
from licensing.terms import currencies, territories
from licensing.terms.errors import TermsInvalid
from licensing.terms.fields import Fields
from licensing.terms.values import (
    VERSION,
    AfterEnd,
    Attribution,
    Compensation,
    Exclusivity,
    Revocation,
    Sublicensing,
    Term,
    Terms,
)
from licensing.terms.vocabulary import (
    AiUse,
    Channel,
    CompensationKind,
    Context,
    Edit,
    ExclusivityKind,
    Placement,
    PrintedMatter,
    RunningAds,
    TermKind,
)

MAX_MONTHS = 120
MAX_NOTICE_DAYS = 365
MAX_AMOUNT_MINOR = 10**12
MAX_CREDIT_LINE = 120
MAX_CATEGORY = 80
MAX_PRODUCT = 200
MAX_NAME = 80
MAX_AGENCIES = 5

WITH_FEE = (CompensationKind.FLAT_FEE, CompensationKind.FLAT_FEE_AND_PRODUCT)
WITH_PRODUCT = (CompensationKind.PRODUCT, CompensationKind.FLAT_FEE_AND_PRODUCT)


def parse(mapping: Mapping[str, object], *, stored: bool = False) -> Terms:
    """Terms from plain values in the shape of the canonical form; docs/terms.md lists the fields.

    Channels, territories, term, attribution and compensation must be said. All else, left out, is the narrowest answer.
    Terms that were `stored` are read even where their names and words would not be taken any more.

    Raises:
        TermsInvalid: with every field that is wrong, unknown, missing or at odds with another.
    """
    errors: dict[str, str] = {}
    fields = Fields(mapping, errors, stored=stored)
    if fields.integer("version", 1, 10**6) not in (None, VERSION):
        fields.refuse("version", _("This version of terms is not known here."))
    terms = Terms(
        channels=_channels(fields),
        territories=_territories(fields),
        term=_term(fields.section("term")),
        paid_use=fields.boolean("paid_use", default=False),
        edits=fields.choices("edits", Edit),
        exclusivity=_exclusivity(fields.section("exclusivity")),
        sublicensing=_sublicensing(fields.section("sublicensing")),
        ai_uses=_ai_uses(fields.section("ai")),
        attribution=_attribution(fields.section("attribution")),
        compensation=_compensation(fields.section("compensation")),
        revocation=_revocation(fields.section("revocation")),
        after_end=_after_end(fields.section("after_end")),
        excluded_contexts=fields.choices("excluded_contexts", Context),
    )
    if Channel.PAID_SOCIAL in terms.channels and not terms.paid_use:
        fields.refuse("paid_use", _("Paid social media needs paid use. Allow it, or leave that channel out."))
    fields.refuse_unknown()
    if errors:
        raise TermsInvalid(errors)
    return terms


def _channels(fields: Fields) -> frozenset[Channel]:
    channels = fields.choices("channels", Channel)
    if not channels:
        fields.refuse("channels", _("Choose at least one channel."))
    return channels


def _territories(fields: Fields) -> frozenset[str]:
    given = fields.strings("territories")
    found = {code: territories.find(code) for code in given}
    for code, known in found.items():
        if known is None:
            fields.refuse("territories", _("There is no territory “%(code)s”.") % {"code": text.line(code)[:40]})
    codes = frozenset(known for known in found.values() if known)
    if not codes:
        fields.refuse("territories", _("Choose at least one territory."))
    if territories.WORLD in codes and len(codes) > 1:
        fields.refuse("territories", _("The world holds all the others: choose only the world, or leave it out."))
    return codes


def _term(fields: Fields) -> Term:
    kind = fields.choice("kind", TermKind)
    months = fields.integer("months", 1, MAX_MONTHS)
    starts_at, ends_at = fields.moment("starts_at"), fields.moment("ends_at")
    if kind is None:
        fields.refuse("kind", _("Say how long the license runs."))
    if kind == TermKind.MONTHS:
        if months is None:
            fields.refuse("months", _("Say for how many months."))
    elif fields.has("months"):
        fields.refuse("months", _("Leave this empty for this kind of term."))
    if kind == TermKind.FIXED:
        if starts_at is None:
            fields.refuse("starts_at", _("Say when it starts."))
        if ends_at is None:
            fields.refuse("ends_at", _("Say when it ends."))
        if starts_at and ends_at and ends_at <= starts_at:
            fields.refuse("ends_at", _("The end must come after the start."))
    else:
        for name in ("starts_at", "ends_at"):
            if fields.has(name):
                fields.refuse(name, _("Leave this empty for this kind of term."))
    fields.refuse_unknown()
    return Term(kind or TermKind.PERPETUAL, months, starts_at, ends_at)


def _exclusivity(fields: Fields) -> Exclusivity:
    kind = fields.choice("kind", ExclusivityKind) or ExclusivityKind.NONE
    category = fields.words("category", MAX_CATEGORY)
    if kind == ExclusivityKind.EXCLUSIVE and not category:
        fields.refuse("category", _("Say in which line of business nobody else may use the work."))
    if kind == ExclusivityKind.NONE and category:
        fields.refuse("category", _("Leave this empty where the license is not exclusive."))
    fields.refuse_unknown()
    return Exclusivity(kind, category)


def _sublicensing(fields: Fields) -> Sublicensing:
    agencies = fields.names("agencies", MAX_NAME, MAX_AGENCIES)
    fields.refuse_unknown()
    return Sublicensing(agencies)


def _ai_uses(fields: Fields) -> frozenset[AiUse]:
    granted = frozenset(use for use in AiUse if fields.boolean(use.value, default=False))
    fields.refuse_unknown()
    return granted


def _attribution(fields: Fields) -> Attribution:
    required = fields.boolean("required", default=True)
    credit_line = fields.words("credit_line", MAX_CREDIT_LINE, colon=True)
    placement = fields.choice("placement", Placement)
    link = fields.link("link")
    if required and not credit_line:
        fields.refuse("credit_line", _("Write the credit line, or say that no credit is required."))
    if not required and (fields.has("placement") or fields.has("link")):
        fields.refuse("required", _("A placement or a link belongs to a credit that is required."))
    fields.refuse_unknown()
    if required and placement is None:
        placement = Placement.BESIDE
    return Attribution(required, credit_line, placement, link)


def _compensation(fields: Fields) -> Compensation:
    kind = fields.choice("kind", CompensationKind)
    not_possible = _("Say an amount above zero, and below ten billion.")
    amount_minor = fields.integer("amount_minor", 1, MAX_AMOUNT_MINOR, outside=not_possible)
    currency = fields.text("currency", 3).upper() or None
    product = fields.words("product", MAX_PRODUCT, colon=True)
    if kind is None:
        fields.refuse("kind", _("Say what the creator gets, or that it is nothing."))
    if currency and currency not in currencies.MINOR_DIGITS:
        fields.refuse("currency", _("This currency is not known here."))
    if kind in WITH_FEE:
        if amount_minor is None:
            fields.refuse("amount_minor", _("Say how much."))
        if currency is None:
            fields.refuse("currency", _("Say in which currency."))
    elif amount_minor is not None or currency:
        fields.refuse("amount_minor", _("Leave the amount empty where no fee is paid."))
    if kind in WITH_PRODUCT and not product:
        fields.refuse("product", _("Say which product the creator gets."))
    if kind not in WITH_PRODUCT and product:
        fields.refuse("product", _("Leave this empty where no product is given."))
    fields.refuse_unknown()
    return Compensation(kind or CompensationKind.NONE, amount_minor, currency, product)


def _revocation(fields: Fields) -> Revocation:
    allowed = fields.boolean("allowed", default=True)
    notice_days = fields.integer("notice_days", 0, MAX_NOTICE_DAYS) or 0
    if not allowed and notice_days:
        fields.refuse("notice_days", _("Without a way to take the license back there is no notice."))
    fields.refuse_unknown()
    return Revocation(allowed, notice_days)


def _after_end(fields: Fields) -> AfterEnd:
    printed_matter = fields.choice("printed_matter", PrintedMatter) or PrintedMatter.WITHDRAW
    running_ads = fields.choice("running_ads", RunningAds) or RunningAds.STOP
    fields.refuse_unknown()
    return AfterEnd(printed_matter, running_ads)
