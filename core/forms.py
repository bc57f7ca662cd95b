"""How forms are drawn: Django's own renderer with our field template, and a few widgets with a look of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django.forms
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.utils.functional import Promise, cached_property

from core.text import line, paragraphs


class LineField(forms.CharField):
    """A name or another text of one line; one of which nothing can be seen is missing, and told so."""

    def to_python(self, value: Any) -> Any:
        return line(super().to_python(value) or "")


class ParagraphsField(forms.CharField):
    """As LineField, for texts of several lines."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        return paragraphs(super().to_python(value) or "")


class FormRenderer(DjangoTemplates):
    """Looks in templates/django/forms/ first, so that {{ form }} and {{ field.as_field_group }} give our markup."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"

    @cached_property
    def engine(self) -> Any:
        own = Path(settings.BASE_DIR) / "templates"
        stock = Path(django.forms.__file__).parent / "templates"
        return self.backend({"APP_DIRS": True, "DIRS": [own, stock], "NAME": "forms", "OPTIONS": {}})


@dataclass(frozen=True)
class Described:
    """The label of a choice, with a sentence of help and an icon: `("a", Described(_("A"), _("Why A"), "user"))`."""

    label: str | Promise
    help: str | Promise = ""
    icon: str = ""

    def __str__(self) -> str:
        return str(self.label)


class _Cards(forms.widgets.ChoiceWidget):
    template_name = "django/forms/widgets/choice_cards.html"

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Sequence[Any] = (), *, columns: bool = False
    ) -> None:
        super().__init__(attrs, choices)
        self.columns = columns

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["columns"] = self.columns
        return context


class ChoiceCards(_Cards, forms.RadioSelect):
    """Radio buttons as large cards; `columns` puts short ones side by side."""


class CheckCards(_Cards, forms.CheckboxSelectMultiple):
    """Checkboxes as large cards."""


class Switch(forms.CheckboxInput):
    """On or off, at once understood. Said to be a switch to screen readers too."""

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__({"class": "switch__input", "role": "switch", **(attrs or {})}, **kwargs)
