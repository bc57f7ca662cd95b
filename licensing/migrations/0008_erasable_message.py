from django.db import migrations

from core.append_only import append_only, laid_aside

FIXED = ["id", "public_id", "submission_id", "brand_id", "sent_at", "sent_by_id"]
ONCE = ["answered_at", "answered_by_id"]


class Migration(migrations.Migration):
    """Erasure empties what a brand wrote to a creator."""

    dependencies = [("licensing", "0007_notice")]

    operations = [
        laid_aside("licensing_licenserequest", fixed=[*FIXED, "message"], once=ONCE),
        append_only("licensing_licenserequest", fixed=FIXED, once=ONCE, emptiable=["message"]),
    ]
