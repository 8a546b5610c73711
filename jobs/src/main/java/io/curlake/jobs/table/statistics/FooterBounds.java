package io.curlake.jobs.table.statistics;

import io.curlake.jobs.table.statistics.FileStatistics.Bounds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Bounds of the skipping columns out of a Parquet footer: where every row group has them by the order of today
 * ({@code min_value}, {@code max_value}); the older kind compares text in a way that nobody can rely on.
 */
final class FooterBounds {
    private FooterBounds() {}

    static FileStatistics of(ParquetMetadata footer) {
        Map<String, Bounds> bounds = new HashMap<>();
        for (String column : FileStatistics.COLUMNS) {
            range(footer, column).ifPresent(r -> bounds.put(column, new Bounds(r.minimum(), r.maximum(), r.nulls())));
        }
        long rows = footer.getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
        return new FileStatistics(rows, bounds);
    }

    private record Range(String minimum, String maximum, long nulls) {
        Range with(Range other) {
            return new Range(
                    isBelow(minimum, other.minimum) ? minimum : other.minimum,
                    isBelow(maximum, other.maximum) ? other.maximum : maximum,
                    nulls + other.nulls);
        }

        /** As Delta compares text: byte by byte in UTF-8. */
        private static boolean isBelow(String one, String other) {
            return UTF8String.fromString(one).compareTo(UTF8String.fromString(other)) < 0;
        }
    }

    private static Optional<Range> range(ParquetMetadata footer, String column) {
        Optional<Range> whole = Optional.empty();
        for (BlockMetaData rowGroup : footer.getBlocks()) {
            Optional<Range> part = chunk(rowGroup, column).flatMap(FooterBounds::range);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            whole = whole.isEmpty() ? part : Optional.of(whole.get().with(part.get()));
        }
        return whole;
    }

    private static Optional<ColumnChunkMetaData> chunk(BlockMetaData rowGroup, String column) {
        return rowGroup.getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals(column))
                .findFirst();
    }

    private static Optional<Range> range(ColumnChunkMetaData chunk) {
        Statistics<?> statistics = chunk.getStatistics();
        if (statistics == null || !statistics.hasNonNullValue() || !statistics.isNumNullsSet()) {
            return Optional.empty();
        }
        Optional<List<String>> bounds = bounds(chunk, statistics);
        return bounds.map(b -> new Range(b.get(0), b.get(1), statistics.getNumNulls()));
    }

    private static Optional<List<String>> bounds(ColumnChunkMetaData chunk, Statistics<?> statistics) {
        Object minimum = statistics.genericGetMin();
        Object maximum = statistics.genericGetMax();
        LogicalTypeAnnotation type = chunk.getPrimitiveType().getLogicalTypeAnnotation();
        if (minimum instanceof Binary least && maximum instanceof Binary most) {
            return BoundText.lower(least).flatMap(from -> BoundText.upper(most).map(to -> List.of(from, to)));
        }
        if (minimum instanceof Long first
                && maximum instanceof Long last
                && type instanceof TimestampLogicalTypeAnnotation time) {
            return Optional.of(List.of(BoundTime.lower(instant(first, time)), BoundTime.upper(instant(last, time))));
        }
        return Optional.empty();
    }

    private static Instant instant(long value, TimestampLogicalTypeAnnotation type) {
        return switch (type.getUnit()) {
            case MILLIS -> Instant.EPOCH.plus(value, ChronoUnit.MILLIS);
            case MICROS -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
            case NANOS -> Instant.EPOCH.plusNanos(value);
        };
    }
}
