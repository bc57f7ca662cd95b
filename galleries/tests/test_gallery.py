from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.tests.factories import person
from brands.tests import factories as brands
from galleries.models import Card
from galleries.tests.factories import follow_trail, in_a_row, published, same_moment
from submissions import actions
from submissions.models import AiUse
from submissions.states import State
from submissions.tests import factories

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a class="work-card__link" href="/w/(sub_\w+)/"')


def get(path: str = "/gallery/", user: Any = None, **headers: str) -> Any:
    client = Client(headers=headers)
    if user is not None:
        client.force_login(user)
    return client.get(path)


def shown(path: str = "/gallery/", **kwargs: Any) -> list[str]:
    response = get(path, **kwargs)
    assert response.status_code == 200
    return LINK.findall(response.content.decode())


def test_gallery_shows_published_works_newest_first_with_their_credit() -> None:
    newest, older = in_a_row(2)

    response = get()

    assert LINK.findall(response.content.decode()) == [newest.public_id, older.public_id]
    assert "© Ada Holm" in response.content.decode()
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("state", [state for state in State if state not in (State.PUBLISHED,)])
def test_gallery_and_work_page_show_nothing_that_is_not_published(state: State) -> None:
    hidden = factories.submission(state)
    public = published()
    follow_trail()

    for user in (None, hidden.creator.user, factories.moderator()):
        assert shown(user=user) == [public.public_id]
        assert shown(f"/@{hidden.creator.handle}/", user=user) == []
        assert get(f"/w/{hidden.public_id}/", user=user).status_code == 404


def test_withdraw_takes_the_work_from_every_page_at_the_next_request() -> None:
    work = published()
    pages = ("/", "/gallery/", "/gallery/?tag=harbor", "/gallery/?q=harbor", f"/@{work.creator.handle}/")
    assert all(shown(page) == [work.public_id] for page in pages)
    assert get(f"/w/{work.public_id}/").status_code == 200

    actions.withdraw(submission=work, actor=work.creator.user, reason="", now=timezone.now())

    # The reader has not come by yet: the kept texts are still there, and show nothing.
    assert Card.objects.filter(submission=work).exists()
    assert all(shown(page) == [] for page in pages)
    assert get(f"/w/{work.public_id}/").status_code == 404


@pytest.mark.parametrize("language", ["en", "da"])
def test_gallery_page_for_visitors_costs_two_queries(language: str, django_assert_num_queries: Any) -> None:
    published()
    get(accept_language=language)
    with django_assert_num_queries(2):
        assert len(shown(accept_language=language)) == 1
    in_a_row(29)
    with django_assert_num_queries(2):
        assert len(shown(accept_language=language)) == 24


@pytest.mark.parametrize("brands_of_person", [0, 3])
def test_gallery_page_for_somebody_signed_in_costs_five_queries(
    brands_of_person: int, django_assert_num_queries: Any
) -> None:
    in_a_row(30)
    client, user = Client(), person()
    for _ in range(brands_of_person):
        brands.brand(owner=user)
    client.force_login(user)
    with django_assert_num_queries(5):
        assert client.get("/gallery/").status_code == 200


def test_gallery_page_behind_the_first_costs_four_queries(django_assert_num_queries: Any) -> None:
    works = in_a_row(30)
    with django_assert_num_queries(4):
        shown(f"/gallery/?tag=harbor&q=boat&after={works[3].public_id}")


def test_gallery_pages_are_linked_and_leave_nothing_out() -> None:
    works = [work.public_id for work in in_a_row(30)]

    first = get().content.decode()
    [following] = re.findall(r'<link rel="next" href="([^"]+)">', first)

    assert following == f"?after={works[23]}"
    assert f'href="{following}"' in first
    assert (shown(), shown(f"/gallery/{following}")) == (works[:24], works[24:])
    assert 'rel="next"' not in get(f"/gallery/{following}").content.decode()


def test_page_behind_a_work_that_was_withdrawn_goes_on_from_its_place() -> None:
    works = in_a_row(3)
    actions.withdraw(submission=works[1], actor=works[1].creator.user, reason="", now=timezone.now())

    assert shown(f"/gallery/?after={works[1].public_id}") == [works[2].public_id]


