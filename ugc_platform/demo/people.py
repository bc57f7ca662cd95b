"""Opens the accounts, profiles and brands of the cast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts import actions as accounts
from accounts.models import User
from brands import actions as brands
from brands.models import Brand, Membership, Role
from creators import actions as creators
from creators.models import Creator
from moderation import actions as moderation
from ugc_platform import demo
from ugc_platform.demo import cast


@dataclass(frozen=True)
class Settled:
    creators: Sequence[Creator]
    brands: Sequence[Brand]
    moderator: User


def settle(now: datetime) -> Settled:
    admin = accounts.open_account(**_account(cast.ADMIN), administrator=True, now=now)
    moderator = open_account(cast.MODERATOR, now)
    accounts.set_access(
        user=moderator,
        actor=admin,
        is_active=True,
        is_staff=False,
        is_superuser=False,
        groups=[moderation.moderators_group()],
        now=now,
    )
    houses = [_brand(house, now) for house in cast.BRANDS]
    owner = Membership.objects.get(brand=houses[0], role=Role.OWNER)
    brands.create_token(by=owner, name="Web shop", of_demo=True, now=now)
    return Settled(
        creators=[_creator(maker, now) for maker in cast.MAKERS],
        brands=houses,
        moderator=moderator,
    )


def open_account(person: cast.Person, now: datetime) -> User:
    return accounts.open_account(**_account(person), now=now)


def _account(person: cast.Person) -> dict[str, Any]:
    return {
        "email": person.email,
        "password": demo.PASSWORD,
        "name": person.name,
        "date_of_birth": person.born,
        "language": person.language,
        "made_up": True,
    }


def _creator(maker: cast.Maker, now: datetime) -> Creator:
    user = open_account(maker.person, now)
    creator = creators.open_profile(user=user, name=maker.person.name, handle=maker.handle, now=now)
    return creators.edit_profile(
        creator=creator,
        actor=user,
        name=creator.name,
        bio=maker.bio,
        default_credit_line=creator.default_credit_line,
        now=now,
    )


def _brand(house: cast.House, now: datetime) -> Brand:
    owner, *others = house.members
    brand = brands.open_brand(
        actor=open_account(owner[0], now), name=house.name, website=house.website, about=house.about, now=now
    )
    by = Membership.objects.get(brand=brand)
    for person, role in others:
        invitation = brands.invite(by=by, email=person.email, role=Role(role), now=now)
        brands.accept(invitation=invitation, actor=open_account(person, now), now=now)
    return brand
