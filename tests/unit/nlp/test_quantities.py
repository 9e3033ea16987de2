"""Numbers with units to values."""

import re
import string
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.quantities import quantity

COUNTS = [
    ("8,500", "8500"),
    ("8,500 troops", "8500"),
    ("the 8,500 troops on standby", "8500"),
    ("4,000 people", "4000"),
    ("150 jobs", "150"),
    ("33", "33"),
    ("two soldiers", "2"),
    ("the two countries", "2"),
    ("her three children", "3"),
    ("Porter's three strategies", "3"),
    ("twenty-five", "25"),
    ("twenty five tanks", "25"),
    ("one hundred people", "100"),
    ("a hundred people", "100"),
    ("a thousand", "1000"),
    ("two hundred and fifty thousand", "250000"),
    ("three hundred and five", "305"),
    ("one million two hundred thousand", "1.2e6"),
    ("two dozen", "24"),
    ("2 dozen officials", "24"),
    ("a dozen", "12"),
    ("half a dozen", "6"),
    ("half a million", "500000"),
    ("half a million Syrians", "500000"),
    ("one and a half million", "1.5e6"),
    ("two and a half", "2.5"),
    ("a quarter of a million", "250000"),
    ("1.5 million people", "1.5e6"),
    ("5m people", "5e6"),
    ("100k views", "100000"),
    ("600,000", "600000"),
    ("1,234,567", "1234567"),
    ("2.5 billion", "2.5e9"),
    ("105 million", "1.05e8"),
    ("0.4", "0.4"),
    ("4.25", "4.25"),
    ("-5", "-5"),
    ("minus 5 degrees", "-5 degree"),
    ("zero casualties", "0"),
    ("one person", "1"),
    ("another 300 people", "300"),
    ("an additional 1,500 soldiers", "1500"),
    ("a record 45,756 migrants", "45756"),
    ("a total of 163 teams", "163"),
    ("all 12 members", "12"),
    ("1709 schoolchildren", "1709"),
    ("the company 's five directors", "5"),
    ("whose three robots", "3"),
]  # fmt: skip

BOUNDS = [
    ("more than 13,000 people", ">13000"),
    ("over 150,000", ">150000"),
    ("well over 300", ">300"),
    ("just over 24", ">24"),
    ("in excess of 400", ">400"),
    ("at least 34", ">=34"),
    ("at least two possible successors", ">=2"),
    ("no fewer than 12", ">=12"),
    ("a minimum of 40", ">=40"),
    ("300 or more", ">=300"),
    ("300+", ">=300"),
    ("30-plus nations", ">=30"),
    ("fewer than 75", "<75"),
    ("less than one percent", "<1 %"),
    ("under 500", "<500"),
    ("just under 500", "<500"),
    ("up to 100,000 troops", "<=100000"),
    ("as many as 300", "<=300"),
    ("as much as 10 trillion yen", "<=1e13 JPY"),
    ("no more than 20", "<=20"),
    ("at most 20", "<=20"),
    ("20 or fewer", "<=20"),
    ("about 200", "~200"),
    ("around 200", "~200"),
    ("some 200 people", "~200"),
    ("roughly 200", "~200"),
    ("approximately 200", "~200"),
    ("nearly 300", "~300"),
    ("almost 6.3 million shares", "~6.3e6"),
    ("an estimated $323 million", "~3.23e8 USD"),
    ("close to 300", "~300"),
    ("300 or so", "~300"),
    ("about half a million euros", "~500000 EUR"),
    ("tens of thousands of troops", ">=20000"),
    ("hundreds of thousands", ">=200000"),
    ("hundreds", ">=200"),
    ("thousands of homes", ">=2000"),
    ("dozens of houses", ">=24"),
    ("scores of people", ">=40"),
    ("millions of children", ">=2e6"),
    ("tens of millions of dollars", ">=2e7 USD"),
    ("many thousands", ">=2000"),
    ("several hundred", ">=200"),
    ("several hundred thousand", ">=200000"),
    ("a few thousand people", ">=2000"),
    ("a couple of hundred", ">=200"),
    ("more than a dozen", ">12"),
    ("more than a third of voters", ">1/3"),
    ("about half of the city", "~1/2"),
]  # fmt: skip

