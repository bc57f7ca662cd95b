"""Each field of each table stands in privacy/fields.toml, once. Personal data that nobody lists cannot be erased."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Field, Model

from accounts.models import User
from privacy import policy

POINTERS, MODELS = policy.load()


def fields_of(model: type[Model]) -> dict[str, Field]:  # type: ignore[type-arg]
    return {field.name: field for field in model._meta.get_fields() if isinstance(field, Field) and field.concrete}


def installed() -> dict[str, type[Model]]:
    return {model._meta.label: model for model in apps.get_models(include_auto_created=True)}


def test_each_model_is_listed_and_no_other() -> None:
    assert sorted(MODELS) == sorted(installed())


def test_each_field_is_listed_once_and_no_other() -> None:
    listed = {label: sorted(entry.names()) for label, entry in MODELS.items()}
    found = {label: sorted(fields_of(model)) for label, model in installed().items()}
    assert listed == found


def test_each_pointer_to_an_account_is_listed_as_one() -> None:
    for label, model in installed().items():
        pointers = {
            name for name, field in fields_of(model).items() if field.related_model is User and not field.many_to_many
        }
        assert pointers == set(MODELS[label].people), label


def test_each_personal_field_says_what_why_how_long_and_what_erasure_does() -> None:
    for label, entry in [*MODELS.items(), ("pointers", policy.ModelPolicy(personal={"": POINTERS}))]:
        for name, said in entry.personal.items():
            place = f"{label}.{name}"
            assert all((said.what, said.why, said.kept, said.erasure)), place
            verb, _, rest = said.erasure.partition(":")
            assert verb in policy.ERASURES, place
            assert verb != "keep" or rest.strip(), f"{place} is kept without a reason"
