"""Where a piece of news leads to."""

from __future__ import annotations

from brands.models import Brand


def own_work(submission_id: str) -> str:
    return f"/studio/submissions/{submission_id}/"


def creators_request(request_id: str) -> str:
    return f"/studio/requests/{request_id}/"


def brands_request(brand: Brand, request_id: str) -> str:
    return f"/b/{brand.slug}/requests/{request_id}/"


def creators_license(license_id: str) -> str:
    return f"/studio/licenses/{license_id}/"


def brands_license(brand: Brand, license_id: str) -> str:
    return f"/b/{brand.slug}/licenses/{license_id}/"


def members(brand: Brand) -> str:
    return f"/b/{brand.slug}/members/"


def tokens(brand: Brand) -> str:
    return f"/b/{brand.slug}/tokens/"


HOME = "/home/"
