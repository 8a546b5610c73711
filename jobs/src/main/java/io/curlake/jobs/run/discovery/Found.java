package io.curlake.jobs.run.discovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.resource.ResourceType;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What the accounts of a run showed: read from their staged files once. */
final class Found implements AutoCloseable {
    private final Dataset<Row> lines;
    private final StagedRun run;
    private final List<Row> outcomes;

    private Found(Dataset<Row> lines, StagedRun run, List<Row> outcomes) {
        this.lines = lines;
        this.run = run;
        this.outcomes = outcomes;
    }

    static Found of(Warehouse warehouse, StagedRun run) {
        Dataset<Row> lines = run.lines(warehouse).persist(StorageLevel.MEMORY_AND_DISK());
        return new Found(lines, run, outcomeRows(lines, run).collectAsList());
    }

    JavaRDD<Resource> resources() {
        return lines.filter(col("resource_id").isNotNull())
                .toJavaRDD()
                .flatMap(line -> StagedLines.resource(line).stream().iterator());
    }

    /** Rows of {@code discovery_run}. */
    Dataset<Row> outcomes() {
        return outcomeRows(lines, run);
    }

    /** The same, collected. */
    List<Row> outcomeRows() {
        return outcomes;
    }

    private static Dataset<Row> outcomeRows(Dataset<Row> lines, StagedRun run) {
        return lines.filter(col("outcome").isNotNull())
                .withColumn("began", col("began").cast("timestamp"))
                .withColumn("run_began", lit(Timestamp.from(run.look().at())))
                .withColumn("run_id", lit(run.look().runId()))
                .select(GoldColumns.columns(
                        List.of(TableName.DISCOVERY_RUN.schema().fieldNames())))
                .coalesce(1);
    }

    Listings listings() {
        Listings listings = new Listings();
        for (Row outcome : outcomes) {
            String status = outcome.getAs("outcome");
            boolean isDetailed = status.equals(Status.FOUND.word());
            Optional<ResourceType> type = ResourceType.named(outcome.getAs("resource_type"));
            if (type.isPresent() && (isDetailed || status.equals(Status.PARTLY.word()))) {
                listings.add(outcome.getAs("account_id"), outcome.getAs("region"), type.get(), isDetailed);
            }
        }
        return listings;
    }

    @Override
    public void close() {
        lines.unpersist();
    }
}
