package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.TableName;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Since when the cost of each day of a period has stood still: the UTC date of the last delivery that changed it, or of the
 * first delivery.
 *
 * @param restated by day and currency
 */
record StableDays(LocalDate firstLoad, Map<String, LocalDate> restated) {
    private static final Column DAY_AND_CURRENCY =
            concat_ws(" ", coalesce(col("usage_date").cast("string"), lit("")), col("currency"));

    /**
     * At most one Spark action, over a small table.
     *
     * @param loads of the period, the first one first
     */
    static StableDays of(Warehouse warehouse, LoadedDelivery loaded, List<KnownLoads.Load> loads) {
        LocalDate first =
                date(loads.isEmpty() ? loaded.loadedAt() : loads.get(0).at());
        Map<String, LocalDate> restated = new TreeMap<>();
        if (loads.size() > 1) {
            for (Row row : warehouse
                    .tables()
                    .readQuickly(TableName.RESTATEMENT, loaded.partition())
                    .filter(not(col("cause").isin(Cause.harmless())))
                    .groupBy(DAY_AND_CURRENCY)
                    .agg(max("restated_at"))
                    .collectAsList()) {
                restated.put(row.getString(0), date(row.getTimestamp(1).toInstant()));
            }
        }
        return new StableDays(first, restated);
    }

    /** A column for rows of a day and a currency. */
    Column column() {
        Column first = lit(Date.valueOf(firstLoad));
        if (restated.isEmpty()) {
            return first;
        }
        Column dates = map_from_arrays(
                lit(restated.keySet().toArray(String[]::new)),
                lit(restated.values().stream().map(Date::valueOf).toArray(Date[]::new)));
        return coalesce(dates.getItem(DAY_AND_CURRENCY), first);
    }

    private static LocalDate date(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
