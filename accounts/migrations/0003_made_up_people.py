from django.db import migrations, models


def mark(apps, schema_editor):
    """Demos that were made before: their people have addresses that nobody else can have."""
    User = apps.get_model("accounts", "User")
    User.objects.filter(email__iendswith="@demo.example").update(is_made_up=True)


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0002_password_since"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="is_made_up",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
