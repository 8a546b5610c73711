package io.curlake.jobs.sample.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code truth.json}: what the newest delivery of every period holds.
 *
 * <pre>{@code
 * {"periods": [
 *   {"billing_period": "2026-09", "delivery": "6b622448-…", "rows": 10000,
 *    "totals": [{"currency": "USD", "rows": 10000, "unblended_cost": "12345.67", …}],
 *    "groups": [{"account": "000012345678", "line_item_type": "Usage", "currency": "USD", "rows": 123,
 *                "unblended_cost": "1.0", …}]}]}
 * }</pre>
 *
 * Periods are sorted, groups by account, type and currency. Every total and group has all six cost columns of the
 * ledger as plain decimal text without trailing zeros: each amount's shortest decimal, rounded to 18 places, then summed
 * exactly. {@code account} is empty where line items name none.
 */
public final class TruthFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, JsonNode> periods = new TreeMap<>();

    /** A file without periods. */
    public TruthFile() {}

    /** Throws UncheckedIOException for what is no truth.json. */
    public static TruthFile parse(byte[] content) {
        TruthFile file = new TruthFile();
        try {
            for (JsonNode period : JSON.readTree(content).get("periods")) {
                file.periods.put(period.get("billing_period").asText(), period);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Sets what a period holds, replacing what an earlier delivery held. */
    public void put(BillingPeriod period, String delivery, Truth truth) {
        ObjectNode node = JSON.createObjectNode();
        node.put("billing_period", period.toString()).put("delivery", delivery).put("rows", truth.rows());
        ArrayNode totals = node.putArray("totals");
        for (Map.Entry<String, TruthSums> total : truth.totals().entrySet()) {
            add(totals.addObject().put("currency", total.getKey()), total.getValue());
        }
        ArrayNode groups = node.putArray("groups");
        for (Map.Entry<TruthKey, TruthSums> group : truth.groups().entrySet()) {
            TruthKey key = group.getKey();
            ObjectNode object = groups.addObject()
                    .put("account", key.account())
                    .put("line_item_type", key.lineItemType())
                    .put("currency", key.currency());
            add(object, group.getValue());
        }
        periods.put(period.toString(), node);
    }

    public byte[] toBytes() {
        ObjectNode root = JSON.createObjectNode();
        periods.values().forEach(root.putArray("periods")::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode node, TruthSums sums) {
        node.put("rows", sums.rows());
        CostColumn[] columns = CostColumn.values();
        for (int i = 0; i < columns.length; i++) {
            node.put(columns[i].measure(), sums.total(i).stripTrailingZeros().toPlainString());
        }
    }
}
