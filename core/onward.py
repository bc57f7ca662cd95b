"""The address that a request wants to go on to, such as `?next=…`: taken only where it stays on this site."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def asked_for(request: HttpRequest) -> str:
    """What the form, or else the address, says; empty where that is nothing, or another site."""
    return checked(request, request.POST.get("next") or request.GET.get("next", ""))


def checked(request: HttpRequest, address: str) -> str:
    # What begins otherwise, such as -1, would be taken for the name of a page.
    if not address.startswith(("/", "http://", "https://")):
        return ""
    here = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if here else ""
