"""Where a person works, and the way around there. docs/components.md has the shape."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from brands import policies
from brands.models import Membership
from dashboards.addresses import page
from dashboards.standing import Standing

Item = dict[str, Any]
Place = dict[str, Any]

# What the bar at the foot of a narrow screen holds; of more, the last tab opens the rest.
TABS = 5


def item(label: str, url: str, icon: str, count: int | None = None) -> Item:
    return {"label": label, "url": url, "icon": icon, "count": count or None, "current": False}


def site() -> list[Item]:
    """For everybody."""
    return [
        item(_("Gallery"), page("gallery"), "photo"),
        item(_("Check a certificate"), page("verify_start"), "shield-check"),
    ]


def all_of(standing: Standing) -> list[Place]:
    """Each place of this person, the one where they most likely work first."""
    places = [_studio(standing)] if standing.is_creator else []
    places += [_brand(membership) for membership in standing.memberships]
    if standing.is_moderator:
        places.append(_moderation())
    return places


def administration(standing: Standing) -> list[Item]:
    return [item(_("Administration"), page("admin:index"), "server-stack")] if standing.is_staff else []


def _studio(standing: Standing) -> Place:
    nav = [
        item(_("Home"), page("studio"), "home"),
        item(_("Submit"), page("submit"), "arrow-up-tray"),
        item(_("Works"), page("tracking"), "rectangle-stack"),
        item(_("Requests"), page("studio_requests"), "inbox", standing.waiting),
        item(_("Licenses"), page("studio_licenses"), "document-check"),
        item(_("Profile"), page("creator_profile"), "user-circle"),
        item(_("Consents"), page("consents"), "clipboard-document-check"),
    ]
    return _place("studio", _("Studio"), page("studio"), "camera", nav)


def _brand(membership: Membership) -> Place:
    brand = membership.brand
    nav = [
        item(_("Home"), page("brand", brand.slug), "home"),
        item(_("Requests"), page("brand_requests", brand.slug), "paper-airplane"),
        item(_("Licenses"), page("brand_licenses", brand.slug), "document-check"),
        item(_("Find work"), page("gallery"), "magnifying-glass"),
        item(_("Members"), page("brand_members", brand.slug), "users"),
    ]
    if policies.can_manage(membership):
        nav += [
            item(_("Tokens"), page("brand_tokens", brand.slug), "key"),
            item(_("Settings"), page("brand_settings", brand.slug), "cog-6-tooth"),
        ]
    return _place("brand", brand.name, page("brand", brand.slug), "building-storefront", nav)


def _moderation() -> Place:
    queue = page("moderation")
    return _place("moderation", _("Moderation"), queue, "scale", [item(_("Queue"), queue, "queue-list")])


def _place(kind: str, label: str, url: str, icon: str, nav: list[Item]) -> Place:
    fits = len(nav) <= TABS
    tabs = nav if fits else nav[: TABS - 1]
    return {
        "kind": kind, "label": label, "url": url, "icon": icon, "current": False,
        "nav": nav, "tabs": tabs, "more": nav[len(tabs) :],
    }  # fmt: skip


def mark(path: str, items: list[Item]) -> None:
    """Set `current` on the item whose address is the longest beginning of `path`, if there is one."""
    under = [entry for entry in items if path.startswith(entry["url"])]
    if under:
        max(under, key=lambda entry: len(entry["url"]))["current"] = True


def mark_within(path: str, place: Place) -> None:
    """The same in a place's own navigation. Its home is where one is only there itself, not on every page below."""
    home = place["url"]
    mark(path, [entry for entry in place["nav"] if entry["url"].startswith(home) and entry["url"] != home])
    for entry in place["nav"]:
        if entry["url"] == home == path:
            entry["current"] = True
