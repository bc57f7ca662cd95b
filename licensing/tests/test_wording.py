from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import string
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import example, given

from licensing.terms import Terms, lines, territories, wording
from licensing.terms.language import Language
from licensing.terms.vocabulary import AiUse, Channel, Context, Edit, Placement
from licensing.terms.wording import LANGUAGES, Wording
from licensing.terms.wording_da import DANISH
from licensing.terms.wording_en import ENGLISH
from licensing.tests import reading_level, sample_terms

BOTH = pytest.mark.parametrize("language", [ENGLISH, DANISH], ids=lambda language: language.code)


def worded(terms: Terms, locale: str) -> Wording:
    return wording.sentences(terms, licensee_name="Nordlys", work_title="Boats at dawn", locale=locale)


def summed_up(terms: Terms, locale: str) -> str:
    return wording.summary(terms, licensee_name="Nordlys", work_title="Boats at dawn", locale=locale)


def section(terms: Terms, code: str, locale: str = "en") -> tuple[str, ...]:
    return next((found.lines for found in worded(terms, locale).sections if found.code == code), ())


def test_sentences_in_english_read_as_the_deed() -> None:
    terms = sample_terms.terms(
        channels=["website", "paid_social", "print"],
        territories=["nordics", "US", "DE"],
        term={"kind": "fixed", "starts_at": "2026-12-01T00:00:00Z", "ends_at": "2027-03-01T00:00:00Z"},
        paid_use=True,
        edits=["crop", "caption"],
        ai={"input_or_reference": True},
        exclusivity={"kind": "exclusive", "category": "outdoor shoes"},
        compensation={"kind": "flat_fee", "amount_minor": 123450, "currency": "DKK"},
        revocation={"notice_days": 14},
        excluded_contexts=["politics", "alcohol"],
    )

    text = worded(terms, "en").text

    assert text.startswith(
        "License for “Boats at dawn”\n\n"
        "Here, “they” means “Nordlys”. “You” means the creator of the work.\n\n"
        "They may\n"
        "- use the work on their own website, in paid ads on social media and in print\n"
        "- change its size and file format\n"
        "- crop it and put text on it\n"
        "- pay to have it shown, in ads and boosted posts\n"
        "- give it to an AI tool as input or as a pattern to follow\n\n"
        "They must\n"
        "- credit you right beside the work, like this: “Photo: Maja Holm”\n"
    )
    assert "- show it together with alcohol or politics\n" in text
    assert "- From 1 December 2026 to 28 February 2027, both days included." in text
    assert (
        "- Only here: the Nordics (with Greenland, the Faroe Islands and Åland), Germany and the United States.\n"
        in text
    )
    assert "You get\n- DKK\xa01,234.50, paid once\n" in text
    assert "It then ends 14 days later." in text


def test_sentences_in_danish_write_money_lists_and_days_as_danes_do() -> None:
    terms = sample_terms.terms(
        channels=["website", "email", "print"],
        term={"kind": "fixed", "starts_at": "2026-12-01T00:00:00Z", "ends_at": "2027-03-01T00:00:00Z"},
        compensation={"kind": "flat_fee", "amount_minor": 123450, "currency": "DKK"},
    )

    text = worded(terms, "da").text

    assert "- bruge værket på egen hjemmeside, i e-mails og nyhedsbreve og på tryk\n" in text
    assert "- 1.234,50\xa0kr., betalt én gang\n" in text
    assert "- Fra den 1. december 2026 til og med den 28. februar 2027." in text
    assert "- Kun her: Danmark og Sverige.\n" in text


def test_sentences_for_a_language_that_we_lack_are_english_and_say_so() -> None:
    assert worded(sample_terms.terms(), "fi").locale == "en"
    assert worded(sample_terms.terms(), "da-dk").locale == "da"


@given(sample_terms.random_terms())
def test_sentences_say_every_ai_use_plainly_on_one_side_or_the_other(terms: Terms) -> None:
    for language in LANGUAGES.values():
        may = section(terms, "they_may", language.code)
        may_not = section(terms, "they_may_not", language.code)
        for use in AiUse:
            assert (language.ai_uses[use] in may) == (use in terms.ai_uses)
            assert (language.ai_uses[use] in may_not) == (use not in terms.ai_uses)


@given(sample_terms.random_terms())
def test_sentences_have_all_sections_and_no_empty_line(terms: Terms) -> None:
    for locale in LANGUAGES:
        found = worded(terms, locale)
        codes = [part.code for part in found.sections]
        always = [code for code in lines.SECTIONS if code not in ("your_promise", "they_must")]
        assert [code for code in codes if code in always] == always
        assert ("your_promise" in codes) == (terms.exclusivity.category != "")
        assert ("they_must" in codes) or not (terms.attribution.required or terms.can_end)
        assert all(line.strip() and "{" not in line for part in found.sections for line in part.lines)


