package io.curlake.jobs.run.upkeep;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;

import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.staged.ReadBack;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes the visible rows of a partition anew, without the masked ones; publishes them when they are, file by file and to
 * the last decimal, what readers saw before.
 */
record Purge(Warehouse warehouse, Partition partition) {
    void run(Runnable beforeCommit) {
        // Hundred columns in one piece of generated code, as when a delivery is rewritten.
        warehouse.spark().conf().set("spark.sql.codegen.maxFields", "1000");
        Dataset<Row> visible = visible();
        Publication publication = warehouse.tables().replace(TableName.LINE_ITEM, partition);
        try {
            publication.write(
                    visible.drop(TableName.LINE_ITEM.partitionColumns().toArray(String[]::new)));
            LedgerSide before = LedgerSide.of(FileSums.of(visible));
            LedgerSide after = writtenTo(publication);
            if (!before.entries().equals(after.entries())) {
                throw new Refusal(
                        ExitCode.LEDGER_UNBALANCED,
                        "Cannot purge " + partition + ": the rows written differ from those that readers see. Nothing "
                                + "was published. Run again; if it stays, report it as a defect of curlake.");
            }
            beforeCommit.run();
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            publication.discard();
            throw e;
        }
        publication.keepingRows().commit("{\"verb\":\"maintain --purge\"}");
    }

    private static LedgerSide writtenTo(Publication publication) {
        try (ReadBack written = publication.readBack()) {
            return LedgerSide.of(written.amounts());
        }
    }

    /** The number of the delivered file is part of the name of every file that was made of it. */
    private Dataset<Row> visible() {
        return warehouse
                .tables()
                .read(TableName.LINE_ITEM, partition)
                .withColumn(
                        Provenance.FILE,
                        coalesce(
                                nullif(regexp_extract(col("_metadata.file_name"), "^part-(\\d+)-", 1), lit(""))
                                        .cast("int"),
                                lit(0)));
    }
}
