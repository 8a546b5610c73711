package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Since when the cost of each day of a period has stood still: the UTC date of the last delivery that changed it, or of the
 * first delivery.
 */
final class StableDays {
    private static final StructType SCHEMA = new StructType()
            .add("_day", DataTypes.DateType)
            .add("_currency", DataTypes.StringType)
            .add("stable_since", DataTypes.DateType);

    private final LocalDate firstLoad;
    private final Dataset<Row> restated;

    private StableDays(LocalDate firstLoad, Dataset<Row> restated) {
        this.firstLoad = firstLoad;
        this.restated = restated;
    }

    static StableDays of(Warehouse warehouse, LoadedDelivery loaded) {
        LocalDate first = KnownLoads.of(warehouse).ofDeliveries().getOrDefault(loaded.partition(), List.of()).stream()
                .findFirst()
                .map(load -> date(load.at()))
                .orElse(date(loaded.loadedAt()));
        List<Row> restated = warehouse
                .tables()
                .readQuickly(TableName.RESTATEMENT, loaded.partition())
                .filter(not(col("cause").isin(Cause.harmless())))
                .groupBy(col("usage_date").as("_day"), col("currency").as("_currency"))
                .agg(max("restated_at").cast(DataTypes.DateType).as("stable_since"))
                .collectAsList();
        return new StableDays(first, warehouse.spark().createDataFrame(restated, SCHEMA));
    }

    /** @param daily with the columns usage_date and currency */
    Dataset<Row> addTo(Dataset<Row> daily) {
        return daily.join(
                        broadcast(restated),
                        col("usage_date")
                                .eqNullSafe(col("_day"))
                                .and(col("currency").equalTo(col("_currency"))),
                        "left_outer")
                .withColumn("stable_since", coalesce(col("stable_since"), lit(Date.valueOf(firstLoad))))
                .drop("_day", "_currency");
    }

    private static LocalDate date(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
