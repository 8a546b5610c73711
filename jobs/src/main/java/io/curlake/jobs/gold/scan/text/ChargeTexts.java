package io.curlake.jobs.gold.scan.text;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.column.TextCodes;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** The texts of the charges of a file, batch by batch; a text is worked out when it is asked for. */
public final class ChargeTexts {
    private static final Pattern ZONE = Pattern.compile("^([a-z]{2}(?:-[a-z]+)+-\\d)[a-z]$");
    private static final Pattern CLUSTER_OF_ARN = Pattern.compile(":(?:pod|task)/([^/]+)/");
    private static final Pattern NAMESPACE_OF_ARN = Pattern.compile(":pod/[^/]+/([^/]+)/");

    private final BatchColumns columns;
    private final Map<ChargeText, Vocabulary> vocabularies = new EnumMap<>(ChargeText.class);
    private final Map<ChargeText, TextSource> sources = new EnumMap<>(ChargeText.class);
    private final Map<ChargeText, int[]> codes = new EnumMap<>(ChargeText.class);
    private final Kinds kinds;
    private final Days days;
    private @Nullable ColumnarBatch batch;
    private ChargeKind[] kindsOfBatch = {};
    private int[] daysOfBatch = {};

    /**
     * @param columns is asked for those that the texts are made of
     * @param maps those of the file
     */
    public ChargeTexts(BatchColumns columns, BillingPeriod period, FileMaps maps) {
        this.columns = columns;
        this.kinds = new Kinds(columns);
        this.days = new Days(columns, period);
        for (ChargeText text : ChargeText.values()) {
            vocabularies.put(text, new Vocabulary());
        }
        for (ChargeText text : ChargeText.values()) {
            sources.put(text, source(text, maps));
        }
    }

    /** Takes the next batch in place of the one before. Maps are read in step with it. */
    public void read(ColumnarBatch next) {
        batch = next;
        codes.clear();
        kindsOfBatch = kinds.read(next);
        daysOfBatch = days.read(next);
        codes(ChargeText.LABELS);
        codes(ChargeText.REGION);
    }

    /** The code of each row of the batch, in an array that may be longer. */
    public int[] codes(ChargeText text) {
        return codes.computeIfAbsent(
                text, t -> Objects.requireNonNull(sources.get(t)).read(Objects.requireNonNull(batch)));
    }

    public Vocabulary vocabulary(ChargeText text) {
        return Objects.requireNonNull(vocabularies.get(text));
    }

    /** The kind of each row of the batch, in an array that may be longer. */
    public ChargeKind[] kinds() {
        return kindsOfBatch;
    }

    /** The UTC day that the usage of each row of the batch began on, as days since 1970. */
    public int[] days() {
        return daysOfBatch;
    }

