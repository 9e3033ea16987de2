"""Time expressions of news to ISO 8601: "on Wednesday", "since 2014", "a month later".

`Clock(published).when(text)` says when, `duration(text)` how long. What can't be told from the words, the day
of publication and the dates mentioned before stays None: unknown is never guessed. How the words are taken:

- The year left out is that of the nearest date: of what happened the last one, but for one less than a third
  as far ahead; of a plan the next one, but for one just past. A weekday that happened is the last one up to
  the day of publication.
- Intervals name their first and last day, month or year, both included. An open end is ".." as in ISO 8601-2:
  *since 2014* is 2014/.., and *until*, *by* and *before Friday* end with Friday.
- *Early*, *mid* and *late*, *beginning*, *middle* and *end* are thirds: four months of a year, days 1 to 10,
  11 to 20 and the rest of a month. As a mere beginning or end, the middle is the 15th of a month, June of a
  year.
- A value is as exact as the words: *two weeks ago* is a week, Monday to Sunday, *three months ago* a month.
  *Around 2014* is one year more on either side.
- Seasons are the north's, of three whole months; quarters are the calendar's; weeks begin on Monday.
- What *a month later* or *the following day* say has happened can't come after publication: else None.
- No value: repetition (every Monday), financial, tax and school years, ages, minutes of a game, hours without
  a day, movable feasts but those around Easter, years BC. Parts of days and zones but GMT are left out.
"""

from graphkit.nlp.times.clock import Clock
from graphkit.nlp.times.durations import duration

__all__ = ["Clock", "duration"]
