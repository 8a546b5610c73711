package io.curlake.jobs.run.due;

import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.run.history.Change;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.model.config.WatchConfig;
import java.util.List;
import java.util.Optional;

/** Which periods of a source a load looks at, newest first. */
public record DuePeriods(OpenRun run, SourceConfig source) {

    /** Those named in the request, else those that have a manifest and are watched; refuses where there are none. */
    public List<BillingPeriod> find() {
        if (!run.request().periods().isEmpty()) {
            return run.request().periods();
        }
        List<BillingPeriod> delivered = new DeliveryFinder(run.warehouse().storage(), source).periods();
        if (delivered.isEmpty()) {
            throw nothingDelivered();
        }
        List<BillingPeriod> asked =
                run.request().since().map(since -> since(since, delivered)).orElse(delivered);
        List<BillingPeriod> due = asked.stream().filter(this::isDue).toList();
        if (due.size() < asked.size()) {
            run.progress()
                    .notice("'" + source.name() + "': " + (asked.size() - due.size())
                            + " loaded periods are not looked at, because the configuration says 'watch: " + watch()
                            + "'; --period looks at one");
        }
        return due;
    }

    private List<BillingPeriod> since(BillingPeriod first, List<BillingPeriod> delivered) {
        List<BillingPeriod> asked = delivered.stream()
                .filter(period -> period.compareTo(first) >= 0)
                .toList();
        if (asked.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot load '" + source.name() + "' since " + first + ": the newest billing period at "
                            + source.location() + " is " + delivered.get(0) + ". Name an earlier month.");
        }
        return asked;
    }

    private boolean isDue(BillingPeriod period) {
        Optional<LoadedDelivery> before = run.history().of(new Partition(source.name(), period));
        return before.isEmpty()
                || run.history().isUnfinished(before.get().partition())
                || watch().covers(period, run.current())
                || Change.ofAccounts(before.get(), run.connected()).isPresent();
    }

    private WatchConfig watch() {
        return run.warehouse().config().watch();
    }

    private Refusal nothingDelivered() {
        return new Refusal(
                ExitCode.NOTHING_DELIVERED,
                "Cannot load '" + source.name() + "': nothing is delivered at " + source.location()
                        + " yet. A new export delivers within 24 hours; check bucket, prefix and name in the "
                        + "configuration.");
    }
}
