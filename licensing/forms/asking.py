"""A brand's request. The form gathers; `terms.parse` judges, as it does for the API."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from licensing.forms.uses import DayInput
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

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Label

TIME_TO_ANSWER = timedelta(days=14)
FIRST_CURRENCIES = ("DKK", "EUR", "SEK", "NOK", "GBP", "USD")
ALL_CURRENCIES = (*FIRST_CURRENCIES, *sorted(set(currencies.MINOR_DIGITS) - set(FIRST_CURRENCIES)))
YES_NO = [("no", _("No")), ("yes", _("Yes"))]
NOTICE_DAYS = [
    (0, _("At once")),
    (7, _("After 7 days")),
    (14, _("After 14 days")),
    (30, _("After 30 days")),
    (60, _("After 60 days")),
    (90, _("After 90 days")),
]


class Several(forms.MultipleChoiceField):
    """Several codes. Whether there are such codes is for the terms to say, in their own words."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, label: Label, choices: Iterable[tuple[str, Label]] = (), **kwargs: Any) -> None:
        super().__init__(label=label, choices=choices, required=False, **kwargs)

    def valid_value(self, value: Any) -> bool:
        return True


class One(forms.ChoiceField):
    widget = forms.RadioSelect

    def __init__(self, *, label: Label, choices: Sequence[tuple[str, Label]], **kwargs: Any) -> None:
        super().__init__(label=label, choices=choices, required=False, **kwargs)

    def valid_value(self, value: Any) -> bool:
        return True


class YesNo(forms.TypedChoiceField):
    """Yes, no, or None where nothing was said."""

    widget = forms.RadioSelect

    def __init__(self, *, label: Label, **kwargs: Any) -> None:
        super().__init__(
            label=label, choices=YES_NO, coerce=lambda value: value == "yes", empty_value=None, required=False, **kwargs
        )


class RequestForm(forms.Form):
    """Fields of the terms have the names of `terms.flat`."""

    channels = Several(label=_("Channels"), choices=Channel.choices)
    paid_use = YesNo(label=_("Will you pay for its reach?"), help_text=_("Ads, boosted posts, bought space."))
    territories = Several(label=_("Where"))
    term_kind = One(label=_("For how long"), choices=TermKind.choices)
    term_months = forms.IntegerField(label=_("Months"), required=False, min_value=1, max_value=120)
    term_first_day = forms.DateField(label=_("First day"), required=False, widget=DayInput)
    term_last_day = forms.DateField(label=_("Last day"), required=False, widget=DayInput)
    edits = Several(label=_("What may you change?"), choices=Edit.choices)
    exclusivity_kind = One(label=_("Exclusive?"), choices=ExclusivityKind.choices)
    exclusivity_category = forms.CharField(
        label=_("Line of business"), help_text=_("Such as “outdoor clothing”."), required=False
    )
    sublicensing_agencies = forms.CharField(
        label=_("Agencies that may use it for you"),
        help_text=_("One name per line. Nobody else may."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    attribution_required = YesNo(label=_("Will you credit the creator?"))
    attribution_credit_line = forms.CharField(label=_("Credit line"), required=False)
    attribution_placement = forms.ChoiceField(
        label=_("Where the credit stands"), choices=Placement.choices, required=False
    )
    compensation_kind = One(label=_("What does the creator get?"), choices=CompensationKind.choices)
    compensation_amount = forms.DecimalField(
        label=_("Amount"), required=False, localize=True, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    compensation_currency = forms.ChoiceField(
        label=_("Currency"), choices=[(code, code) for code in ALL_CURRENCIES], required=False
    )
    compensation_product = forms.CharField(label=_("Product"), required=False)
    revocation_allowed = YesNo(label=_("May the creator take the license back?"))
    revocation_notice_days = forms.TypedChoiceField(
        label=_("It then ends"), choices=NOTICE_DAYS, coerce=int, required=False
    )
    after_end_printed_matter = One(label=_("Printed matter that is left over"), choices=PrintedMatter.choices)
    after_end_running_ads = One(label=_("Ads that are running"), choices=RunningAds.choices)
    excluded_contexts = Several(label=_("You will not show it together with"), choices=Context.choices)
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
        label=_("Please answer by"), help_text=_("Silence is neither a yes nor a no."), widget=DayInput
    )
    reserved = forms.CharField(required=False, widget=forms.HiddenInput)

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
        """The end of the day that was named."""
        return datetime.combine(self.cleaned_data["answer_by"] + timedelta(days=1), time(), UTC)


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
        "attribution_credit_line": submission.credit_line,
        "attribution_placement": Placement.BESIDE,
        "compensation_kind": CompensationKind.NONE,
        "compensation_currency": FIRST_CURRENCIES[0],
        "revocation_allowed": "yes",
        "revocation_notice_days": 0,
        "after_end_printed_matter": PrintedMatter.WITHDRAW,
        "after_end_running_ads": RunningAds.STOP,
        "answer_by": today + TIME_TO_ANSWER,
    } | {f"ai_{use.value}": "no" for use in AiUse}
