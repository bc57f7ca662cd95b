"""Handing a work in, for the first time or again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consent.models import Notice
from core.errors import Invalid
from core.forms import ChoiceCards
from submissions import details
from submissions.details import Details
from submissions.models import AiUse, MediaFile, People, RightsHolder, new_form_key


class DetailsForm(forms.Form):
    """Texts and declarations. What is wrong with them is decided by `details.checked` alone, as for the API.

    `required` is for how a field looks; whether an answer is missing depends on the other answers.
    """

    title = forms.CharField(label=_("Title"), widget=forms.TextInput(attrs={"maxlength": 120}))
    description = forms.CharField(
        label=_("Description"),
        required=False,
        max_length=2000,
        help_text=_("What is the story? Where and when? Shown beside the picture."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    alt_text = forms.CharField(
        label=_("Alt text"),
        max_length=500,
        help_text=_(
            "What can be seen, in a sentence or two, for people who cannot see the picture. "
            "Such as: A red boat in a gray harbor under low clouds."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tags = forms.CharField(
        label=_("Tags"), required=False, help_text=_("Up to ten words, with commas between: harbor, boat, winter")
    )
    credit_line = forms.CharField(
        label=_("Credit line"),
        help_text=_("How you are named wherever the work is shown. It is written into the pictures, too."),
        widget=forms.TextInput(attrs={"maxlength": 120}),
    )
    rights_holder = forms.ChoiceField(
        label=_("Who holds the rights?"), choices=RightsHolder.choices, widget=ChoiceCards
    )
    rights_holder_name = forms.CharField(
        label=_("Name of the rights holder"),
        help_text=_("The person or company that holds the rights, if it is not you."),
        widget=forms.TextInput(attrs={"maxlength": 120}),
    )
    people = forms.ChoiceField(label=_("Who can be recognized in it?"), choices=People.choices, widget=ChoiceCards)
    people_names = forms.CharField(
        label=_("Names of the other people"),
        help_text=_("One name per line. They are never shown in public."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    releases_stated = forms.BooleanField(
        label=_("Each of them has agreed that this picture is shown here"),
        help_text=_("For a child, a parent or guardian has."),
    )
    ai_use = forms.ChoiceField(label=_("Was AI used?"), choices=AiUse.choices, widget=ChoiceCards)
    ai_note = forms.CharField(
        label=_("What did AI do?"),
        required=False,
        help_text=_("Such as: removed a lamp post in the background. Shown beside the work."),
        widget=forms.TextInput(attrs={"maxlength": 300}),
    )

    details: Details

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        wrong: Mapping[str, Any] = {}
        try:
            self.details = details.checked(as_details(given))
        except Invalid as refused:
            wrong = refused.fields
        for name in DetailsForm.base_fields:
            # A field that the check does not miss may be empty; one that it refuses is told in the check's words.
            if name in self.errors and (name in wrong or self.has_error(name, "required")):
                del self.errors[name]
            if name in wrong:
                self.add_error(name, str(wrong[name]))
        return given


class SubmissionForm(DetailsForm):
    """With the file, which comes with the form or has come before it, and consent to the notice as it was shown."""

    file = forms.FileField(label=_("Picture"), required=False, allow_empty_file=True)
    agreed = forms.BooleanField(
        label=_("I have read this and agree"),
        required=False,
        widget=forms.CheckboxInput(attrs={"data-draft-never": ""}),
    )
    form_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    media_file = forms.CharField(widget=forms.HiddenInput, required=False)
    notice_hash = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("file",)

    def __init__(self, *args: Any, notice: Notice | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notice = notice
        self.initial.setdefault("form_key", new_form_key())
        if notice is None:
            del self.fields["agreed"], self.fields["notice_hash"]
        else:
            self.initial["notice_hash"] = notice.text_hash

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if self.notice is None:
            return given
        if not given.get("agreed"):
            self.add_error("agreed", gettext("You can hand the work in only if you agree to this notice."))
        elif given.get("notice_hash") != self.notice.text_hash:
            self.add_error("agreed", gettext("This notice has changed while the page was open. Read it again."))
        return given

    def keep(self, media_file: MediaFile | None) -> None:
        """Let the form, should it be shown again, name the file that has come instead of asking for it twice."""
        self._show(media_file=media_file.public_id if media_file else "")
        if self.notice is not None:
            # A changed notice is agreed to anew: what is sent next answers the words that are shown now.
            self._show(notice_hash=self.notice.text_hash)

    def renew(self) -> None:
        """Let the form, should it be shown again, be another one than the one that was sent, with all that it says."""
        self._show(form_key=new_form_key())

    def _show(self, **values: str) -> None:
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, value in values.items():
            data[name] = value
        self.data = data


class ResubmissionForm(SubmissionForm):
    """Another file and new consent only where they are needed: nobody is asked the same twice."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Another picture")

    def renew_for(self, revision: int) -> None:
        """As `renew`: what is sent next answers the work as it is now."""
        self.renew()
        self._show(revision=str(revision))


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you take it back?"),
        required=False,
        max_length=500,
        help_text=_("You do not have to say. It is kept sealed; you and our staff can read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def as_details(given: Mapping[str, Any]) -> Details:
    return Details(
        title=given.get("title") or "",
        description=given.get("description") or "",
        alt_text=given.get("alt_text") or "",
        credit_line=given.get("credit_line") or "",
        rights_holder=given.get("rights_holder") or "",
        rights_holder_name=given.get("rights_holder_name") or "",
        people=given.get("people") or "",
        people_names=tuple((given.get("people_names") or "").splitlines()),
        releases_stated=bool(given.get("releases_stated")),
        ai_use=given.get("ai_use") or "",
        ai_note=given.get("ai_note") or "",
        tags=tuple(re.split(r"[,;\n]", given.get("tags") or "")),
    )


def as_initial(described: Details) -> dict[str, Any]:
    """What a form shows that changes `described`."""
    names = ("title", "description", "alt_text", "credit_line", "rights_holder", "rights_holder_name", "people")
    return {
        **{name: getattr(described, name) for name in (*names, "releases_stated", "ai_use", "ai_note")},
        "people_names": "\n".join(described.people_names),
        "tags": ", ".join(described.tags),
    }
