"""What the clock brings."""

from celery import shared_task
from django.utils import timezone

from licensing import actions


@shared_task(name="licensing.tasks.expire_due")
def expire_due() -> None:
    actions.expire_due(timezone.now())
