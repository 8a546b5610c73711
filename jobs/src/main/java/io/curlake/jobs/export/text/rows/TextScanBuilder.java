package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.TextFile;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Narrows the scan to the columns that a query needs. */
final class TextScanBuilder implements SupportsPushDownRequiredColumns {
    private final List<TextFile> files;
    private TextRowReaders readers;

    TextScanBuilder(TextRowReaders readers, List<TextFile> files) {
        this.readers = readers;
        this.files = files;
    }

    @Override
    public void pruneColumns(StructType requiredSchema) {
        readers = readers.only(requiredSchema);
    }

    @Override
    public Scan build() {
        return new FileScan(readers, files);
    }

    private record FileScan(TextRowReaders readers, List<TextFile> files) implements Scan, Batch {
        @Override
        public StructType readSchema() {
            return readers.schema();
        }

        @Override
        public String description() {
            return "billing text, " + files.size() + " files, "
                    + readers.schema().size() + " columns";
        }

        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            return FileGroup.spread(files).toArray(new InputPartition[0]);
        }

        @Override
        public PartitionReaderFactory createReaderFactory() {
            return readers;
        }
    }
}
