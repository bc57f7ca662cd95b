"""Settings of the test run: the real ones, faster where that changes no behavior."""

import atexit
import os
import tempfile
from pathlib import Path

os.environ["TESTING"] = "1"
os.environ.pop("DEMO", None)
os.environ.pop("DEBUG", None)
_var = tempfile.TemporaryDirectory(prefix="ugc-test-")
atexit.register(_var.cleanup)
os.environ["VAR_DIR"] = _var.name
os.environ.setdefault("LOG_LEVEL", "ERROR")
# allauth's own stand-in for another service, and the standard that most real ones speak.
os.environ["SOCIAL_PROVIDERS"] = "dummy,openid_connect"
if "TEST_DATABASE_URL" in os.environ and os.environ.get("TEST_ON") == "postgresql":
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
else:
    os.environ.pop("DATABASE_URL", None)

from ugc_platform.settings import *  # noqa: E402, F403
from ugc_platform.undefined import Undefined  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}
TRAIL_SIGNING_KEY = "dGVzdHMgc2lnbiB3aXRoIHRoaXMga2V5LCBub2JvZHk="
TEST_DIR = Path(os.environ["VAR_DIR"])
ACCOUNT_RATE_LIMITS = False

if "postgresql" in DATABASES["default"]["ENGINE"]:
    if name := os.environ.get("TEST_DATABASE_NAME"):
        DATABASES["default"]["TEST"] = {"NAME": name}
else:
    # A file, as in life: threads that share a database in memory are refused each other's tables.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
