"""Brands and members for tests."""

from __future__ import annotations

from itertools import count

from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import person
from brands import actions
from brands.models import Brand, Membership, Role

_numbers = count(1)


def brand(owner: User | None = None, *, name: str = "") -> Brand:
    return actions.open_brand(
        actor=owner or person(name="Olga Owner"), name=name or f"Nordlys {next(_numbers)}", now=timezone.now()
    )


def member(of: Brand, role: Role, user: User | None = None) -> Membership:
    return Membership.objects.create(brand=of, user=user or person(name=f"{role} of {of.name}"), role=role)


def owner(of: Brand) -> Membership:
    return Membership.objects.select_related("brand", "user").filter(brand=of, role=Role.OWNER).order_by("pk")[0]
