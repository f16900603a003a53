"""Lists the words for what is counted: sorts of things, currencies, weights, and what can be no count at all."""

from __future__ import annotations

from ..model.quantity import Measure
from .numerals import words

_SORTS = {
    Measure.CONTAINER: """
        shipment consignment crate box bundle batch cache load truckload planeload boatload shipload trainload cartload
        container package tranche pallet delivery cargo parcel stockpile stock arsenal stash haul drop airdrop
        airlift flight sack bag barrel case magazine depot pile trove hoard packet carton trunk installment instalment
        wagonload lorryload busload""",
    Measure.FORMATION: """
        battery squadron battalion regiment brigade division wing fleet flotilla column convoy company platoon
        squad corps""",
    Measure.PEOPLE: """
        fighter troop soldier militant rebel insurgent recruit personnel people person man policeman officer
        trainee gunman militiaman mercenary marine guard commando conscript defector member volunteer adviser advisor
        peacekeeper opponent combatant child woman civilian worker pilot jihadist extremist terrorist strong""",
    Measure.WEIGHT: "ton tonne kg kilogram kilogramme kilo gram gramme lb pound ounce mt",
    Measure.VOLUME: "litre liter gallon",
}  # fmt: skip
SORT_OF = {word: measure for measure, listed in _SORTS.items() for word in words(listed)}

CARRIERS = words(
    """
    truck lorry plane ship boat train vessel dhow car vehicle aircraft flight convoy cargo
    """
)
"""Items that count as containers where the phrase says what they carry ("13 trucks" of weapons)."""

ITEMS = words(
    """
    rifle missile tank launcher rocket round shell drone jet aircraft helicopter ship vessel gun mortar howitzer
    bomb grenade warhead vehicle system boat submarine plane warplane bomber carrier frigate pistol interceptor
    mine torpedo radar truck car weapon piece set kit
    """
)
"""Nouns that count as one item each in the singular after an article: "a launcher"."""

LOADS = words(
    """
    rifle missile round shell rocket bomb gun mine pistol grenade launcher mortar drone piece warhead munition
    weapon explosive
    """
)

MASS = words(
    """
    aid assistance support weaponry ammunition ammo equipment arms hardware funding gear money help materiel
    matériel training supplies explosives firepower armor armour sales sale deal trade cooperation artillery
    technology intelligence goods material materials gas agent sarin chlorine capability capabilities defense defence
    """
)
"""What cannot be counted: a bare number beside "military aid" counts something else, perhaps dollars."""

CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "€": "EUR", "£": "GBP", "¥": "yen or yuan", "₹": "INR", "₪": "ILS", "₽": "RUB", "₴": "UAH", "₺": "TRY",
    "rs": "rupee", "rs.": "rupee", "usd": "USD", "eur": "EUR", "gbp": "GBP", "dollar": "USD", "dollars": "USD",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rubles": "RUB",
    "rouble": "RUB", "roubles": "RUB", "rupee": "rupee", "rupees": "rupee", "riyal": "riyal", "riyals": "riyal",
    "rial": "rial", "rials": "rial", "dirham": "dirham", "dirhams": "dirham", "shekel": "ILS", "shekels": "ILS",
    "lira": "lira", "hryvnia": "UAH", "hryvnias": "UAH", "krone": "krone", "kroner": "krone", "kronor": "SEK",
    "krona": "krona", "franc": "franc", "francs": "franc", "dinar": "dinar", "dinars": "dinar", "zloty": "PLN",
    "won": "won", "marks": "DEM", "sterling": "GBP", "afghanis": "AFN", "naira": "NGN", "birr": "ETB",
    "forints": "HUF", "forint": "HUF", "rand": "ZAR",
}  # fmt: skip
"""Words and signs of money by ISO 4217 code; a name that several states use stays a name. A bare dollar is American."""

NATIONAL = {
    ("australian", "USD"): "AUD", ("canadian", "USD"): "CAD", ("taiwan", "USD"): "TWD", ("taiwanese", "USD"): "TWD",
    ("singapore", "USD"): "SGD", ("zealand", "USD"): "NZD", ("swiss", "franc"): "CHF", ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("iranian", "rial"): "IRR",
    ("yemeni", "rial"): "YER", ("emirati", "dirham"): "AED", ("turkish", "lira"): "TRY", ("syrian", "pound"): "SYP",
    ("egyptian", "pound"): "EGP", ("sudanese", "pound"): "SDG", ("lebanese", "pound"): "LBP",
    ("british", "pound"): "GBP", ("norwegian", "krone"): "NOK", ("danish", "krone"): "DKK", ("iraqi", "dinar"): "IQD",
    ("libyan", "dinar"): "LYD",
    ("swedish", "krona"): "SEK", ("korean", "won"): "KRW",
}  # fmt: skip

WEIGHTS = {"kilogram": "kg", "kilogramme": "kg", "kilo": "kg", "gramme": "gram", "lb": "pound", "mt": "tonne"}

LENGTHS = words(
    """
    mm cm m km kilometer kilometre meter metre mile foot ft inch yard knot mph kph hp kiloton megaton degree
    second minute hour day week month year decade century time occasion fold percent km/h nautical g mw watt
    """
) | {"feet", "inches"}
"""What makes a number a length, a time or a rate: no count of anything."""

MODIFIERS = words(
    """
    ever more additional other further extra new such of the its their his her our these those about
    """
)
STOPS = words(
    """
    of for with from in to and or worth that which who at on by against into as under over were was are is have
    had has been a an the between during since until before after including aboard inside near through without
    per while when where capable belonging bound destined could would will may might only even
    """
)
OF = {"of", "in", "worth"}
OWNERS = words("the its their his her our these those this that all")
_QUANTIFIERS = words("several many some numerous multiple various any few")
BEFORE_HEAD = {"-", *_QUANTIFIERS, *OF, *OWNERS, *MODIFIERS}
KEEPS_S = words(
    """
    gas series munitions aircraft troops arms personnel people ammunition explosives supplies chassis corps
    """
)
ODD_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "caches": "cache", "tranches": "tranche",
    "personnel": "person", "troops": "troop", "policemen": "policeman",
    "gunmen": "gunman", "militiamen": "militiaman", "feet": "foot", "knives": "knife", "mice": "mouse", "kilos": "kilo",
    "munitions": "munition",
}  # fmt: skip