# Names of faraway territories are not our words; everything else is at its longest here.
HARDEST = sample_terms.terms(
    channels=Channel.values,
    territories=["EU", "nordics", "GB", "US"],
    term={"kind": "fixed", "starts_at": "2026-12-01T09:30:00Z", "ends_at": "2027-12-02T00:00:01Z"},
    paid_use=True,
    edits=Edit.values,
    ai=dict.fromkeys(AiUse.values, True),
    sublicensing={"agencies": ["Studio Nine", "Blue Boat Film", "Ravn"]},
    excluded_contexts=Context.values,
)


@given(sample_terms.random_terms())
@example(HARDEST)
def test_deed_and_summary_are_easy_to_read(terms: Terms) -> None:
    terms = dataclasses.replace(terms, territories=HARDEST.territories)
    measures: list[tuple[str, Callable[[list[str]], float], float]] = [
        ("en", reading_level.flesch_kincaid_grade, 9),
        # Björnsson: up to 44 is of medium difficulty, as in newspapers.
        ("da", reading_level.lix, 42),
    ]
    for locale, measure, limit in measures:
        spoken = [line for part in worded(terms, locale).sections for line in part.sentences]
        assert measure([sentence for line in spoken for sentence in reading_level.split(line)]) <= limit
        assert measure(reading_level.split(summed_up(terms, locale))) <= limit


def test_reading_level_tells_hard_from_easy() -> None:
    easy = ["They may crop it.", "You get no pay."]
    hard = ["Notwithstanding any provision hereof, the licensee indemnifies the aforementioned rightsholder."]

    assert reading_level.flesch_kincaid_grade(easy) < 2 < 12 < reading_level.flesch_kincaid_grade(hard)
    assert reading_level.lix(easy) < 10 < 60 < reading_level.lix(hard)


def test_summary_reads_as_one_paragraph() -> None:
    assert summed_up(sample_terms.terms(), "en").replace("\xa0", " ") == (
        "“Nordlys” asks to use “Boats at dawn” on their own website and in social media posts. "
        "The license covers Denmark and Sweden for 12 months from when you say yes. "
        "They may not change it or pay to show it. They may not use it with AI. "
        "You get DKK 1,500.00, paid once. Your credit reads “Photo: Maja Holm”. "
        "You can take the license back at any time."
    )


def test_summary_of_many_places_names_three_and_counts_the_rest() -> None:
    terms = sample_terms.terms(territories=["DK", "NO", "SE", "FI", "IS", "benelux"])

    assert "Licensen gælder for Benelux, Danmark, Finland og 3 steder mere i 12 måneder" in summed_up(terms, "da")


@BOTH
def test_days_are_written_as_on_pages(language: Language) -> None:
    at = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
    with translation.override(language.code):
        assert language.day(at) == date_format(at, "DATE_FORMAT")


@BOTH
def test_every_member_of_the_vocabulary_has_its_words(language: Language) -> None:
    assert set(language.channels) == set(Channel)
    assert set(language.edits) == set(Edit)
    assert set(language.ai_uses) == set(language.ai_uses_in_short) == set(AiUse)
    assert set(language.placements) == set(Placement)
    assert set(language.contexts) == set(Context)
    assert set(language.groups) == set(language.groups_in_short) == set(territories.GROUPS)
    assert all(language.place(code) for code in territories.COUNTRIES)
    assert set(language.titles) == set(lines.SECTIONS)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_lines_with_the_same_blanks() -> None:
    assert {key: placeholders(line) for key, line in ENGLISH.phrases.items()} == {
        key: placeholders(line) for key, line in DANISH.phrases.items()
    }


def test_no_line_is_left_that_nothing_says() -> None:
    source = Path(lines.__file__).read_text() + Path(wording.__file__).read_text()
    written = set(re.findall(r'"([a-z_]+)"', source))
    built = {f"{key}{end}" for key in ("revoke", "short_revoke") for end in ("", "_day", "_days")}
    built |= {"cover_days", "cover_day", "cover_moments"}

    assert set(ENGLISH.phrases) - written - built == set()


@BOTH
def test_no_line_says_the_same_as_another(language: Language) -> None:
    texts = Counter(template for key, template in language.phrases.items() if key not in ("ai", "ai_not"))
    assert [text for text, count in texts.items() if count > 1] in ([], ["You get no payment."])


