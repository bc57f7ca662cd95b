"""Where a piece of news leads to."""

from __future__ import annotations

from django.urls import reverse

from brands.models import Brand


def own_work(submission_id: str) -> str:
    return reverse("tracking_submission", args=[submission_id])


def creators_request(request_id: str) -> str:
    return reverse("studio_request", args=[request_id])


def brands_request(brand: Brand, request_id: str) -> str:
    return reverse("brand_request", args=[brand.slug, request_id])


def creators_license(license_id: str) -> str:
    return reverse("studio_license", args=[license_id])


def brands_license(brand: Brand, license_id: str) -> str:
    return reverse("brand_license", args=[brand.slug, license_id])


def members(brand: Brand) -> str:
    return reverse("brand_members", args=[brand.slug])


def tokens(brand: Brand) -> str:
    return reverse("brand_tokens", args=[brand.slug])


def home() -> str:
    return reverse("home")


def account() -> str:
    return reverse("account_overview")
