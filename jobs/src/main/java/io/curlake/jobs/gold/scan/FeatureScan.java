package io.curlake.jobs.gold.scan;

import io.curlake.jobs.gold.scan.text.BatchColumns;
import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.lineitem.scan.column.Amounts;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Finds out what the charges of a file have at all. */
public final class FeatureScan {
    private static final List<LineItemColumn> NET_COSTS = List.of(
            LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST,
            LineItemColumn.RESERVATION_NET_EFFECTIVE_COST,
            LineItemColumn.SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST);

    private final BatchColumns columns = new BatchColumns();
    private final TextCodes region =
            TextCodes.at(columns.position(LineItemColumn.PRODUCT_REGION_CODE), new Vocabulary());
    private final List<Amounts> netCosts = NET_COSTS.stream()
            .map(column -> Amounts.at(columns.position(column)))
            .toList();
    private final RowMask mask;
    private final Set<Feature> found = EnumSet.noneOf(Feature.class);
    private long position;

    /** What decides how charges are read. */
    public enum Feature {
        /** Regions in a column of their own; older exports have them among the product attributes. */
        REGION_CODE,
        /** Costs after discounts. */
        NET_COST
    }

    /** @param mask the rows that are not charges of anybody's */
    public FeatureScan(RowMask mask) {
        this.mask = mask;
    }

    /** The columns of the batches. */
    public StructType columns() {
        return columns.schema();
    }

    /** Takes the next rows of the file. */
    public void add(ColumnarBatch batch) {
        int[] regions = region.read(batch);
        List<double[]> costs = netCosts.stream()
                .map(column -> column.read(batch))
                .filter(amounts -> amounts.length > 0)
                .toList();
        int[] rows = mask.visible(position, batch.numRows());
        if (!Vocabulary.areEmpty(regions, rows)) {
            found.add(Feature.REGION_CODE);
        }
        if (costs.stream().anyMatch(amounts -> Arrays.stream(rows).anyMatch(row -> amounts[row] != 0.0))) {
            found.add(Feature.NET_COST);
        }
        position += batch.numRows();
    }

    public Set<Feature> features() {
        return Set.copyOf(found);
    }
}
