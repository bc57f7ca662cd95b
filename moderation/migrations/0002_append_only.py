from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [
        append_only(
            "moderation_decision",
            fixed=[
                "id", "public_id", "submission_id", "kind", "reason_code", "reason", "revision", "decided_at",
                "decided_by_id",
            ],
        ),
    ]
