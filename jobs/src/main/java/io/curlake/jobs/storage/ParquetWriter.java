package io.curlake.jobs.storage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.datasources.FileFormatWriter;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes rows as Parquet under names that no reader knows yet. Rows that carry {@link ParquetFiles#FILE} end in files of
 * that number only, and the column itself is not stored: so a written file stems from exactly one delivered file.
 */
public final class ParquetWriter {
    private ParquetWriter() {}

    /** @param writeId unique for this write; part of every file name */
    public static List<NumberedFile> write(Dataset<Row> rows, String folder, String writeId) {
        QueryExecution query = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        org.apache.spark.sql.classic.SparkSession spark = query.sparkSession();
        Seq<Attribute> columns = query.analyzed().output();
        DirectWrites writes = new DirectWrites(folder, writeId);
        SQLExecution.withNewExecutionId(
                query,
                Option.apply("write"),
                () -> FileFormatWriter.write(
                        spark,
                        query.executedPlan(),
                        new ParquetFileFormat(),
                        writes,
                        new FileFormatWriter.OutputSpec(folder, Map$.MODULE$.empty(), columns),
                        spark.sessionState().newHadoopConf(),
                        fileNumber(columns),
                        Option.empty(),
                        CollectionConverters.asScala(
                                        List.<org.apache.spark.sql.execution.datasources.WriteJobStatsTracker>of())
                                .toSeq(),
                        options(),
                        0));
        return writes.committed();
    }

    private static Seq<Attribute> fileNumber(Seq<Attribute> columns) {
        List<Attribute> number = CollectionConverters.asJava(columns).stream()
                .filter(a -> a.name().equals(ParquetFiles.FILE))
                .toList();
        return CollectionConverters.asScala(number).toSeq();
    }

    private static Map<String, String> options() {
        return Map.from(CollectionConverters.asScala(java.util.Map.of("compression", "zstd")));
    }
}
