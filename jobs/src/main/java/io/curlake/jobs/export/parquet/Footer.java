package io.curlake.jobs.export.parquet;

import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;

/**
 * What is kept of a file's footer.
 *
 * @param columns as Spark reads them
 * @param misfit why the file's schema is not that of {@code line_item}
 */
public record Footer(long rows, StructType columns, Optional<String> misfit, FooterNulls nulls) {
    public static Footer of(ParquetMetadata footer) {
        StructType columns = columns(footer);
        return new Footer(
                footer.getBlocks().stream()
                        .mapToLong(BlockMetaData::getRowCount)
                        .sum(),
                columns,
                SchemaFit.misfit(footer.getFileMetaData().getSchema(), columns),
                FooterNulls.of(footer));
    }

    /** Plain binary counts as text, and a time without a zone as UTC: both have been seen in deliveries. */
    private static StructType columns(ParquetMetadata footer) {
        return new ParquetToSparkSchemaConverter(true, true, true, false, true, false, false, false)
                .convert(footer.getFileMetaData().getSchema());
    }
}
