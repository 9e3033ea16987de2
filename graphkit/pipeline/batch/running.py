"""The work of one run: what is new in the sources is read and written, what fails is kept."""

import logging
from collections.abc import Iterable, Iterator

from graphkit.model import Article, Extraction
from graphkit.pipeline.batch import results as r
from graphkit.pipeline.batch.expect import problems
from graphkit.pipeline.batch.filters import filter_of
from graphkit.pipeline.batch.gather import Gathering
from graphkit.pipeline.batch.letters import Letter, Letters
from graphkit.pipeline.batch.means import Means
from graphkit.pipeline.batch.mended import Mended
from graphkit.pipeline.batch.reading import Readers, outcomes, readers
from graphkit.pipeline.batch.retry import again
from graphkit.pipeline.batch.staged import Staged
from graphkit.pipeline.batch.timed import Stopwatch
from graphkit.pipeline.batch.turn import Turn
from graphkit.pipeline.identity import recorded
from graphkit.pipeline.inputs import ours
from graphkit.pipeline.outcome import Failure, Outcome, Read, chunks
from graphkit.pipeline.recipe import extractor_name
from graphkit.resolve.identity.decided import decided
from graphkit.sources import Visits, read
from graphkit.store import schema
from graphkit.store.fingerprint import fingerprint
from graphkit.store.load import load
from graphkit.store.run import LoadResult, Run
from graphkit.store.runs import former_rates
from graphkit.store.verify import verify

log = logging.getLogger(__name__)


