from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]

    operations = [
        append_only(
            "consent_notice",
            fixed=["id", "key", "version", "language", "title", "text", "text_hash", "effective_at"],
        ),
        append_only(
            "consent_evidence",
            fixed=[
                "id", "public_id", "person_id", "act", "method", "detail", "text", "language", "text_version",
                "text_hash", "acted_at",
            ],
        ),
        append_only(
            "consent_record",
            fixed=["id", "public_id", "person_id", "notice_id", "evidence_id", "subject", "given_at", "given_by_id"],
            once=["withdrawn_at", "withdrawn_by_id"],
        ),
    ]
