package io.curlake.jobs.run.record;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedFile;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.SourceConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * How a configured source stands, by its newest loaded billing period.
 *
 * @param loadedAt when anything of the source was loaded last
 * @param rows of the newest period, by side of the ledger
 * @param balance whether its recorded ledger balances, in every cost column of every file
 */
public record SourceState(
        String source, BillingPeriod newest, Instant loadedAt, Map<String, Long> rows, Balance balance) {
    /** Of a ledger. */
    public enum Balance {
        BALANCED,
        UNBALANCED
    }

    private static final List<String> PARTS = List.of("kept", "unconnected", "rejected");

    /** Those of which something is loaded. No job of Spark. */
    public static List<SourceState> all(Warehouse warehouse) {
        LoadHistory history = LoadHistory.of(warehouse);
        List<SourceState> states = new ArrayList<>();
        for (SourceConfig source : warehouse.config().sources()) {
            List<LoadedDelivery> loaded = history.ofSource(source.name());
            if (!loaded.isEmpty()) {
                states.add(of(warehouse, loaded));
            }
        }
        return states;
    }

    private static SourceState of(Warehouse warehouse, List<LoadedDelivery> loaded) {
        LoadedDelivery newest = loaded.get(loaded.size() - 1);
        List<Row> ledger = warehouse.tables().rows(TableName.RECONCILIATION, "load_id", Set.of(newest.loadId()));
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("delivered", rows(ledger, "delivered"));
        PARTS.forEach(part -> rows.put(part, rows(ledger, part)));
        return new SourceState(
                newest.partition().source(),
                newest.partition().period(),
                loaded.stream()
                        .map(LoadedDelivery::loadedAt)
                        .max(Instant::compareTo)
                        .orElseThrow(),
                rows,
                ledger.stream().map(RecordedFile::new).allMatch(RecordedFile::balances)
                        ? Balance.BALANCED
                        : Balance.UNBALANCED);
    }

    private static long rows(List<Row> ledger, String side) {
        return ledger.stream().mapToLong(row -> row.<Long>getAs(side + "_rows")).sum();
    }
}
