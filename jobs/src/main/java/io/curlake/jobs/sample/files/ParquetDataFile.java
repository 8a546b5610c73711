package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.storage.Storage;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Parquet as AWS writes it: snappy, one row group, dictionaries. Written without Spark's writer, so that the file gets
 * AWS's name at once and the task that writes it can sum it.
 */
final class ParquetDataFile implements DataFile {
    private final ParquetWriter<LineItem> writer;

    ParquetDataFile(List<ExportColumn> columns, Storage storage, String uri) throws IOException {
        this.writer = new Builder(columns, new StoredOutputFile(storage, uri))
                .withConf(storage.settings())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withSizeStatisticsEnabled(false) // newer than what AWS writes with
                .build();
    }

    @Override
    public void write(LineItem item) throws IOException {
        writer.write(item);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<LineItem, Builder> {
        private final List<ExportColumn> columns;

        Builder(List<ExportColumn> columns, OutputFile file) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract until Parquet 2
        protected WriteSupport<LineItem> getWriteSupport(Configuration settings) {
            return new LineItemWriteSupport(columns);
        }
    }
}
