package io.curlake.jobs.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.table.log.Mask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
 * A file's statistics as Delta keeps them for data skipping, taken from the Parquet footer: the number of rows always,
 * minimum and maximum of the skipping columns where every row group has them. Source: Delta protocol, "Per-file
 * Statistics", 2026.
 */
final class FooterStatistics {
    private static final JsonMapper JSON = new JsonMapper();

    private FooterStatistics() {}

    static String of(ParquetMetadata footer) {
        ObjectNode statistics = JSON.createObjectNode();
        statistics.put(
                "numRecords",
                footer.getBlocks().stream()
                        .mapToLong(BlockMetaData::getRowCount)
                        .sum());
        ObjectNode minimums = statistics.putObject("minValues");
        ObjectNode maximums = statistics.putObject("maxValues");
        ObjectNode nulls = statistics.putObject("nullCount");
        for (String column : TableName.SKIPPING_COLUMNS) {
            range(footer, column).ifPresent(range -> {
                minimums.put(column, range.minimum());
                maximums.put(column, range.maximum());
                nulls.put(column, range.nulls());
            });
        }
        return statistics.toString();
    }

    /**
     * The statistics of a file under a mask: they hold for all its rows, so that a minimum or maximum may be of a masked
     * one. Source: Delta protocol, "Per-file Statistics", {@code tightBounds}, 2026.
     */
    static String under(Optional<Mask> mask, String statistics) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(statistics);
            json.remove("tightBounds");
            mask.ifPresent(m -> json.put("tightBounds", false));
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("statistics are JSON: " + statistics, e);
        }
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
            Optional<Range> part = chunk(rowGroup, column).flatMap(FooterStatistics::range);
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
            return Optional.of(List.of(
                    time(instant(first, time).truncatedTo(ChronoUnit.MILLIS)), time(upwards(instant(last, time)))));
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

    /** Statistics hold milliseconds, and a maximum must not be below a value. */
    private static Instant upwards(Instant instant) {
        Instant truncated = instant.truncatedTo(ChronoUnit.MILLIS);
        return truncated.equals(instant) ? instant : truncated.plusMillis(1);
    }

    private static String time(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"));
    }
}