RANGES = [
    ("between 5 and 10", "5..10"),
    ("between 5 and 10 percent", "5..10 %"),
    ("between $5 million and $7 million", "5e6..7e6 USD"),
    ("5 to 10", "5..10"),
    ("5 to 10 million", "5e6..1e7"),
    ("500 to 1 million", "500..1e6"),
    ("$5-7 million", "5e6..7e6 USD"),
    ("£5m to £7m", "5e6..7e6 GBP"),
    ("5% to 10%", "5..10 %"),
    ("5-10%", "5..10 %"),
    ("two or three", "2..3"),
    ("ten to 32 pages", "10..32"),
    ("20-30 people", "20..30"),
    ("40 to 50 questions", "40..50"),
    ("1.5-2 million", "1.5e6..2e6"),
    ("ranging from 5 to 10", "5..10"),
    ("8–10 kilometres", "8..10 km"),
    ("about 10 to 15 people", "~10..15"),
    ("from 5 to 10 percent", None),
    ("10 to 5", None),
    ("2-1", None),
    ("a 2-1 victory", None),
    ("98-102", None),
    ("5 metres to 10 miles", None),
    ("275 or 26.1 %", None),
]  # fmt: skip

MONEY = [
    ("$2.1 billion", "2.1e9 USD"),
    ("$2.1bn", "2.1e9 USD"),
    ("$ 843 million", "8.43e8 USD"),
    ("a £2.1bn takeover offer", "2.1e9 GBP"),
    ("€45m support", "4.5e7 EUR"),
    ("US$ 20,000 bail", "20000 USD"),
    ("A$500", "500 AUD"),
    ("C$1.5m", "1.5e6 CAD"),
    ("a $2 million fine", "2e6 USD"),
    ("a $2-million fine", "2e6 USD"),
    ("a fine of $2 million", "2e6 USD"),
    ("$240,000 in bribes", "240000 USD"),
    ("$4.25 an hour", "4.25 USD/hour"),
    ("£60m a day", "6e7 GBP/day"),
    ("$85 a barrel", "85 USD/barrel"),
    ("$3 per kg", "3 USD/kg"),
    ("$0.5", "0.5 USD"),
    ("500 dollars", "500 USD"),
    ("500 US dollars", "500 USD"),
    ("10 million Canadian dollars", "1e7 CAD"),
    ("over 422,000 euros", ">422000 EUR"),
    ("two million pounds", "2e6 GBP"),
    ("20 pounds", "20 pound"),
    ("6 million pounds of beef", "6e6 pound"),
    ("300 pounds sterling", "300 GBP"),
    ("50p", "0.5 GBP"),
    ("five pence", "0.05 GBP"),
    ("20 cents", "20 cent"),
    ("100 million yuan", "1e8 CNY"),
    ("5 million won", "5e6 KRW"),
    ("500 rupees", "500 rupee"),
    ("500 Indian rupees", "500 INR"),
    ("3,000 pesos", "3000 peso"),
    ("EUR 500", "500 EUR"),
    ("500 EUR", "500 EUR"),
    ("USD 5m", "5e6 USD"),
    ("¥5,000", "5000 ¥"),
    ("$5 bn", "5e9 USD"),
    ("$1 trillion", "1e12 USD"),
]  # fmt: skip

UNITS = [
    ("8.5 percent", "8.5 %"),
    ("8.5%", "8.5 %"),
    ("22.2 %", "22.2 %"),
    ("10 per cent of Australian bread", "10 %"),
    ("47.1 percent of the vote", "47.1 %"),
    ("a rise of 5%", "5 %"),
    ("8 percent a year", "8 %/year"),
    ("2.45 percentage points", "2.45 percentage point"),
    ("25 basis points", "25 basis point"),
    ("half a percent", "0.5 %"),
    ("two metres tall", "2 m"),
    ("5m tall", "5 m"),
    ("500 miles", "500 mile"),
    ("a 100-mile race", "100 mile"),
    ("a 15 meter high tower", "15 m"),
    ("6 feet", "6 foot"),
    ("half a mile", "0.5 mile"),
    ("215 kilometers per hour", "215 km/hour"),
    ("60 mph", "60 mile/hour"),
    ("100 km/h", "100 km/hour"),
    ("240,000 square meters", "240000 m2"),
    ("10 square miles", "10 mile2"),
    ("3,000 hectares", "3000 ha"),
    ("10 km²", "10 km2"),
    ("11 million tons of plastic", "1.1e7 ton"),
    ("5 tonnes", "5 t"),
    ("20 kg", "20 kg"),
    ("3 million barrels a day", "3e6 barrel/day"),
    ("2 degrees Celsius", "2 °C"),
    ("40C", "40 °C"),
    ("40°C", "40 °C"),
    ("104 degrees Fahrenheit", "104 °F"),
    ("500 megawatts", "500 MW"),
    ("20 gigabytes", "20 GB"),
    ("three days", "3 day"),
    ("12 years", "12 year"),
    ("a third of", "1/3"),
    ("one third", "1/3"),
    ("less than a third", "<1/3"),
    ("two-thirds", "2/3"),
    ("two thirds of the members", "2/3"),
    ("three quarters", "3/4"),
    ("a quarter of the population", "1/4"),
    ("half the population", "1/2"),
    ("half of them", "1/2"),
    ("one in five", "1/5"),
    ("nine out of ten", "9/10"),
    ("9 out of 10 voters", "9/10"),
]  # fmt: skip

