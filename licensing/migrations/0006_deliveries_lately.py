from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("licensing", "0005_half_open_uses")]

    operations = [
        migrations.AddIndex("delivery", models.Index(fields=["delivered_at"], name="licensing_delivery_lately")),
    ]
