package io.curlake.jobs.run.record;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.Version;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table {@code run}. */
final class RunTable {
    private RunTable() {}

    /** One small file and one commit; no job of Spark, which an unchanged night does not have otherwise. */
    static void add(Warehouse held, Invocation invocation, RunRecord record) {
        held.tables()
                .append(TableName.RUN)
                .write(List.of(row(held, invocation, record)))
                .commit("{\"run_id\":\"" + record.runId() + "\"}");
    }

    private static Row row(Warehouse held, Invocation invocation, RunRecord record) {
        Redaction redaction = Redaction.of(held.config());
        Ended ended = record.ended();
        return RowFactory.create(
                record.runId(),
                record.verb(),
                Timestamp.from(record.began()),
                record.seconds(),
                Outcome.of(ended.exitCode()).word(),
                ended.exitCode().code(),
                ended.error().map(redaction::of).orElse(null),
                scala.jdk.javaapi.CollectionConverters.asScala(ended.figures()),
                invocation.arguments().stream().map(redaction::of).toArray(String[]::new),
                invocation.user(),
                held.spark().sparkContext().master().replaceAll("[:\\[].*", ""),
                held.spark().sparkContext().applicationId(),
                Version.CURRENT);
    }
}
