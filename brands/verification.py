"""Do brands, their members and their tokens say what their entries say? Called by verify_trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brands import states
from brands.models import ApiToken, Brand, Membership, Role
from trail import sealed
from trail.models import Entry

CHUNK = 500
NAMES = ("name", "website", "about")
OF_MEMBERS = (states.OPENED, states.JOINED, states.ROLE_CHANGED, states.REMOVED)


def brands_match_entries() -> Iterator[str]:
    """What a brand says of itself, who may act for it in which role, and which of its tokens are open."""
    last = 0
    while chunk := list(Brand.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield from _wrong_words(chunk)
        yield from _wrong_members(chunk)
        yield from _wrong_tokens(chunk)
        last = chunk[-1].pk


def _wrong_words(brands: Sequence[Brand]) -> Iterator[str]:
    told = sealed.latest([brand.public_id for brand in brands])
    for brand in brands:
        row = {name: getattr(brand, name) for name in NAMES}
        if name := sealed.differing(told.get(brand.public_id, {}), row):
            yield f"brand {brand.public_id}: its {name} is not what was sealed last"


def _wrong_members(brands: Sequence[Brand]) -> Iterator[str]:
    """The roles as the entries give them one after the other, beside the rows."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    entries = Entry.objects.filter(topic__in=[brand.public_id for brand in brands], kind__in=OF_MEMBERS)
    for entry in entries.order_by("pk").iterator(chunk_size=CHUNK):
        match entry.kind:
            case states.OPENED:
                told[entry.topic][entry.facts["owner"]] = Role.OWNER
            case states.JOINED:
                told[entry.topic][entry.subject] = entry.facts["role"]
            case states.ROLE_CHANGED:
                told[entry.topic][entry.subject] = entry.facts["to"]
            case _:
                told[entry.topic].pop(entry.subject, None)
    held: dict[str, dict[str, str]] = defaultdict(dict)
    members = Membership.objects.filter(brand__in=brands)
    for public_id, person, role in members.values_list("brand__public_id", "user__public_id", "role"):
        held[public_id][person] = role
    for brand in brands:
        if held[brand.public_id] != told[brand.public_id]:
            yield f"brand {brand.public_id}: its members and their roles are not those of its entries"


def _wrong_tokens(brands: Sequence[Brand]) -> Iterator[str]:
    topics = [brand.public_id for brand in brands]
    kinds = (states.TOKEN_CREATED, states.TOKEN_REVOKED)
    told: dict[str, list[str]] = defaultdict(list)
    for subject, kind in (
        Entry.objects.filter(topic__in=topics, kind__in=kinds).order_by("pk").values_list("subject", "kind")
    ):
        told[subject].append(kind)
    for token in ApiToken.objects.filter(brand__in=brands).order_by("pk"):
        if told[token.public_id] != list(kinds[: 1 + (token.revoked_at is not None)]):
            yield f"token {token.public_id}: its row and its entries do not agree on whether it is open"
