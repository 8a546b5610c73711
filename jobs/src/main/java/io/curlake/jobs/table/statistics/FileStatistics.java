package io.curlake.jobs.table.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.lineitem.scan.column.ValueRange;
import io.curlake.jobs.table.log.Mask;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;

/**
 * A file's statistics as Delta keeps them for data skipping: the number of rows always, bounds of the skipping columns as
 * far as they are known. Source: Delta protocol, "Per-file Statistics", 2026.
 *
 * @param bounds by column
 */
public record FileStatistics(long rows, Map<String, Bounds> bounds) implements Serializable {
    /** The columns that most readers filter by; only these have bounds, because each of the others costs a pass. */
    public static final List<String> COLUMNS = List.of(
            "line_item_usage_account_id",
            "line_item_usage_start_date",
            "line_item_product_code",
            "line_item_line_item_type");

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Between which values all values lie.
     *
     * @param nulls the rows without a value
     */
    public record Bounds(String lower, String upper, long nulls) implements Serializable {}

    public FileStatistics {
        bounds = Map.copyOf(bounds);
    }

    public static FileStatistics of(ParquetMetadata footer) {
        return FooterBounds.of(footer);
    }

    /** The skipping columns without bounds. */
    public Set<String> unbounded() {
        Set<String> unbounded = new TreeSet<>(COLUMNS);
        unbounded.removeAll(bounds.keySet());
        return unbounded;
    }

    /** The same with what a scan of all rows found, where a footer told nothing. */
    public FileStatistics with(Map<String, ValueRange<String>> texts, Map<String, ValueRange<Instant>> times) {
        Map<String, Bounds> all = new LinkedHashMap<>();
        texts.forEach((column, range) -> {
            Binary least = Binary.fromString(range.minimum());
            Binary most = Binary.fromString(range.maximum());
            BoundText.lower(least)
                    .ifPresent(from -> BoundText.upper(most)
                            .ifPresent(to -> all.put(column, new Bounds(from, to, range.nulls()))));
        });
        times.forEach((column, range) -> all.put(
                column, new Bounds(BoundTime.lower(range.minimum()), BoundTime.upper(range.maximum()), range.nulls())));
        all.putAll(bounds);
        return new FileStatistics(rows, all);
    }

    public String json() {
        ObjectNode statistics = JSON.createObjectNode().put("numRecords", rows);
        ObjectNode minimums = statistics.putObject("minValues");
        ObjectNode maximums = statistics.putObject("maxValues");
        ObjectNode nulls = statistics.putObject("nullCount");
        for (String column : COLUMNS) {
            Bounds known = bounds.get(column);
            if (known != null) {
                minimums.put(column, known.lower());
                maximums.put(column, known.upper());
                nulls.put(column, known.nulls());
            }
        }
        return statistics.toString();
    }

    /**
     * The statistics of a file under a mask: they hold for all its rows, so that a minimum or maximum may be of a masked
     * one.
     */
    public static String under(Optional<Mask> mask, String statistics) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(statistics);
            json.remove("tightBounds");
            mask.ifPresent(m -> json.put("tightBounds", false));
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("statistics are JSON: " + statistics, e);
        }
    }
}
