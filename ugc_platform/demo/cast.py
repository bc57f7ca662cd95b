"""Who lives in the demo. All are made up; their addresses end in .example and reach nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Person:
    email: str
    name: str
    born: date
    language: str = "en"


@dataclass(frozen=True)
class Maker:
    """`key` names them in the catalog of pictures."""

    person: Person
    handle: str
    bio: str
    key: str


@dataclass(frozen=True)
class House:
    """A brand; `members` are e-mail addresses of people with their roles, the owner first."""

    name: str
    website: str
    about: str
    members: tuple[tuple[Person, str], ...]


def _maker(key: str, name: str, born: tuple[int, int, int], bio: str, language: str = "en") -> Maker:
    email = "creator@demo.example" if key == "asta" else f"{key}@demo.example"
    return Maker(Person(email, name, date(*born), language), f"{key}_makes", bio, key)


MAKERS = (
    _maker("asta", "Asta Lund", (1991, 4, 12), "Ceramics, slow mornings and the light of the north."),
    _maker("noor", "Noor Haddad", (1996, 9, 2), "City corners before the shops open."),
    _maker("emil", "Emil Krogh", (1988, 1, 23), "Bikes, harbors and whatever the wind brings.", "da"),
    _maker("freja", "Freja Holm", (2001, 6, 30), "I bake, I spill, I take a picture.", "da"),
    _maker("mateo", "Mateo Rivas", (1985, 11, 8), "Mountains at odd hours."),
    _maker("ida", "Ida Sørensen", (1993, 3, 17), "Knitting patterns and wool from small farms.", "da"),
    _maker("kwame", "Kwame Boateng", (1990, 7, 5), "Paper, scissors and strong colors."),
    _maker("liv", "Liv Aagaard", (1998, 12, 19), "Cold water, warm towels, long shadows.", "da"),
    _maker("yuki", "Yuki Tanabe", (1994, 2, 28), "Plants that survived me so far."),
    _maker("otto", "Otto Brandt", (1979, 10, 14), "Night skies with a cheap tripod."),
    _maker("sofia", "Sofia Marchetti", (2000, 5, 9), "Fruit, tables, the last of the summer."),
    _maker("jonas", "Jonas Vinther", (1987, 8, 21), "Lighthouses, all of them, one day.", "da"),
)

BRANDS = (
    House(
        "Nordlys Home",
        "https://nordlys.example",
        "Tableware and textiles for small kitchens.",
        (
            (Person("brand@demo.example", "Karen Bech", date(1982, 5, 4)), "owner"),
            (Person("editor@demo.example", "Tobias Munk", date(1995, 9, 27), "da"), "editor"),
            (Person("viewer@demo.example", "Lea Winther", date(1999, 1, 11)), "viewer"),
        ),
    ),
    House(
        "Fjordkaffe",
        "https://fjordkaffe.example",
        "A coffee roaster by the water.",
        ((Person("fjord@demo.example", "Anders Friis", date(1977, 12, 1), "da"), "owner"),),
    ),
    House(
        "Outway",
        "https://outway.example",
        "Gear for people who leave early and come home late.",
        ((Person("outway@demo.example", "Grace Oduya", date(1989, 3, 30)), "owner"),),
    ),
)

MODERATOR = Person("moderator@demo.example", "Mona Dahl", date(1984, 6, 6))
ADMIN = Person("admin@demo.example", "Ari Admin", date(1980, 2, 2))
