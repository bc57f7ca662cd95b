from django.db import migrations, models

from core.append_only import append_only, laid_aside

FIXED = ["id", "public_id", "submission_id", "kind", "reason_code", "revision", "decided_at", "decided_by_id"]


class Migration(migrations.Migration):
    """Erasure empties what a moderator wrote; a reason that was never given is refused as before."""

    dependencies = [("moderation", "0003_moderators")]

    operations = [
        laid_aside("moderation_decision", fixed=[*FIXED, "reason"]),
        migrations.AlterField(
            "decision", "reason", models.TextField(blank=True, default="", max_length=1000, null=True)
        ),
        append_only("moderation_decision", fixed=FIXED, erasable=["reason"]),
    ]