def test_page_behind_a_work_that_never_was_begins_anew() -> None:
    [work] = in_a_row(1)
    assert shown("/gallery/?after=sub_nothing") == [work.public_id]


def test_works_of_the_same_moment_are_neither_lost_nor_repeated() -> None:
    works = in_a_row(3)
    same_moment(works)
    expected = [work.public_id for work in sorted(works, key=lambda work: -work.pk)]

    for path in ("/gallery/?", "/gallery/?tag=harbor&"):
        assert shown(path) == expected
        assert shown(f"{path}after={expected[0]}") == expected[1:]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=herring", {"boat", "bread", "man"}),
        ("q=bread", {"bread"}),
        ("q=BRE", {"bread"}),
        ("q=br", set()),
        ("q=smørrebrød+bread", {"bread"}),
        ("q=smoerre", {"bread"}),
        ("q=bread+harbor", set()),
        ("q=%20%20", {"boat", "bread", "man"}),
        ("q=!", set()),
        ("q=:tag", set()),
        ("q=tag", set()),
        ("tag=food", {"bread"}),
        ("tag=FOOD", {"bread"}),
        ("tag=foo", set()),
        ("ai=generated", {"man"}),
        ("ai=none", {"boat", "bread"}),
        ("ai=none&tag=food&q=rye", {"bread"}),
        ("ai=none&tag=food&q=boat", set()),
        ("ai=whatever&shape=round", {"boat", "bread", "man"}),
        ("shape=landscape", {"boat", "bread", "man"}),
        ("shape=portrait", set()),
        ("q=%27%22%25_", set()),
    ],
)
def test_filter_gallery_finds_what_fits(query: str, found: set[str]) -> None:
    works = {
        "boat": published(),
        "bread": published(title="Rye bread", tags=("food", "smørrebrød")),
        "man": published(title="A man", tags=(), ai_use=AiUse.GENERATED.value),
    }
    names = {work.public_id: name for name, work in works.items()}

    assert {names[public_id] for public_id in shown(f"/gallery/?{query}")} == found


def test_empty_gallery_says_why_and_what_to_do() -> None:
    assert "Nothing is published yet" in get().content.decode()
    assert "Nothing found" in get("/gallery/?q=nowhere").content.decode()


def test_tag_chips_are_frequent_tags_of_published_works() -> None:
    published(tags=("harbor", "boat"))
    gone = published(tags=("harbor", "secret"))
    chips = re.compile(r'<a class="chip" href="([^"]+)"(?: aria-current="true")?>')
    assert chips.findall(get().content.decode()) == ["?tag=harbor", "?tag=boat", "?tag=secret"]

    actions.withdraw(submission=gone, actor=gone.creator.user, reason="", now=timezone.now())
    follow_trail()

    assert chips.findall(get().content.decode()) == ["?tag=boat", "?tag=harbor"]


def test_creator_page_shows_that_creators_published_works_only() -> None:
    mine = published()
    published()
    factories.submission(State.IN_REVIEW, creator=mine.creator)

    assert shown(f"/@{mine.creator.handle}/") == [mine.public_id]
    assert get("/@nobody-here/").status_code == 404


def test_creator_page_for_visitors_costs_two_queries(django_assert_num_queries: Any) -> None:
    maker = in_a_row(1)[0].creator
    path = f"/@{maker.handle}/"
    shown(path)
    with django_assert_num_queries(2):
        shown(path)
    in_a_row(29, creator=maker)
    with django_assert_num_queries(2):
        assert len(shown(path)) == 24


def test_hostile_texts_are_escaped_in_cards_and_pages() -> None:
    evil = "</script><script>alert(1)</script>"
    work = published(title=evil[:60], description=evil, alt_text=evil, credit_line=evil, tags=("<b>",))

    for path in ("/gallery/", f"/w/{work.public_id}/", f"/gallery/?q={evil}", f"/@{work.creator.handle}/"):
        for user in (None, person()):
            assert "<script>alert" not in get(path, user=user).content.decode()
            assert "<b>" not in get(path, user=user).content.decode()
