"""A refusal of an action, shown in the form that was sent, so that nothing has to be typed again."""

from __future__ import annotations

from django import forms

from core.errors import DomainError


def show(form: forms.BaseForm, error: DomainError) -> None:
    """Each field's reason at its field; what belongs to no field of the form stands above it."""
    placed = [name for name in error.fields if name in form.fields]
    for name in placed:
        form.add_error(name, str(error.fields[name]))
    if not placed:
        form.add_error(None, str(error.message))
