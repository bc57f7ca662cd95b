"""A brand's request. The form gathers; `terms.parse` judges, as it does for the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core import amounts, names
from core.forms import CheckCards, ChoiceCards, Described
from licensing.forms.days import IN_REACH, DayInput
from licensing.forms.reserved import ReservedForm
from licensing.places import country_choices, group_choices
from licensing.terms import Terms, TermsInvalid, currencies, flat, parse
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
from submissions.models import Submission

TIME_TO_ANSWER = timedelta(days=14)
FIRST_CURRENCIES = ("DKK", "EUR", "SEK", "NOK", "GBP", "USD")
ALL_CURRENCIES = (*FIRST_CURRENCIES, *sorted(set(currencies.MINOR_DIGITS) - set(FIRST_CURRENCIES)))
YES_NO = [("no", _("No")), ("yes", _("Yes"))]
CHANNEL_ICONS = {
    Channel.WEBSITE: "globe-alt",
    Channel.ORGANIC_SOCIAL: "chat-bubble-left-right",
    Channel.PAID_SOCIAL: "megaphone",
    Channel.EMAIL: "envelope",
    Channel.PRINT: "printer",
    Channel.OUT_OF_HOME: "map-pin",
    Channel.TV: "video-camera",
    Channel.IN_STORE: "building-storefront",
    Channel.MARKETPLACE: "tag",
    Channel.PRESS: "document-text",
    Channel.INTERNAL: "lock-closed",
}
CHANNELS = [(channel.value, Described(channel.label, icon=CHANNEL_ICONS[channel])) for channel in Channel]
TERMS = [
    (TermKind.MONTHS, Described(_("A number of months"), _("Counted from the day of the grant."))),
    (TermKind.FIXED, Described(_("From one day to another"), _("For a campaign with fixed dates."))),
    (TermKind.PERPETUAL, Described(_("Without an end"), _("For ever. Creators seldom grant this."))),
]
EXCLUSIVITY = [
    (ExclusivityKind.NONE, Described(_("Not exclusive"), _("The creator may license it to others."))),
    (
        ExclusivityKind.EXCLUSIVE,
        Described(_("Exclusive"), _("While it runs, nobody else may use the work in your line of business.")),
    ),
]
COMPENSATION = [
    (CompensationKind.FLAT_FEE, Described(CompensationKind.FLAT_FEE.label, icon="banknotes")),
    (CompensationKind.PRODUCT, Described(CompensationKind.PRODUCT.label, icon="gift")),
    (
        CompensationKind.FLAT_FEE_AND_PRODUCT,
        Described(CompensationKind.FLAT_FEE_AND_PRODUCT.label, icon="plus-circle"),
    ),
    (CompensationKind.NONE, Described(CompensationKind.NONE.label, icon="minus-circle")),
]
REVOCATION = [
    ("yes", Described(_("At any time"), _("You stop when the notice is over. Most creators want this."))),
    ("no", Described(_("Not before it ends"), _("A promise that weighs much for the creator."))),
]
NOTICE_DAYS = [
    (0, _("At once")),
    (7, _("After 7 days")),
    (14, _("After 14 days")),
    (30, _("After 30 days")),
    (60, _("After 60 days")),
    (90, _("After 90 days")),
]


class Judged(forms.Field):
    """An answer that the terms want. Whether it is there and makes sense is for them to say, in their own words."""

    def validate(self, value: Any) -> None:
        pass


class Several(Judged, forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class One(Judged, forms.ChoiceField):
    widget = forms.RadioSelect


class YesNo(Judged, forms.TypedChoiceField):
    """Yes, no, or None where nothing was said."""

    widget = forms.RadioSelect

    def __init__(self, *, choices: Sequence[tuple[str, Any]] = YES_NO, **kwargs: Any) -> None:
        super().__init__(choices=choices, coerce=_truth, empty_value=None, **kwargs)


def _truth(answer: str) -> bool:
    if answer not in ("yes", "no"):
        raise ValueError(answer)
    return answer == "yes"


class Choice(Judged, forms.ChoiceField):
    pass


class Day(Judged, forms.DateField):
    widget = DayInput
    default_validators = IN_REACH


class Line(Judged, forms.CharField):
    pass


class Number(Judged, forms.IntegerField):
    pass


class Amount(Judged, forms.DecimalField):
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            return amounts.read(str(value), get_language() or "en")
        except ValueError:
            raise forms.ValidationError(amounts.UNCLEAR, code="invalid") from None


class RequestForm(ReservedForm):
    """Fields of the terms have the names of `terms.flat`."""

    use_required_attribute = False

    channels = Several(label=_("Channels"), choices=CHANNELS, widget=CheckCards(columns=True))
    paid_use = YesNo(label=_("Will you pay for its reach?"), help_text=_("Ads, boosted posts, bought space."))
    territories = Several(label=_("Countries"))
    term_kind = One(label=_("For how long"), choices=TERMS, widget=ChoiceCards(columns=True))
    term_months = Number(label=_("Months"), min_value=1, max_value=120)
    term_first_day = Day(label=_("First day"))
    term_last_day = Day(label=_("Last day"))
    edits = Several(
        label=_("What will you change?"),
        help_text=_("Size and file format do not count as a change."),
        choices=Edit.choices,
        widget=CheckCards(columns=True),
        required=False,
    )
    exclusivity_kind = One(label=_("For you alone?"), choices=EXCLUSIVITY, widget=ChoiceCards(columns=True))
    exclusivity_category = Line(label=_("Line of business"), help_text=_("Such as “outdoor clothing”."))
    sublicensing_agencies = forms.CharField(
        label=_("Agencies that may use it for you"),
        help_text=_("One name per line. Nobody else may."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    attribution_required = YesNo(label=_("Will you credit the creator?"))
    attribution_credit_line = Line(label=_("Credit line"))
    attribution_placement = Choice(label=_("Where the credit stands"), choices=Placement.choices)
    compensation_kind = One(
        label=_("What does the creator get?"), choices=COMPENSATION, widget=ChoiceCards(columns=True)
    )
    compensation_amount = Amount(label=_("Amount"), localize=True)
    compensation_currency = Choice(label=_("Currency"), choices=[(code, code) for code in ALL_CURRENCIES])
    compensation_product = Line(label=_("Product"))
    revocation_allowed = YesNo(
        label=_("May the creator take the license back?"), choices=REVOCATION, widget=ChoiceCards(columns=True)
    )
    revocation_notice_days = Choice(label=_("It then ends"), choices=NOTICE_DAYS)
    after_end_printed_matter = One(label=_("Printed matter that is left over"), choices=PrintedMatter.choices)
    after_end_running_ads = One(label=_("Ads that are running"), choices=RunningAds.choices)
    excluded_contexts = Several(label=_("You will not show it together with"), choices=Context.choices, required=False)
    ai_generative_training = YesNo(label=AiUse.GENERATIVE_TRAINING.label)
    ai_other_training = YesNo(label=AiUse.OTHER_TRAINING.label)
    ai_input_or_reference = YesNo(label=AiUse.INPUT_OR_REFERENCE.label)
    ai_face_or_voice_replica = YesNo(label=AiUse.FACE_OR_VOICE_REPLICA.label)
    ai_text_and_data_mining = YesNo(label=AiUse.TEXT_AND_DATA_MINING.label)
    message = forms.CharField(
        label=_("Message to the creator"),
        help_text=_("Say what you plan. People answer people."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answer_by = forms.DateField(
        label=_("Please answer by"),
        help_text=_("Silence is neither a yes nor a no."),
        widget=DayInput,
        validators=IN_REACH,
    )

    def __init__(self, *args: Any, submission: Submission, **kwargs: Any) -> None:
        self.terms: Terms | None = None
        kwargs["initial"] = starting_values(submission) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        # Named in the language of the request.
        places = self.fields["territories"]
        if isinstance(places, Several):
            places.choices = [*group_choices(), *country_choices()]

    def clean(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        agencies = given.get("sublicensing_agencies", "")
        given["sublicensing_agencies"] = [line.strip() for line in agencies.splitlines() if line.strip()]
        try:
            self.terms = parse(flat.nest(given))
        except TermsInvalid as error:
            for name, message in flat.form_errors(error).items():
                field = name if name in self.fields else None
                if field is None or field not in self.errors:
                    self.add_error(field, message)
        return self.cleaned_data

    def missing(self) -> list[tuple[str, str]]:
        """What still stands in the way of terms: label and reason."""
        return [
            (str(self.fields[name].label) if name in self.fields else "", str(reason))
            for name, reasons in self.errors.items()
            if name not in ("message", "answer_by")
            for reason in reasons
        ]

    def answer_until(self) -> datetime:
        """The last second of the day that was named, so that every page tells the same day."""
        return datetime.combine(self.cleaned_data["answer_by"], time(23, 59, 59), UTC)


def starting_values(submission: Submission) -> dict[str, Any]:
    """The narrowest answers, so that whoever wants more has to ask for it."""
    today = timezone.now().date()
    return {
        "paid_use": "no",
        "term_kind": TermKind.MONTHS,
        "term_months": 12,
        "term_first_day": today,
        "exclusivity_kind": ExclusivityKind.NONE,
        "attribution_required": "yes",
        # As the creator wrote it, as far as terms may say it.
        "attribution_credit_line": names.tamed(submission.credit_line, colon=True),
        "attribution_placement": Placement.BESIDE,
        "compensation_currency": FIRST_CURRENCIES[0],
        "revocation_allowed": "yes",
        "revocation_notice_days": 0,
        "after_end_printed_matter": PrintedMatter.WITHDRAW,
        "after_end_running_ads": RunningAds.STOP,
        "answer_by": today + TIME_TO_ANSWER,
    } | {f"ai_{use.value}": "no" for use in AiUse}
