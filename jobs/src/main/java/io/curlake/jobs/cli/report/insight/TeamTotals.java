package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.amount;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What a team cost in a period of a source.
 *
 * @param own its own net amortized cost, or nobody's
 * @param shared its part of shared teams' net amortized cost
 * @param unblended of both
 */
public record TeamTotals(Key key, BigDecimal own, BigDecimal shared, BigDecimal unblended) {

    /** Whose, when and in which currency. */
    public record Key(String source, String period, String currency, String team) {
        /** What is nobody's stands last. */
        static final Comparator<Key> ORDER = Comparator.comparing(Key::source)
                .thenComparing(Key::currency)
                .thenComparing((Key key) -> key.team().isEmpty())
                .thenComparing(Key::team);
    }

    public static List<TeamTotals> of(List<Row> rows) {
        Map<Key, TeamTotals> totals = new TreeMap<>(Key.ORDER);
        for (Row row : rows) {
            Key key =
                    new Key(row.getAs("source"), row.getAs("billing_period"), row.getAs("currency"), row.getAs("team"));
            totals.merge(key, of(key, row), TeamTotals::plus);
        }
        return List.copyOf(totals.values());
    }

    private static TeamTotals of(Key key, Row row) {
        BigDecimal cost = amount(row, "net_amortized_cost");
        boolean isShared = row.getAs("kind").equals("shared");
        return new TeamTotals(
                key,
                isShared ? BigDecimal.ZERO : cost,
                isShared ? cost : BigDecimal.ZERO,
                amount(row, "unblended_cost"));
    }

    private TeamTotals plus(TeamTotals other) {
        return new TeamTotals(key, own.add(other.own), shared.add(other.shared), unblended.add(other.unblended));
    }

    BigDecimal netAmortized() {
        return own.add(shared);
    }

    public static String json(List<Row> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "showback");
        ArrayNode teams = json.putArray("teams");
        of(rows).forEach(total -> teams.addObject()
                .put("source", total.key().source())
                .put("billing_period", total.key().period())
                .put("team", total.key().team())
                .put("currency", total.key().currency())
                .put("own_net_amortized_cost", Money.plain(total.own()))
                .put("shared_net_amortized_cost", Money.plain(total.shared()))
                .put("net_amortized_cost", Money.plain(total.netAmortized()))
                .put("unblended_cost", Money.plain(total.unblended())));
        return json.toString();
    }
}
