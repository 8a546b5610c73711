package io.curlake.jobs.run.comparison;

import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.DailyChange;
import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.restatement.Restatements;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.model.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares two deliveries of a period: from what {@code delivered_cost} keeps of them; else from the restatements
 * between them, if these explain the ledgers' totals; else by reading them again. Changes nothing.
 */
public final class Diff {
    private final Warehouse warehouse;
    private final DiffRequest request;
    private final LoadedDeliveries loaded;
    private final DeliveryFinder finder;
    private final DeliveryChoice choice;

    public Diff(Warehouse warehouse, DiffRequest request) {
        this.warehouse = warehouse;
        this.request = request;
        this.loaded = LoadedDeliveries.of(warehouse, request.partition());
        this.finder = new DeliveryFinder(warehouse.storage(), request.source());
        this.choice = new DeliveryChoice(request.partition(), loaded, finder);
    }

    /** What changed; refuses deliveries that are not known, and those of which nothing is left to compare. */
    public DeliveryDiff run() {
        String from = choice.id(request.from());
        String to = choice.id(request.to());
        if (from.equals(to)) {
            throw choice.refusal(ExitCode.USAGE, "'" + from + "' is compared with itself. Name two deliveries.");
        }
        DeliveryPair pair = new DeliveryPair(
                from, to, loaded.of(to).map(LoadedDelivery::loadedAt).orElseGet(this::now));
        DeliveryCosts costs = new DeliveryCosts(warehouse, request, loaded, finder);
        if (costs.keeps(from) && costs.keeps(to)) {
            return compared(pair, costs.kept(from), costs.kept(to), List.of());
        }
        return chained(pair).or(() -> readAgain(pair, costs)).orElseThrow(() -> nothingLeft(pair, costs));
    }

    private Optional<DeliveryDiff> chained(DeliveryPair pair) {
        return RestatementChain.of(warehouse, loaded, pair)
                .map(chain -> summed(pair, chain.restatement(), chain.totals(), List.of(chain.notice())))
                .filter(DeliveryDiff::addsUp);
    }

    private Optional<DeliveryDiff> readAgain(DeliveryPair pair, DeliveryCosts costs) {
        List<String> read = new ArrayList<>();
        for (String id : List.of(pair.before(), pair.after())) {
            if (!costs.keeps(id)) {
                read.add(id);
            }
        }
        Optional<Dataset<Row>> before = costs.keptOrRead(pair.before());
        Optional<Dataset<Row>> after = costs.keptOrRead(pair.after());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        String notice = "read again from the export: " + DeliveryChoice.quoted(read);
        return Optional.of(compared(pair, before.get(), after.get(), List.of(notice)));
    }

    private DeliveryDiff compared(DeliveryPair pair, Dataset<Row> before, Dataset<Row> after, List<String> notices) {
        Dataset<Row> keptBefore = before.persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> keptAfter = after.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return proved(summed(
                    pair,
                    Restatements.between(keptBefore, keptAfter, pair),
                    CurrencyTotal.of(keptBefore, keptAfter),
                    notices));
        } finally {
            keptBefore.unpersist(false);
            keptAfter.unpersist(false);
        }
    }

    private DeliveryDiff proved(DeliveryDiff diff) {
        if (!diff.addsUp()) {
            throw choice.refusal(
                    ExitCode.UNEXPECTED,
                    "the changes found do not add up to what the totals differ by. Report it as a defect of curlake.");
        }
        return diff;
    }

    private DeliveryDiff summed(
            DeliveryPair pair, Dataset<Row> restatement, List<CurrencyTotal> totals, List<String> notices) {
        Dataset<Row> kept = restatement.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return new DeliveryDiff(
                    request.partition(),
                    pair.before(),
                    pair.after(),
                    CauseTotal.of(DailyChange.of(kept)),
                    ChangedCharge.largest(kept, request.limit()),
                    totals,
                    notices);
        } finally {
            kept.unpersist(false);
        }
    }

    private RuntimeException nothingLeft(DeliveryPair pair, DeliveryCosts costs) {
        List<String> lost = new ArrayList<>();
        for (String id : List.of(pair.before(), pair.after())) {
            if (!costs.keeps(id) && costs.keptOrRead(id).isEmpty()) {
                lost.add(id);
            }
        }
        List<String> kept = loaded.ids().stream().filter(costs::keeps).toList();
        return choice.refusal(
                ExitCode.DELIVERY_UNREADABLE,
                "delivered_cost no longer keeps " + DeliveryChoice.quoted(lost)
                        + ", the table restatement does not lead from the one to the other, and the delivered files "
                        + "are gone or changed. Deliveries that can be compared: "
                        + (kept.isEmpty() ? "none" : DeliveryChoice.quoted(kept)) + ".");
    }

    private Instant now() {
        return warehouse.clock().instant();
    }
}
