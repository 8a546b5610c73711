package io.curlake.jobs.storage;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat$;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOptions$;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Some columns of Parquet files as batches of column vectors, by Spark's vectorized reader. Travels to executors. What is
 * read does not depend on the settings of the session: names are taken exactly, text may be plain binary, every time is UTC.
 */
public final class ParquetBatches implements Serializable {
    private final Function1<PartitionedFile, Iterator<InternalRow>> reader;

    private ParquetBatches(Function1<PartitionedFile, Iterator<InternalRow>> reader) {
        this.reader = reader;
    }

    /**
     * Prepares to read these columns, in their order.
     *
     * @param columns of primitive types; one that a file lacks is null in all its rows
     */
    public static ParquetBatches of(SparkSession spark, StructType columns) {
        StructType nullable = new StructType(Arrays.stream(columns.fields())
                .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
                .toArray(StructField[]::new));
        return new ParquetBatches(new SameEverywhere()
                .buildReaderWithPartitionValues(
                        spark,
                        nullable,
                        new StructType(),
                        nullable,
                        seq(),
                        options(),
                        new Configuration(spark.sparkContext().hadoopConfiguration())));
    }

    /**
     * Reads all rows of a file in their order; refuses a file that cannot be read to its end.
     *
     * @param batches is called for each batch, which is valid during the call only
     */
    public void read(StoredObject file, Consumer<ColumnarBatch> batches) {
        long rows = 0;
        try (Batches open = new Batches(reader.apply(whole(file)))) {
            while (open.hasNext()) {
                ColumnarBatch batch = open.next();
                batches.accept(batch);
                rows += batch.numRows();
                countForProgress(batch.numRows());
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception e) {
            // Scala throws checked exceptions that its methods do not declare.
            stopIfKilled();
            throw unreadable(file, rows, e);
        }
    }

    private static void countForProgress(int rows) {
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.taskMetrics().inputMetrics().incRecordsRead(rows);
        }
    }

    private static void stopIfKilled() {
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.killTaskIfInterrupted();
        }
    }

    private static Refusal unreadable(StoredObject file, long rows, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                Refusal ofStore = StorageErrors.cannotRead(file.uri(), io);
                if (ofStore.exitCode() == ExitCode.PERMISSION_DENIED) {
                    return ofStore;
                }
            }
        }
        return new Refusal(
                ExitCode.DELIVERY_UNREADABLE,
                "Cannot read " + StorageErrors.shown(file.uri()) + ": reading ended in an error after "
                        + (rows == 1 ? "1 row" : rows + " rows") + " (" + e
                        + "). Run again; if it stays, wait for the next delivery, or ask AWS support to deliver the "
                        + "period again.",
                e);
    }

    private static PartitionedFile whole(StoredObject file) {
        return new PartitionedFile(
                new GenericInternalRow(0),
                SparkPath.fromPath(Storage.path(file.uri())),
                0,
                file.size(),
                new String[0],
                0,
                file.size(),
                Map$.MODULE$.empty());
    }

    private static Map<String, String> options() {
        return Map.from(CollectionConverters.asScala(java.util.Map.of(
                FileFormat$.MODULE$.OPTION_RETURNING_BATCH(),
                "true",
                ParquetOptions$.MODULE$.DATETIME_REBASE_MODE(),
                "CORRECTED",
                ParquetOptions$.MODULE$.INT96_REBASE_MODE(),
                "CORRECTED")));
    }

    private static <T> Seq<T> seq() {
        return CollectionConverters.asScala(java.util.List.<T>of()).toSeq();
    }

    /** What Spark's reader gives, which claims to be rows; closes the file also where reading it ends early. */
    private record Batches(Iterator<?> iterator) implements Closeable {
        boolean hasNext() {
            return iterator.hasNext();
        }

        ColumnarBatch next() {
            return (ColumnarBatch) iterator.next();
        }

        @Override
        public void close() throws IOException {
            if (iterator instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }

    /** Spark's reader with settings of its own in place of the session's. */
    private static final class SameEverywhere extends ParquetFileFormat {
        @Override
        public SQLConf getSqlConf(SparkSession session) {
            SQLConf settings = new SQLConf();
            settings.setConfString("spark.sql.parquet.enableVectorizedReader", "true");
            settings.setConfString("spark.sql.parquet.binaryAsString", "true");
            settings.setConfString("spark.sql.parquet.inferTimestampNTZ.enabled", "false");
            settings.setConfString("spark.sql.caseSensitive", "true");
            settings.setConfString("spark.sql.session.timeZone", "UTC");
            return settings;
        }
    }
}
