package io.curlake.jobs.storage;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;

/** Parquet files by their exact names: their footers and their rows. */
public final class ParquetFiles {
    /** The column that says which file a row comes from. */
    public static final String FILE = PinnedFiles.FILE;

    private ParquetFiles() {}

    /**
     * What is to be known of the footers, in the order of the files, read several at once. A footer of hundred columns is
     * large: none is kept.
     */
    public static <T> List<T> footers(Storage storage, List<StoredObject> files, Function<ParquetMetadata, T> facts) {
        return files.parallelStream()
                .map(file -> facts.apply(footer(storage, file)))
                .toList();
    }

    /** The rows of files that all have the schema, each with its file's number in {@link #FILE}. */
    public static Dataset<Row> rows(SparkSession spark, StructType schema, List<NumberedFile> files) {
        PinnedFiles pinned = new PinnedFiles(files);
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .baseRelationToDataFrame(new HadoopFsRelation(
                        pinned,
                        pinned.partitionSchema(),
                        schema,
                        Option.empty(),
                        new ParquetFileFormat(),
                        Map$.MODULE$.empty(),
                        spark));
    }

    /** Reads the footer at once; the caller closes the reader. */
    public static ParquetFileReader open(Storage storage, StoredObject file) throws IOException {
        // Without options Parquet parses Hadoop's default settings anew for each file.
        return ParquetFileReader.open(
                HadoopInputFile.fromPath(Storage.path(file.uri()), storage.settings()),
                HadoopReadOptions.builder(storage.settings()).build());
    }

    private static ParquetMetadata footer(Storage storage, StoredObject file) {
        try (ParquetFileReader reader = open(storage, file)) {
            return reader.getFooter();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(file.uri(), e);
        } catch (RuntimeException e) {
            // Parquet reports a missing magic number or a cut footer as a plain RuntimeException.
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    "Cannot read " + StorageErrors.shown(file.uri()) + ": its " + file.size()
                            + " bytes are no complete Parquet file. Wait for the next delivery, or ask AWS support to "
                            + "deliver the period again.",
                    e);
        }
    }
}
