package io.curlake.jobs.run.discovery;

import io.curlake.jobs.discovery.AccountSearch;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.AccountId;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at accounts on all executors, some at a time on each, and stages what each account shows. */
final class Collection {
    private static final long LOOK_SECONDS = 2;

    private final Warehouse warehouse;
    private final StagedRun run;
    private final AccountSearch search;
    private final Consumer<String> progress;

    Collection(Warehouse warehouse, StagedRun run, AccountSearch search, Consumer<String> progress) {
        this.warehouse = warehouse;
        this.run = run;
        this.search = search;
        this.progress = progress;
    }

    /** Looks at those of the accounts that are not staged yet. */
    void stage(List<AccountId> accounts) {
        Set<AccountId> done = run.done();
        List<AccountId> rest =
                accounts.stream().filter(account -> !done.contains(account)).toList();
        if (!done.isEmpty()) {
            progress.accept("Going on with the run of " + run.look().at() + ": " + done.size() + " of "
                    + accounts.size() + " accounts are done.");
        }
        if (!rest.isEmpty()) {
            stage(rest, accounts.size());
        }
    }

    private void stage(List<AccountId> rest, int all) {
        int atOnce = warehouse.config().discovery().accountsAtOnce();
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
        spark.setJobDescription("discover: look at " + rest.size() + " accounts");
        List<Work> work = rest.stream()
                .map(account -> new Work(account, run.uri(account), search, warehouse.storage()))
                .toList();
        JavaRDD<Work> tasks = spark.parallelize(work, (work.size() + atOnce - 1) / atOnce);
        await(tasks.foreachPartitionAsync(some -> atOnce(some, atOnce)), all);
    }

    private void await(JavaFutureAction<Void> collection, int all) {
        int told = -1;
        try {
            while (true) {
                try {
                    collection.get(LOOK_SECONDS, TimeUnit.SECONDS);
                    return;
                } catch (TimeoutException stillUnderWay) {
                    int done = run.done().size();
                    if (done != told) {
                        progress.accept(done + " of " + all + " accounts are done.");
                        told = done;
                    }
                }
            }
        } catch (InterruptedException e) {
            collection.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at accounts", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Looking at accounts failed: " + e.getCause(), e);
        }
    }

    private static void atOnce(Iterator<Work> work, int atOnce) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> all = new ArrayList<>();
            work.forEachRemaining(one -> all.add(threads.submit(one)));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at accounts", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** One account: whatever becomes of it, its file says. */
    private record Work(AccountId account, String uri, AccountSearch search, Storage storage)
            implements Runnable, Serializable {
        private static final Logger LOG = LoggerFactory.getLogger(Collection.class);

        @Override
        public void run() {
            Instant began = Instant.now();
            try (StagedLines lines = new StagedLines()) {
                try {
                    search.search(account, lines::add, lines::add);
                } catch (RuntimeException | LinkageError e) {
                    LOG.warn("Account {} could not be looked at", account, e);
                    lines.add(failed(began, e));
                }
                lines.store(storage, uri);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot stage account " + account + ": " + e.getMessage(), e);
            }
        }

        private Outcome failed(Instant began, Throwable reason) {
            return new Outcome(
                    account.value(),
                    Resource.GLOBAL,
                    Outcome.ACCOUNT,
                    Status.FAILED,
                    0,
                    began,
                    Instant.now().toEpochMilli() - began.toEpochMilli(),
                    "",
                    "",
                    "",
                    "The account could not be looked at: " + reason + ". The log of the executor has the whole error.");
        }
    }
}