class Running:
    """A run at work. letters: dead letters to try again, None for the sources of the batch."""

    def __init__(
        self, means: Means, run: Run, turn: Turn, results: r.Results, letters: list[Letter] | None
    ) -> None:
        self._means = means
        self._run = run
        self._turn = turn
        self._results = results
        self._counted = results.counted
        self._again = letters
        self._letters = Letters(means.state.letters)
        self._clock = Stopwatch(results.seconds)
        batch = means.batch
        known = self._letters.of(batch.name) if letters is None else letters
        self._mended = Mended({letter.id: letter for letter in known})
        self._extractor = ""

    def go(self) -> None:
        """All of it."""
        means, results = self._means, self._results
        with readers(means.recipe, means.workers, means.limits) as pool:
            with self._clock.on("starting"):
                self._extractor = extractor_name(means.recipe) or pool.prepared()
            server = means.connection.driver.get_server_info().agent
            results.versions = r.versions(self._extractor, server, schema.VERSION)
            visits = self._visits()
            gathering = self._gathering()
            loaded = self._load(self._read(pool, gathering, visits))
            results.workers_replaced = pool.replaced
        self._settle(loaded, visits, complete=gathering.complete)

    def _visits(self) -> Visits:
        """What is remembered of pages, for this graph, this reader and these filters alone."""
        means = self._means
        filters = means.batch.filters.model_dump(mode="json")
        basis = [schema.graph_id(means.connection), self._extractor, means.ontology.version, filters]
        return Visits(means.state.visits(means.batch.name, basis), failures_too=True)

    def _gathering(self) -> Gathering:
        filters = filter_of(self._means.batch.filters)
        again = self._again is not None
        return Gathering(self._means, self._run, self._extractor, filters, self._counted, self._mended, again)

    def _read(self, pool: Readers, gathering: Gathering, visits: Visits) -> Iterator[Extraction]:
        """What the sources' new articles say. Where something is expected of it, it is on disk until then."""
        articles = self._clock.timed("sources", gathering.articles(self._sources(visits)))
        if self._again is not None or not self._means.batch.expectations.any:
            return self._succeeded(outcomes(pool, articles, self._means.together))
        return self._judged(pool, articles, gathering, visits)

    def _sources(self, visits: Visits) -> Iterable[Read]:
        options = self._means.options
        if self._again is not None:
            return again(self._again, self._letters, options)
        sources = self._means.batch.sources
        return map(ours, read((*sources.paths, *sources.feeds, *sources.urls), options, visits))

    def _judged(
        self, pool: Readers, articles: Iterable[Read], gathering: Gathering, visits: Visits
    ) -> Iterator[Extraction]:
        means, results = self._means, self._results
        staged = Staged(means.state.staged(means.batch.name), f"{self._extractor} {means.ontology.version}")
        if staged.resume():
            log.info("an earlier run left articles that were read but not written: they are taken up")
        found = outcomes(pool, self._unstaged(articles, staged), means.together)
        for extractions in chunks(self._succeeded(found), means.together):
            staged.add(extractions)
        if means.stop.is_set():
            # What was read is kept for the next run, which will know whether it is sound.
            return
        self._counted.pages = visits.unchanged
        results.problems = problems(means.batch.expectations, self._counted, self._former())
        if results.problems and means.batch.then.unexpected == "stop":
            # Kept all the same: whoever finds that it is as it should be needn't have it read again.
            results.status = r.UNEXPECTED
            return
        yield from staged.extractions()
        staged.clear()

    def _former(self) -> list[float]:
        expected = self._means.batch.expectations.claims_per_article
        if expected is None:
            return []
        connection, batch = self._means.connection, self._means.batch.name
        return former_rates(connection, batch, r.SOUND, expected.articles, expected.runs)

    def _unstaged(self, articles: Iterable[Read], staged: Staged) -> Iterator[Read]:
        """Without what an earlier run read but didn't write."""
        for each in articles:
            claims = staged.claims(each) if isinstance(each, Article) else None
            if isinstance(each, Article) and claims is not None:
                self._counted.resumed += 1
                self._counted.read += 1
                self._counted.claims += claims
                self._mended.finish(each)
            else:
                yield each

    def _succeeded(self, found: Iterable[Outcome]) -> Iterator[Extraction]:
        """What was read; what wasn't goes to the dead letters."""
        for outcome in found:
            self._turn.check()
            if isinstance(outcome, Failure):
                self._fail(outcome)
            else:
                self._counted.read_one(outcome)
                self._mended.finish(outcome.article)
                yield outcome
            self._means.watch(self._counted)

    def _fail(self, failed: Failure) -> None:
        means, results = self._means, self._results
        letter = self._letters.put(failed, means.batch.name, means.file, self._run.id, self._extractor)
        self._counted.fail(failed.kind)
        self._mended.failed.add(letter.id)
        if len(results.failures) < r.TOLD:
            told = {name: getattr(letter, name) for name in ("id", "place", "stage", "kind", "reason")}
            results.failures.append(told)
        means.tell(failed, letter)

    def _load(self, extractions: Iterable[Extraction]) -> LoadResult:
        means = self._means
        with self._clock.on("reading and writing"):
            loaded = load(
                means.connection,
                (decided(each, means.decisions) for each in extractions),
                means.ontology,
                run=self._run,
                keep_text=means.keep_text,
                batch_rows=means.batch_rows,
                batch_articles=means.batch_articles,
            )
            recorded(means.connection, means.decisions)
        for each in loaded.failures:
            self._counted.read -= 1
            self._counted.claims -= len(each.extraction.claims) if each.extraction else 0
            article = each.extraction.article if each.extraction else None
            self._fail(Failure(each.place, "store", each.reason, "StoreError", article))
        self._counted.retracted = len(loaded.withheld)
        return loaded

    def _settle(self, loaded: LoadResult, visits: Visits, *, complete: bool) -> None:
        """All that was read is safe now: remember it, and say what it came to."""
        means, results = self._means, self._results
        self._counted.pages = visits.unchanged
        results.written = loaded.counts
        stopped = means.stop.is_set() and not complete
        # Before the visits are kept, which then count as past.
        self._mend(visits, complete=complete)
        if results.status != r.UNEXPECTED and not stopped:
            visits.keep()
        if means.batch.then.fingerprint and not stopped:
            with self._clock.on("fingerprint"):
                results.fingerprint = str(fingerprint(means.connection).digest)
        if means.batch.then.verify and not stopped:
            with self._clock.on("verify"):
                results.verified = sum(1 for _ in verify(means.connection, means.ontology))
        if stopped:
            results.status = r.STOPPED
        elif results.status != r.UNEXPECTED:
            partly = results.open_letters or results.problems or results.verified
            results.status = r.PARTLY if partly else r.DONE

    def _mend(self, visits: Visits, *, complete: bool) -> None:
        """Take away the dead letters of what was written after all."""
        results, all_tried = self._results, self._again is not None
        if results.status != r.UNEXPECTED:
            good = self._mended.letters_made_good(visits.noted, complete=complete, all_tried=all_tried)
            for letter in good:
                self._letters.remove(letter)
                results.mended.append(letter.id)
        left = self._letters.of(self._means.batch.name)
        results.open_letters = sum(1 for letter in left if not letter.dropped)
