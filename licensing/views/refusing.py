"""What an action refused, told on the form that asked for it."""

from __future__ import annotations

from django import forms

from core.errors import DomainError
from licensing.terms import flat

# Days are typed as the last one, and kept as the one after it.
TYPED = {"ends_on": "last_day"}


def tell(form: forms.Form, refused: DomainError) -> None:
    """At the field that it is about, or on top of the form."""
    if not refused.fields:
        form.add_error(None, str(refused.message))
    for path, message in refused.fields.items():
        name = TYPED.get(path) or flat.form_name(path)
        form.add_error(name if name in form.fields else None, str(message))
