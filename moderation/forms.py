"""A refusal: a reason from the closed list, and the sentence that the creator reads."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.forms import ChoiceCards
from moderation import reasons


class RefusalForm(forms.Form):
    """Left empty, the sentence is the prepared one of the reason, in the language of the creator who reads it."""

    reason_code = forms.ChoiceField(label=_("Reason"), widget=ChoiceCards(columns=True))
    reason = forms.CharField(
        label=_("What the creator reads"),
        help_text=_("Say what is wrong and what to do about it. Left empty, the prepared sentence is sent."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "data-reason-text": ""}),
    )

    def __init__(self, data: Any = None, *, kind: str, language: str) -> None:
        super().__init__(data, prefix=kind)
        self.kind = kind
        self.language = language
        self.fields["reason"].widget.attrs["lang"] = language
        field = self.fields["reason_code"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(reason.code, reason.label) for reason in reasons.for_kind(kind)]

    @property
    def sentences(self) -> dict[str, str]:
        with translation.override(self.language):
            return {reason.code: str(reason.sentences[self.kind]) for reason in reasons.for_kind(self.kind)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("reason"):
            cleaned["reason"] = self.sentences.get(cleaned.get("reason_code", ""), "")
        if not cleaned["reason"] and "reason" not in self.errors:
            self.add_error("reason", _("Write what the creator should read."))
        return cleaned
