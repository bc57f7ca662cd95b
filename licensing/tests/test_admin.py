from __future__ import annotations

import pytest

from accounts.tests.factories import person
from licensing.models import License
from licensing.tests import factories
from licensing.tests.test_brand_pages import signed_in

pytestmark = pytest.mark.django_db

MODELS = ("licenserequest", "offer", "license", "delivery", "use")


def test_admin_shows_rights_and_changes_none() -> None:
    license = factories.license()
    factories.use(license=license)
    client = signed_in(person(is_staff=True, is_superuser=True))

    for name in MODELS:
        assert client.get(f"/admin/licensing/{name}/").status_code == 200
        assert client.get(f"/admin/licensing/{name}/add/").status_code == 403
    page = f"/admin/licensing/license/{license.pk}/change/"
    assert license.number in client.get(page).content.decode()
    assert client.post(page, {"state": "revoked"}).status_code == 403
    assert client.post(f"/admin/licensing/license/{license.pk}/delete/", {"post": "yes"}).status_code == 403
    assert License.objects.get().state == "active"
