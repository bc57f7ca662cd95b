"""Requests, offers, licenses, uses and deliveries, to look at: rights move by acts that have pages of their own."""

from __future__ import annotations

from django.contrib import admin

from core.readonly import ReadOnlyAdmin
from licensing.models import Delivery, License, LicenseRequest, Offer, Use


@admin.register(LicenseRequest)
class LicenseRequestAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "submission", "brand", "state", "sent_at", "answer_by", "answered_at")
    list_filter = ("state",)
    list_select_related = ("submission", "brand")
    search_fields = ("public_id", "submission__public_id", "brand__slug")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Offer)
class OfferAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "request", "number", "side", "terms_hash", "made_at", "made_by")
    list_filter = ("side",)
    list_select_related = ("request", "made_by")
    search_fields = ("public_id", "request__public_id", "terms_hash")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(License)
class LicenseAdmin(ReadOnlyAdmin):
    list_display = ("number", "submission", "licensor", "licensee", "state", "starts_at", "ends_at", "ended_from")
    list_filter = ("state",)
    list_select_related = ("submission", "licensor", "licensee")
    search_fields = ("number", "public_id", "submission__public_id", "licensee__slug", "licensor__handle")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "license", "file_name", "byte_size", "sha256", "delivered_at", "delivered_to")
    list_select_related = ("license", "delivered_to")
    search_fields = ("public_id", "license__number", "sha256")
    ordering = ("-pk",)
    show_full_result_count = False


@admin.register(Use)
class UseAdmin(ReadOnlyAdmin):
    list_display = ("public_id", "license", "channel", "place", "starts_on", "last_day", "noted_by")
    list_filter = ("channel",)
    list_select_related = ("license", "noted_by")
    search_fields = ("public_id", "license__number", "place")
    ordering = ("-pk",)
    show_full_result_count = False
