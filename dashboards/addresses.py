"""Addresses of pages, in short."""

from __future__ import annotations

from django.urls import reverse


def page(name: str, *args: str) -> str:
    return reverse(name, args=args)
