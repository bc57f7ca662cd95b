"""The Celery application: it wakes workers up; the work itself is rows (core.jobs) and entries (trail)."""

import os

from celery import Celery

from core import folder_broker

folder_broker.install()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ugc_platform.settings")
app = Celery("ugc_platform")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
