from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("licensing", "0001_initial")]

    operations = [
        append_only(
            "licensing_licenserequest",
            fixed=["id", "public_id", "submission_id", "brand_id", "message", "sent_at", "sent_by_id"],
            once=["answered_at", "answered_by_id"],
        ),
        append_only(
            "licensing_offer",
            fixed=["id", "public_id", "request_id", "number", "side", "terms", "terms_hash", "made_at", "made_by_id"],
        ),
        append_only(
            "licensing_license",
            fixed=[
                "id", "public_id", "number", "request_id", "offer_id", "submission_id", "licensor_id", "licensee_id",
                "media_file_id", "evidence_id", "terms", "terms_hash", "starts_at", "ends_at", "granted_at",
                "granted_by_id",
            ],
            once=["ended_at", "ended_by_id", "ended_from"],
        ),
        append_only(
            "licensing_delivery",
            fixed=[
                "id", "public_id", "license_id", "media_file_id", "file_name", "byte_size", "sha256", "delivered_at",
                "delivered_to_id",
            ],
        ),
        append_only(
            "licensing_use",
            fixed=[
                "id", "public_id", "license_id", "channel", "place", "url", "credit_line", "starts_on", "noted_at",
                "noted_by_id",
            ],
            once=["ends_on"],
        ),
    ]
