package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.storage.Storage;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/** What travels to the executors: how to reach the files and which columns to read. */
record TextRowReaders(Storage storage, TextDialect dialect, StructType schema) implements PartitionReaderFactory {
    TextRowReaders only(StructType required) {
        return new TextRowReaders(storage, dialect, required);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return new TextRowReader(this, ((FileGroup) partition).files().iterator());
    }
}