    private TextSource source(ChargeText text, FileMaps maps) {
        return switch (text) {
            case PAYER_ACCOUNT_ID -> column(text, BILL_PAYER_ACCOUNT_ID);
            case USAGE_ACCOUNT_ID -> firstOf(text, LINE_ITEM_USAGE_ACCOUNT_ID, BILL_PAYER_ACCOUNT_ID);
            case USAGE_ACCOUNT_NAME ->
                TextSource.whereEmpty(
                        column(new Vocabulary(), LINE_ITEM_USAGE_ACCOUNT_ID),
                        column(text, BILL_PAYER_ACCOUNT_NAME),
                        column(text, LINE_ITEM_USAGE_ACCOUNT_NAME));
            case PRODUCT_CODE -> column(text, LINE_ITEM_PRODUCT_CODE);
            case SERVICE -> firstOf(text, PRODUCT_SERVICECODE, LINE_ITEM_PRODUCT_CODE);
            case REGION -> region(maps);
            case LINE_ITEM_TYPE -> column(text, LINE_ITEM_LINE_ITEM_TYPE);
            case PURCHASE_OPTION ->
                new PurchaseOptions(
                        this::kinds, of(ChargeText.USAGE_TYPE), vocabulary(ChargeText.USAGE_TYPE), vocabulary(text));
            case USAGE_TYPE -> column(text, LINE_ITEM_USAGE_TYPE);
            case RESOURCE_ID -> column(text, LINE_ITEM_RESOURCE_ID);
            case COMMITMENT_ARN -> firstOf(text, SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, RESERVATION_RESERVATION_A_R_N);
            case INVOICE_ID -> column(text, BILL_INVOICE_ID);
            case CHARGE_CATEGORY ->
                mapped(
                        text,
                        ChargeText.LINE_ITEM_TYPE,
                        type -> ChargeCategory.of(ChargeKind.of(type, "")).text());
            case OUT_OF_PERIOD -> days.outOfPeriod(vocabulary(text));
            case PRICING_UNIT -> column(text, LineItemColumn.PRICING_UNIT);
            case FROM_LOCATION -> firstOf(text, PRODUCT_FROM_REGION_CODE, PRODUCT_FROM_LOCATION);
            case TO_LOCATION -> firstOf(text, PRODUCT_TO_REGION_CODE, PRODUCT_TO_LOCATION);
            case TRAFFIC -> traffic();
            case CLUSTER ->
                TextSource.firstOf(
                        TextSource.firstOf(label(text, "eks_cluster_name"), label(text, "ecs_cluster_name")),
                        partOfResource(text, CLUSTER_OF_ARN));
            case NAMESPACE -> TextSource.firstOf(label(text, "eks_namespace"), partOfResource(text, NAMESPACE_OF_ARN));
            case WORKLOAD_TYPE -> label(text, "eks_workload_type");
            case WORKLOAD -> TextSource.firstOf(label(text, "eks_workload_name"), label(text, "ecs_service_name"));
            case RUNS_ON -> new RunsOn(columns, vocabulary(text));
            case LABELS -> maps.labels(vocabulary(text));
            case CURRENCY -> column(text, LINE_ITEM_CURRENCY_CODE);
        };
    }

    /** Availability zones tell the region of usage whose product states none. */
    private TextSource region(FileMaps maps) {
        Vocabulary regions = vocabulary(ChargeText.REGION);
        Vocabulary zones = new Vocabulary();
        TextSource ofZone =
                TextSource.mapped(column(zones, LINE_ITEM_AVAILABILITY_ZONE), zones, regions, zone -> part(ZONE, zone));
        return TextSource.firstOf(
                maps.regions(regions).orElseGet(() -> column(ChargeText.REGION, PRODUCT_REGION_CODE)), ofZone);
    }

    private TextSource traffic() {
        TextSource ofUsageType = mapped(
                ChargeText.TRAFFIC,
                ChargeText.USAGE_TYPE,
                type -> UsageTypes.isTraffic(type) ? UsageTypes.traffic(type) : "");
        TextSource ofAnyUsageType = mapped(ChargeText.TRAFFIC, ChargeText.USAGE_TYPE, UsageTypes::traffic);
        Vocabulary isTransfer = new Vocabulary();
        TextSource isTransferService = TextSource.mapped(
                of(ChargeText.SERVICE),
                vocabulary(ChargeText.SERVICE),
                isTransfer,
                service -> service.equals("AWSDataTransfer") ? ChargeText.YES : "");
        return TextSource.whereEmpty(isTransferService, ofUsageType, ofAnyUsageType);
    }

    /** A label that AWS gives containers. Source: "split cost allocation data" of the CUR user guide, 2026-11. */
    private TextSource label(ChargeText text, String name) {
        return mapped(text, ChargeText.LABELS, labels -> Labels.of(labels).value(RESOURCE_TAGS, "aws_" + name));
    }

    /** Of {@code …:pod/cluster/namespace/pod/uid} or {@code …:task/cluster/task}. */
    private TextSource partOfResource(ChargeText text, Pattern pattern) {
        return mapped(text, ChargeText.RESOURCE_ID, arn -> part(pattern, arn));
    }

    private static String part(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private TextSource mapped(ChargeText text, ChargeText from, UnaryOperator<String> mapping) {
        return TextSource.mapped(of(from), vocabulary(from), vocabulary(text), mapping);
    }

    private TextSource firstOf(ChargeText text, LineItemColumn first, LineItemColumn second) {
        return TextSource.firstOf(column(text, first), column(text, second));
    }

    private TextSource of(ChargeText text) {
        return ignored -> codes(text);
    }

    private TextSource column(ChargeText text, LineItemColumn column) {
        return column(vocabulary(text), column);
    }

    private TextSource column(Vocabulary vocabulary, LineItemColumn column) {
        return TextSource.of(TextCodes.at(columns.position(column), vocabulary));
    }
}
