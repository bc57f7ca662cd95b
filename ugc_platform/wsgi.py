"""WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from core.unreadable import with_one_charset

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ugc_platform.settings")
application = with_one_charset(get_wsgi_application())
