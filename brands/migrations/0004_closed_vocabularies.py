from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brands', '0003_folded_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='apitoken',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='brands_token_revoked_whole'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'editor', 'viewer'])), name='brands_invitation_role'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True), ('canceled_at__isnull', True), ('canceled_by__isnull', True)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False), ('canceled_at__isnull', True), ('canceled_by__isnull', True)), models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True), ('canceled_at__isnull', False), ('canceled_by__isnull', False)), _connector='OR'), name='brands_invitation_answered_whole'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('accepted_at__isnull', True), ('canceled_at__isnull', True), models.Q(('email', ''), _negated=True)), fields=('brand', 'email'), name='brands_one_open_invitation'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'editor', 'viewer'])), name='brands_membership_role'),
        ),
    ]
