package io.curlake.jobs.storage;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.datasources.FileFormatWriter;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
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

    /**
     * Writes a few rows of these columns on this machine: one file, and no job of Spark.
     *
     * @param writeId unique for this write; part of the file's name
     */
    public static NumberedFile write(
            SparkSession session, StructType columns, List<Row> rows, String folder, String writeId) {
        org.apache.spark.sql.classic.SparkSession spark = (org.apache.spark.sql.classic.SparkSession) session;
        try {
            Job job = Job.getInstance(spark.sessionState().newHadoopConf());
            OutputWriterFactory writers = new ParquetFileFormat().prepareWrite(spark, job, options(), columns);
            TaskAttemptContext task = new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
            String uri = "%s/part-%05d-%s-%05d-0%s".formatted(folder, 0, writeId, 0, writers.getFileExtension(task));
            OutputWriter writer = writers.newInstance(uri, columns, task);
            Function1<Object, Object> stored = CatalystTypeConverters.createToCatalystConverter(columns);
            rows.forEach(row -> writer.write((InternalRow) stored.apply(row)));
            writer.close();
            return new NumberedFile(0, DirectWrites.closed(uri, task));
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(folder, e);
        }
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
