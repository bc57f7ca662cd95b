"""Countries by ISO 3166-1 alpha-2, and groups of them with the members that they have in every license.

The list of a group never changes, so that nobody's license grows or shrinks with a treaty: an enlarged group gets a
new code. A territory with a code of its own (Greenland, Réunion) belongs to a group only where it is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


COUNTRIES = _codes(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """
)

WORLD = "world"

_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_EEA = f"{_EU} IS LI NO"

GROUPS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        WORLD: COUNTRIES,
        "EU": _codes(_EU),
        "EEA": _codes(_EEA),
        "EEA_UK_CH": _codes(f"{_EEA} GB CH"),
        "nordics": _codes("AX DK FI FO GL IS NO SE"),
        "scandinavia": _codes("DK NO SE"),
        "baltics": _codes("EE LT LV"),
        "benelux": _codes("BE LU NL"),
        "DACH": _codes("AT CH DE"),
        "north_america": _codes("CA MX US"),
    }
)

_BY_ANY_CASE = {code.casefold(): code for code in (*COUNTRIES, *GROUPS)}
_MEMBERS = {code: frozenset({code}) for code in COUNTRIES} | dict(GROUPS)


def find(code: str) -> str | None:
    """The code as we write it, or None where there is no such country or group."""
    return _BY_ANY_CASE.get(code.strip().casefold())


def members(code: str) -> frozenset[str]:
    """The countries behind a country or group code. Raises KeyError for any other."""
    return _MEMBERS[code]
