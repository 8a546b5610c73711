package io.curlake.jobs.table.scan;

import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.storage.FileTasks;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.VectorFile;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The files of one partition of a table as its newest version names them, for scans that take column batches. */
public final class PartitionScan {
    private final SparkSession spark;
    private final Storage storage;
    private final String table;
    private final List<TableFile> files;

    /** @param table the folder of the table */
    public PartitionScan(SparkSession spark, Storage storage, String table, List<TableFile> files) {
        this.spark = spark;
        this.storage = storage;
        this.table = table;
        this.files = List.copyOf(files);
    }

    /** A file on an executor. */
    public record OpenFile(Storage storage, StoredObject object, ParquetBatches batches, RowMask mask) {}

    /** What is done with each file on an executor. */
    @FunctionalInterface
    public interface FileScan<R> extends Serializable {
        R of(OpenFile file);
    }

    /**
     * A result of each file, in no order, left on the executors until it is asked for.
     *
     * @param columns of the batches, of primitive types
     */
    public <R> JavaRDD<R> lazily(String description, StructType columns, FileScan<R> scan) {
        Task<R> task =
                new Task<>(storage, ParquetBatches.of(spark, columns), new VectorFile(storage, table), table, scan);
        return new FileTasks(spark, description).lazily(files, TableFile::size, task::run);
    }

    private record Task<R>(Storage storage, ParquetBatches batches, VectorFile vectors, String table, FileScan<R> scan)
            implements Serializable {
        R run(TableFile file) {
            StoredObject object = new StoredObject(file.uri(table), file.size(), "");
            return scan.of(new OpenFile(storage, object, batches, vectors.mask(file.maskIfAny())));
        }
    }
}
