"""Currencies, as ISO 4217."""

SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "R$": "BRL", "£": "GBP", "€": "EUR", "₹": "INR", "₽": "RUB",
    "₴": "UAH", "₩": "KRW", "₺": "TRY", "₦": "NGN", "₪": "ILS", "¥": "¥",
}  # fmt: skip
"""¥ may be Japan's or China's, so it stays."""

CODES = frozenset({
    "usd", "eur", "gbp", "aud", "cad", "nzd", "hkd", "sgd", "jpy", "cny", "inr", "rub", "uah", "chf",
    "sek", "nok", "dkk", "pln", "zar", "brl", "mxn", "krw",
})  # fmt: skip
"""Written before or after an amount."""

NAMES = {
    "dollar": "USD", "us dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "hong kong dollar": "HKD",
    "singapore dollar": "SGD", "pound sterling": "GBP", "british pound": "GBP", "egyptian pound": "EGP",
    "lebanese pound": "LBP", "syrian pound": "SYP", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "swiss franc": "CHF",
    "swedish krona": "SEK", "swedish crown": "SEK", "norwegian crown": "NOK", "danish crown": "DKK",
    "czech crown": "CZK", "turkish lira": "TRY", "indian rupee": "INR", "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR", "mexican peso": "MXN", "philippine peso": "PHP", "argentine peso": "ARS",
    "chilean peso": "CLP", "colombian peso": "COP", "rand": "ZAR", "naira": "NGN", "shekel": "ILS",
    "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "zloty": "PLN", "south korean won": "KRW",
    "saudi riyal": "SAR", "brazilian real": "BRL", "lira": "lira", "rupee": "rupee", "peso": "peso",
    "franc": "franc", "krona": "krona", "krone": "krone", "kroner": "krone", "riyal": "riyal",
    "dirham": "dirham", "dinar": "dinar", "cent": "cent", "pence": "penny", "penny": "penny",
}  # fmt: skip
"""A name that several countries' money shares stays itself without its country; a dollar is the US's."""

LARGE = {"pound": "GBP", "won": "KRW"}
"""Only of a million or more: two pounds may be weight, and two won is a victory."""
