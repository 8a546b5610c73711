package io.curlake.jobs.export.parquet;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.Type;

/**
 * What a footer says about NULLs where {@code line_item} holds '', 0.0 or {}: a time that is absent stays NULL, and a
 * column that this version does not know stays as it is.
 *
 * @param certain columns that hold NULLs
 * @param possible columns of which the footer does not tell
 */
public record FooterNulls(Set<String> certain, Set<String> possible) {
    public static FooterNulls of(ParquetMetadata footer) {
        FooterNulls nulls = new FooterNulls(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Type field : footer.getFileMetaData().getSchema().getFields()) {
            if (field.isRepetition(Type.Repetition.OPTIONAL) && isFilled(field.getName())) {
                nulls.add(field, footer);
            }
        }
        return nulls;
    }

    private static boolean isFilled(String column) {
        return LineItemColumn.named(column)
                .map(c -> c.type() != ColumnType.TIMESTAMP)
                .orElse(false);
    }

    private void add(Type field, ParquetMetadata footer) {
        for (BlockMetaData rowGroup : footer.getBlocks()) {
            Optional<Long> count = field.isPrimitive() ? count(rowGroup, field.getName()) : Optional.empty();
            if (count.isEmpty()) {
                possible.add(field.getName());
            } else if (count.get() > 0) {
                certain.add(field.getName());
            }
        }
    }

    private static Optional<Long> count(BlockMetaData rowGroup, String column) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            if (chunk.getPath().toDotString().equals(column)) {
                Statistics<?> statistics = chunk.getStatistics();
                return statistics != null && statistics.isNumNullsSet()
                        ? Optional.of(statistics.getNumNulls())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
