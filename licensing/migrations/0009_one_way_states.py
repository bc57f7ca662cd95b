from django.db import migrations, models

from core.append_only import OneWay, append_only, laid_aside

REQUEST = {
    "fixed": ["id", "public_id", "submission_id", "brand_id", "sent_at", "sent_by_id"],
    "once": ["answered_at", "answered_by_id"],
    "emptiable": ["message"],
}
LICENSE = {
    "fixed": [
        "id", "public_id", "number", "request_id", "offer_id", "submission_id", "licensor_id", "licensee_id",
        "licensee_name", "work_title", "media_file_id", "evidence_id", "terms", "terms_hash", "starts_at", "ends_at",
        "notice", "granted_at", "granted_by_id",
    ],
    "once": ["ended_at", "ended_by_id", "ended_from"],
    "erasable": ["licensor_name"],
}


class Migration(migrations.Migration):
    dependencies = [("licensing", "0008_erasable_message")]

    operations = [
        laid_aside("licensing_licenserequest", **REQUEST),
        laid_aside("licensing_license", **LICENSE),
        migrations.RemoveConstraint(
            model_name='license',
            name='licensing_revoked_whole',
        ),
        migrations.AddConstraint(
            model_name='license',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_at__isnull', True), ('ended_by__isnull', True), ('ended_from__isnull', True), ('state__in', ['active', 'suspended', 'expired'])), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('ended_from__isnull', False), ('state__in', ['revoked', 'terminated'])), models.Q(('ended_at__isnull', False), ('ended_from__isnull', False), ('state', 'superseded')), _connector='OR'), name='licensing_license_ended_whole'),
        ),
        migrations.AddConstraint(
            model_name='licenserequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('decline_reason', ''), ('state__in', ['sent', 'seen', 'expired_unanswered'])), models.Q(('answered_at__isnull', False), ('answered_by__isnull', True), ('decline_reason', ''), ('state', 'lapsed')), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('decline_reason', ''), ('state__in', ['granted', 'withdrawn'])), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('state', 'declined')), _connector='OR'), name='licensing_request_answered_whole'),
        ),
        append_only(
            "licensing_licenserequest",
            **REQUEST | {"fixed": [*REQUEST["fixed"], "answer_by"]},
            one_way=OneWay("state", ["sent", "seen"], ["decline_reason"]),
        ),
        append_only(
            "licensing_license", **LICENSE, one_way=OneWay("state", ["active", "suspended"], ["end_reason"])
        ),
    ]
