"""Addresses of pages of other apps."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def page(name: str, *args: str) -> str:
    """The address of a page, or nothing where this installation does not serve it: then no link is shown."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
