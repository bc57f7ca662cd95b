"""The column that keeps two brands from one name: filled by its migration, and held when two open at once."""

from __future__ import annotations

import threading
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands import actions
from brands.models import Brand
from brands.tests.factories import brand
from core.errors import Invalid
from trail.models import Entry

fold_names = import_module("brands.migrations.0003_folded_name").fold_names


@pytest.mark.django_db
def test_migration_gives_a_shared_name_to_the_oldest_and_leaves_the_others() -> None:
    made = [brand(name=name) for name in ("Outway", "Fjord", "Harbor", "Mist")]
    for of, name in zip(made, ("Outway", "OUTWAY", "Out way", "!!!"), strict=True):
        Brand.objects.filter(pk=of.pk).update(name=name, folded_name=None)

    fold_names(apps, None)

    assert list(Brand.objects.order_by("pk").values_list("name", "folded_name")) == [
        ("Outway", "outway"),
        ("OUTWAY", None),
        ("Out way", None),
        ("!!!", None),
    ]


@pytest.mark.django_db(transaction=True)
def test_open_brand_twice_at_once_makes_one() -> None:
    barrier = threading.Barrier(2)
    refused: list[str] = []

    def open_one(user: User, name: str) -> None:
        try:
            barrier.wait(timeout=20)
            actions.open_brand(actor=user, name=name, now=timezone.now())
        except Invalid as error:
            refused.append(error.code)
        finally:
            connection.close()

    people = [person(), person()]
    threads = [threading.Thread(target=open_one, args=pair) for pair in zip(people, ("Outway", "OUTWAY"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert refused == ["name_taken"]
    assert Brand.objects.count() == Entry.objects.filter(kind="brand.opened").count() == 1
