package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.sums.KeptCosts;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * The valued rest of a delivery: what is not kept, summed exactly by file, by whether it was rejected, and by
 * {@link CostGrain}.
 */
public final class UnconnectedCost implements Rest {
    private static final String REJECTED = "_rejected";
    private static final String TAGS_LOW = "_tags_low";
    private static final String TAGS_HIGH = "_tags_high";
    private static final Map<String, LineItemColumn> TEXTS = new java.util.LinkedHashMap<>();

    static {
        TEXTS.put("usage_account_id", LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID);
        TEXTS.put("usage_account_name", LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME);
        TEXTS.put("product_code", LineItemColumn.LINE_ITEM_PRODUCT_CODE);
        TEXTS.put("line_item_type", LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE);
        TEXTS.put("billing_entity", LineItemColumn.BILL_BILLING_ENTITY);
        TEXTS.put("invoice_id", LineItemColumn.BILL_INVOICE_ID);
    }

    private final Dataset<Row> sums;

    private UnconnectedCost(Dataset<Row> sums) {
        this.sums = sums;
    }

    /** Plans one scan of the columns that the grain and the costs need; what it finds stays cached until it is closed. */
    public static UnconnectedCost of(SortedLineItems lineItems) {
        return new UnconnectedCost(sums(lineItems.rest()).persist(StorageLevel.MEMORY_AND_DISK()));
    }

    static Dataset<Row> sums(Dataset<Row> rest) {
        Set<String> present = Set.of(rest.columns());
        List<Column> grain = new ArrayList<>();
        grain.add(col(Provenance.FILE));
        grain.add(col(Provenance.REASON).isNotNull().as(REJECTED));
        grain.add(day(present));
        TEXTS.forEach((name, column) -> grain.add(text(present, column).as(name)));
        grain.add(commitment(present).as("commitment_arn"));
        grain.add(text(present, LineItemColumn.LINE_ITEM_CURRENCY_CODE).as("currency"));
        Column tags = TagsHash.ofRow(present);
        return rest.groupBy(grain.toArray(Column[]::new))
                .agg(
                        count(lit(1)).as("rows"),
                        CostSums.of(rest).as("costs"),
                        TagsHash.lowSum(tags).as(TAGS_LOW),
                        TagsHash.highSum(tags).as(TAGS_HIGH))
                .select("*", "costs.*")
                .drop("costs");
    }

    @Override
    public List<FileAmounts> unconnected() {
        return byFile(sums.filter(col(REJECTED).unary_$bang()));
    }

    @Override
    public List<FileAmounts> rejected() {
        return byFile(sums.filter(col(REJECTED)));
    }

    @Override
    public Dataset<Row> costs() {
        return costsAndTags().drop(CostGrain.TAGS_HASH);
    }

    @Override
    public Dataset<Row> costsWith(KeptCosts kept) {
        return kept.costs().unionByName(costsAndTags());
    }

    private Dataset<Row> costsAndTags() {
        return costsAndTags(sums);
    }

    /** What is not rejected, of all files together, in the columns of {@link CostGrain}. */
    static Dataset<Row> costsAndTags(Dataset<Row> sums) {
        List<Column> grain = CostGrain.KEY.stream().map(name -> col(name)).toList();
        Column[] aggregates = Stream.concat(
                        measures(sums),
                        Stream.of(sum(TAGS_LOW).as(TAGS_LOW), sum(TAGS_HIGH).as(TAGS_HIGH)))
                .toArray(Column[]::new);
        return sums.filter(col(REJECTED).unary_$bang())
                .groupBy(grain.toArray(Column[]::new))
                .agg(sum("rows").as("rows"), aggregates)
                .withColumn(CostGrain.TAGS_HASH, TagsHash.ofGroup(col(TAGS_LOW), col(TAGS_HIGH)))
                .drop(TAGS_LOW, TAGS_HIGH);
    }

    @Override
    public Map<AccountAndType, Long> unconnectedRows() {
        Map<AccountAndType, Long> rows = new HashMap<>();
        sums.filter(col(REJECTED).unary_$bang())
                .groupBy("usage_account_id", "line_item_type")
                .agg(sum("rows"))
                .collectAsList()
                .forEach(row -> rows.put(new AccountAndType(row.getString(0), row.getString(1)), row.getLong(2)));
        return rows;
    }

    @Override
    public void close() {
        sums.unpersist(false);
    }

    private static List<FileAmounts> byFile(Dataset<Row> sums) {
        return summed(sums, List.of(col(Provenance.FILE), col("currency"))).collectAsList().stream()
                .map(row -> new FileAmounts(row.getInt(0), row.getString(1), amounts(row)))
                .toList();
    }

    private static CostAmounts amounts(Row row) {
        List<BigDecimal> amounts =
                IntStream.range(3, row.size()).mapToObj(row::getDecimal).toList();
        return new CostAmounts(row.getLong(2), amounts);
    }

    private static Dataset<Row> summed(Dataset<Row> sums, List<Column> grain) {
        return sums.groupBy(grain.toArray(Column[]::new))
                .agg(sum("rows").as("rows"), measures(sums).toArray(Column[]::new));
    }

    private static Stream<Column> measures(Dataset<Row> sums) {
        return Arrays.stream(CostColumn.values())
                .map(CostColumn::measure)
                .map(measure -> sum(measure)
                        .cast(sums.schema().apply(measure).dataType())
                        .as(measure));
    }

    private static Column day(Set<String> present) {
        String start = LineItemColumn.LINE_ITEM_USAGE_START_DATE.columnName();
        Column day = present.contains(start) ? to_date(col(start)) : lit(null).cast(DataTypes.DateType);
        return day.as("usage_date");
    }

    private static Column commitment(Set<String> present) {
        return coalesce(
                nullif(text(present, LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N), lit("")),
                text(present, LineItemColumn.RESERVATION_RESERVATION_A_R_N));
    }

    private static Column text(Set<String> present, LineItemColumn column) {
        return present.contains(column.columnName()) ? coalesce(col(column.columnName()), lit("")) : lit("");
    }
}
