from __future__ import annotations

from django import forms

from core import refusals
from core.errors import Conflict, Invalid


class NameForm(forms.Form):
    name = forms.CharField()


def test_show_puts_a_reason_at_its_field() -> None:
    form = NameForm({"name": "Ada"})
    refusals.show(form, Invalid("Taken.", code="taken", fields={"name": "Taken."}))
    assert form.errors == {"name": ["Taken."]}


def test_show_puts_other_reasons_above_the_form() -> None:
    for error in (Conflict("Too late.", code="late"), Invalid("Too late.", code="late", fields={"gone": "No."})):
        form = NameForm({"name": "Ada"})
        refusals.show(form, error)
        assert form.errors == {"__all__": ["Too late."]}
