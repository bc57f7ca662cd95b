from django.db import migrations, models

from core import names


def fold_names(apps, schema_editor):
    """The oldest of those that share a name keeps it for itself; the others stay as they are, without a claim to it."""
    brand_model = apps.get_model("brands", "Brand")
    taken = set()
    for brand in brand_model.objects.order_by("pk").iterator():
        folded = names.folded(brand.name)
        if folded and folded not in taken:
            taken.add(folded)
            brand_model.objects.filter(pk=brand.pk).update(folded_name=folded)


class Migration(migrations.Migration):
    dependencies = [("brands", "0002_drop_unused_picture")]

    operations = [
        migrations.AddField(
            model_name="brand",
            name="folded_name",
            field=models.CharField(editable=False, max_length=255, null=True),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="brand",
            name="folded_name",
            field=models.CharField(editable=False, max_length=255, null=True, unique=True),
        ),
    ]
