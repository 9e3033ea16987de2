"""Numbers with units as values: "more than 13,000 people" is >13000, "a £2.1bn bid" 2.1e9 GBP.

`quantity(text)` gives a sign, a number or a range of two, and after a space a unit, where there is one:

    8500   -5   2.1e9 GBP   4.25 USD/hour   8.5 %   1/3   >13000   >=20000   <300   <=10   ~200   5..10 %

- Numbers are as `fractions.Fraction` reads them; a share of a whole is a fraction, *a third of* 1/3.
- ">" more than, over; ">=" at least, no fewer than, or more; "<" fewer than, under; "<=" up to, as many as;
  "~" about, nearly, almost, an estimated, or so. *Dozens*, *tens of thousands*, *several hundred* are at
  least two of what they name: >=24, >=20000, >=200.
- Ranges: *between 5 and 10*, *5 to 10*, *two or three*, *$5-7 million*.
- Units: currencies by ISO 4217 (a dollar is the US's, pounds are money from a million on; pesos, rupees and
  the like stay words without their country), %, percentage and basis points, lengths, areas, volumes,
  weights, power, temperatures, days and hours. What is counted (people, votes) is left out, for it stands in
  the text.
- No value: scores (2-1), ordinals, years, dates, times of day, ages, changes (*from 5 to 10*), multiples
  (*twice*, *three times*, *fivefold*), *a few*, *many*, *half as many*, Roman numerals, numbers in names
  (Boeing 737, No. 10) and of members (a 30-person team). Of several quantities, the first. A name that begins
  with a number (the Three Rivers) isn't told from a count.
"""

from graphkit.nlp.quantities.value import quantity

__all__ = ["quantity"]
