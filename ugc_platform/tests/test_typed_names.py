"""No form takes a name of which nothing can be seen."""

from __future__ import annotations

import pytest
from django import forms

from accounts.forms.settings import NameForm
from accounts.forms.sign_in import EditPasskeyForm
from accounts.forms.signup import SignupForm
from brands.forms import BrandForm, TokenForm
from core.tests.unchanged import nothing_happens
from creators.forms import OpenProfileForm, ProfileForm
from submissions.forms import DetailsForm

pytestmark = pytest.mark.django_db

BLANK = ["\u202e", "\u200b", "\u200d", "\u3164", "\ufe0f"]
FORMS: list[tuple[type[forms.Form], str]] = [
    (NameForm, "name"),
    (SignupForm, "name"),
    (BrandForm, "name"),
    (TokenForm, "name"),
    (OpenProfileForm, "name"),
    (ProfileForm, "name"),
    (DetailsForm, "title"),
    (DetailsForm, "credit_line"),
]


@pytest.mark.parametrize("blank", BLANK)
@pytest.mark.parametrize(("form", "field"), FORMS, ids=lambda one: getattr(one, "__name__", one))
def test_name_of_which_nothing_can_be_seen_is_refused(form: type[forms.Form], field: str, blank: str) -> None:
    with nothing_happens():
        assert field in form({field: blank}).errors


@pytest.mark.parametrize("blank", BLANK)
def test_passkey_is_not_renamed_to_nothing(blank: str) -> None:
    form = EditPasskeyForm.__new__(EditPasskeyForm)
    form.cleaned_data = {"name": blank}
    with pytest.raises(forms.ValidationError):
        form.clean_name()


@pytest.mark.parametrize(("form", "field"), [pair for pair in FORMS if pair[0] is not DetailsForm])
def test_name_is_kept_as_one_line_that_hides_nothing(form: type[forms.Form], field: str) -> None:
    filled = form({field: "  Ada\u202e \n Holm\u200b "})
    filled.is_valid()
    assert filled.cleaned_data[field] == "Ada Holm"
