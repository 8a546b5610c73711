package io.curlake.jobs.gold.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.gold.focus.rule.FocusData;
import io.curlake.jobs.gold.focus.rule.FocusRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The rules of FOCUS over a table {@code focus_cost_and_usage} that somebody built, whose folder the property names. Fails
 * with the rules that do not hold, each with the number of its rows by line item type and one of them.
 */
class FocusOfWarehouseTest {
    @Test
    @EnabledIfSystemProperty(named = "curlake.test.focus", matches = ".+")
    void everyRuleHolds() {
        FocusData charges =
                FocusData.of(TestSpark.session().read().format("delta").load(System.getProperty("curlake.test.focus")));
        List<String> sources = charges.rows().stream()
                .map(row -> row.<String>getAs("source"))
                .distinct()
                .sorted()
                .toList();
        Map<String, String> broken = new TreeMap<>();
        for (String source : sources) {
            FocusData ofSource =
                    charges.only("source", source).without("source", "billing_period", "delivery_id", "load_id");
            new FocusRules()
                    .violations(ofSource)
                    .forEach((rule, rows) -> broken.put(source + " " + rule, byType(rows) + ", as " + rows.get(0)));
        }

        assertThat(broken).isEmpty();
    }

    private static Map<String, Long> byType(List<String> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.split(" ", 2)[0], TreeMap::new, Collectors.counting()));
    }
}
