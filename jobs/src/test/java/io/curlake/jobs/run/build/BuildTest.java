package io.curlake.jobs.run.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gold tables of every format, held against what the generator says that it wrote. */
class BuildTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void goldTablesHoldExactlyWhatWasGeneratedForConnectedAccounts(ExportFormat format) throws IOException {
        SampleWarehouse sample = SampleWarehouse.loaded(folder, format, 3, spec -> spec);

        BuildSummary summary = sample.build();

        assertThat(summary.periods())
                .allSatisfy(period -> assertThat(period.refusal()).isEmpty())
                .extracting(BuiltPeriod::status)
                .containsExactly(BuiltPeriod.Status.BUILT, BuiltPeriod.Status.BUILT);
        assertThat(new TreeSet<>(totals(sample, TableName.DAILY_COST))).isEqualTo(new TreeSet<>(truth(sample)));
        assertThat(sample.build().periods())
                .extracting(BuiltPeriod::status)
                .containsExactly(BuiltPeriod.Status.UNCHANGED, BuiltPeriod.Status.UNCHANGED);
        assertThat(sample.test()
                        .read(TableName.INVOICE)
                        .filter("unexplained_kept <> 0 OR unexplained_amortized <> 0 OR unexplained_net_amortized <> 0")
                        .collectAsList())
                .isEmpty();
        assertThat(sample.texts(TableName.GOLD_BUILD, "concat_ws(' ', billing_period, net_costs)"))
                .containsExactly("2026-09 false", "2026-10 true");
    }

    private static List<String> totals(SampleWarehouse sample, TableName table) {
        return sample
                .test()
                .read(table)
                .groupBy("billing_period", "usage_account_id", "line_item_type", "currency")
                .agg(
                        org.apache.spark.sql.functions.sum("rows"),
                        org.apache.spark.sql.functions.sum("unblended_cost"),
                        org.apache.spark.sql.functions.sum("blended_cost"),
                        org.apache.spark.sql.functions.sum("list_cost"))
                .collectAsList()
                .stream()
                .map(BuildTest::text)
                .toList();
    }

    private static String text(Row row) {
        return String.join(
                " ",
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                String.valueOf(row.getLong(4)),
                plain(row.getDecimal(5)),
                plain(row.getDecimal(6)),
                plain(row.getDecimal(7)));
    }

    private List<String> truth(SampleWarehouse sample) throws IOException {
        List<String> connected = sample.texts(TableName.CONNECTED_ACCOUNT, "account_id");
        List<String> truth = new ArrayList<>();
        for (JsonNode period : new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve("acme-billing/exports/acme-cur2/truth.json")))
                .get("periods")) {
            for (JsonNode group : period.get("groups")) {
                if (connected.contains(group.get("account").asText())) {
                    truth.add(String.join(
                            " ",
                            period.get("billing_period").asText(),
                            group.get("account").asText(),
                            group.get("line_item_type").asText(),
                            group.get("currency").asText(),
                            group.get("rows").asText(),
                            group.get("unblended_cost").asText(),
                            group.get("blended_cost").asText(),
                            group.get("public_on_demand_cost").asText()));
                }
            }
        }
        return truth;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