NONE = [
    "", " ", "people", "several", "a few", "many people", "most of them", "a man", "one",
    "one of the browsers", "one that fell", "a 30-person team", "the six - member team",
    "450 and 452 tariff lines", "a 4 1/2 coupon", "four-and-a-half years", ".260", "No. 10", "number 3",
    "#2 browser", "Boeing 737", "an F-16 jet", "Covid-19", "the G7", "Group of Seven", "Article 5",
    "Channel 4", "21st", "the 92nd minute", "third", "the third man", "second half", "the first half",
    "half as many", "twice", "three times", "a 10 fold increase", "2014", "in 2014", "1999 protests",
    "26 January", "January 26", "May 5, 2014", "3pm", "5 pm", "at 10:30", "9/11", "3.8.0", "3 in 10",
    "a 44-year-old man", "19 years old", "5m", "4chan", "737s", "a third", "999999999999999999999",
    "1-800-555", "VI", "$", "%", "US$", "million", "thousand", "between", "more than", "at least",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), COUNTS + BOUNDS + RANGES + MONEY + UNITS)
def test_quantity_has_its_value(text: str, value: str | None) -> None:
    assert quantity(text) == value


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing_has_no_value(text: str) -> None:
    assert quantity(text) is None


PIECES = [
    "5", "10", "2014", "8,500", "2.1", "0", "$", "£", "A$", "US$", "€", "%", "bn", "m", "k", "million",
    "thousand", "hundred", "dozen", "dozens", "hundreds", "thousands", "tens", "of", "a", "an", "half",
    "third", "thirds", "two", "twenty", "-", "–", "five", "and", "or", "to", "between", "from",
    "more than", "at least", "up to", "about", "or so", "people", "percent", "per", "hour", "km",
    "pounds", "pence", "°", "C", "in", "out of", "minus", "+", "/", "the", ".", ",", "few", "several",
]  # fmt: skip
expressions = st.one_of(
    st.text(),
    st.text(alphabet=string.digits + string.ascii_letters + " -/.:,'$%£", max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
)
NUMBER = r"-?(?:\d+(?:\.\d+)?(?:e\d+)?|\d+/\d+)"
VALUE = re.compile(rf"(?:[<>]=?|~)?({NUMBER})(?:\.\.({NUMBER}))?(?: [^\s].*)?", re.ASCII)


@given(expressions)
def test_any_text_gives_nothing_or_a_value_of_the_documented_form(text: str) -> None:
    value = quantity(text)

    if value is not None:
        found = VALUE.fullmatch(value)
        assert found is not None
        assert found[2] is None or Fraction(found[1]) < Fraction(found[2])
        assert quantity(text) == value


@given(st.integers(0, 10**15))
def test_a_number_written_with_commas_is_read_back(number: int) -> None:
    value = quantity(f"more than {number:,} people")

    assert value is not None
    assert value[0] == ">"
    assert Fraction(value[1:]) == number


@given(st.decimals(0, 1000, places=2), st.sampled_from(["million", "billion"]))
def test_an_amount_with_a_magnitude_is_read_back(amount: Fraction, word: str) -> None:
    value = quantity(f"${amount} {word}")

    assert value is not None
    assert (
        Fraction(value.removesuffix(" USD")) == Fraction(amount) * {"million": 10**6, "billion": 10**9}[word]
    )


@pytest.mark.parametrize(
    "piece", ["1", "a ", "1,", "hundred ", "half a ", "$", "and a half ", "tens of ", "of thousands ", "5-"]
)
def test_hostile_text_of_100_kilobytes_is_read_in_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    seconds = min(timed(text) for _ in range(3))

    assert seconds < 0.05


def timed(text: str) -> float:
    start = time.perf_counter()
    quantity(text)
    return time.perf_counter() - start