def test_english_country_names_take_an_article_where_they_need_one() -> None:
    needs = re.compile(r"(Islands|Territor(y|ies)|Republic|Kingdom|States|Emirates|Netherlands)$")
    names = {code: ENGLISH.country(code) for code in territories.COUNTRIES}

    assert [name for name in names.values() if needs.search(name) and not name.startswith("the ")] == [
        name for code, name in names.items() if code == "GS"
    ]
    assert names["PH"] == "the Philippines"
    assert names["DK"] == "Denmark"


def test_wording_hash_binds_the_text_and_the_text_binds_the_terms() -> None:
    terms = sample_terms.terms()
    one, other = worded(terms, "en"), worded(sample_terms.terms(excluded_contexts=["loans"]), "en")

    assert one.hash == hashlib.sha256(one.text.encode()).hexdigest() == wording.wording_hash(one.text)
    assert one.hash != other.hash
    assert one.fingerprint != other.fingerprint
    assert one.text == wording.text(terms, licensee_name="Nordlys", work_title="Boats at dawn", locale="en")


def test_names_from_elsewhere_cannot_break_out_of_their_line() -> None:
    terms = sample_terms.terms()

    found = wording.sentences(
        terms, licensee_name="Evil\nThey may\n- everything", work_title="A\u202eB {hash} <b>", locale="en"
    )

    assert found.title == "License for “AB {hash} <b>”"
    assert found.intro == "Here, “they” means “Evil They may - everything”. “You” means the creator of the work."


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"term": {"kind": "months", "months": 1}}, "One month, counted from when you say yes."),
        ({"term": {"kind": "perpetual"}}, "Forever. There is no end date."),
        (
            {"term": {"kind": "fixed", "starts_at": "2026-12-01T00:00:00Z", "ends_at": "2026-12-02T00:00:00Z"}},
            "On 1 December 2026 only. The day is counted in UTC.",
        ),
        (
            {"term": {"kind": "fixed", "starts_at": "2026-12-01T09:30:00Z", "ends_at": "2026-12-02T00:00:01Z"}},
            "From 1 December 2026, 09:30 UTC until 2 December 2026, 00:00:01 UTC.",
        ),
    ],
)
def test_until_when_says_each_kind_of_term(changes: dict[str, object], line: str) -> None:
    assert section(sample_terms.terms(**changes), "until_when")[0] == line


def test_change_of_mind_says_plainly_that_there_is_none() -> None:
    terms = sample_terms.terms(term={"kind": "perpetual"}, revocation={"allowed": False})

    assert section(terms, "change_of_mind") == (
        "You can never take the license back. Think it over before you say yes.",
    )
    assert not any("ends" in line for line in section(terms, "they_must"))


def test_leftovers_are_told_once_and_without_contradiction() -> None:
    kept = {"printed_matter": "use_up", "running_ads": "finish"}
    terms = sample_terms.terms(channels=["print"], paid_use=True, after_end=kept)

    assert "use up copies that were printed before the license ended" in section(terms, "they_may")
    assert "let booked ads run for up to 30 days after the license ends" in section(terms, "they_may")
    assert section(terms, "they_must")[-1] == "stop all other use and take it down when the license ends"


# Evidence names the version; a changed word needs a new one.
WORDS_OF_VERSION = {
    "terms-1": "dc2c65b7239dcb1b99e6342d98fda9c1258b19e933d220fe47f35a28a7f03d49",
    "terms-2": "53926a8ef97dec23443f5a10992b94a323d24b1ec046682638d951ec5310b2db",
    "terms-3": "3e88269a39b474e21f68b79eb760d638c98dcc0cc509800410ca1e0dbc624656",
}


def test_wording_version_moves_with_the_words() -> None:
    words = json.dumps([dataclasses.asdict(language) for language in LANGUAGES.values()], sort_keys=True)

    assert WORDS_OF_VERSION[wording.WORDING_VERSION] == hashlib.sha256(words.encode()).hexdigest()


@given(sample_terms.random_terms())
@example(HARDEST)
def test_kept_text_is_read_as_the_sections_that_were_written(terms: Terms) -> None:
    for locale in LANGUAGES:
        written = worded(terms, locale)
        assert wording.read(written.text, locale) == written.sections


@pytest.mark.parametrize(
    "text", ["", "\n", "One\n\nTwo\n\nThree\n", "T\n\nI\n\nThey may\n\nF\n", "T\n\nI\n\nThey may\nx\n\nF\n"]
)
def test_kept_text_of_another_layout_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"section|unpack"):
        wording.read(text, "en")
