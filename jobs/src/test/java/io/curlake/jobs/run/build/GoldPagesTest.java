package io.curlake.jobs.run.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.TablePage;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the gold tables say what the tables are. */
class GoldPagesTest {
    @TempDir
    private static Path folder;

    private static SampleWarehouse sample;

    @BeforeAll
    static void sampleIsBuilt() throws IOException {
        Path teams = Files.writeString(folder.resolve("teams.csv"), """
                kind,key,pattern,team
                tag,Team,pay*,Payments
                tag,Team,search,Search
                account,,111122223333,Platform
                shared,,proportional,Platform
                """);
        sample = SampleWarehouse.loaded(
                folder, ExportFormat.CUR2_PARQUET, 5, spec -> spec.withSize(6, 1, 3_000), """
                budgets:
                  - {name: everything, amount: 100, currency: USD}
                showback: {teams: %s}
                """.formatted(teams));
        assertThat(sample.build().exitCode().code()).isZero();
        TablePage.register(sample.test());
    }

    static Stream<TableName> gold() {
        return Arrays.stream(TableName.values())
                .filter(table -> List.of(table.schema().fieldNames()).contains("load_id"))
                .filter(table ->
                        !List.of(TableName.DELIVERY, TableName.RECONCILIATION).contains(table));
    }

    @ParameterizedTest
    @MethodSource("gold")
    void aPageNamesEveryColumnAndTwoQueriesThatRun(TableName table) {
        TablePage page = TablePage.of(table);

        page.requireEveryColumn();
        page.requireQueriesThatRun(sample.test().warehouse().spark());
        assertThat(page.text()).containsAnyOf("**Invariant.**", "**Equals", "**What it equals.**", "**Grain.** Source");
    }

    @ParameterizedTest
    @MethodSource("gold")
    void theIndexListsTheTable(TableName table) {
        TablePage.of(table).requireALineInTheIndex();
    }

    /** A charge has no key. */
    static Stream<TableName> withAGrain() {
        return gold().filter(table -> !table.equals(TableName.FOCUS_COST_AND_USAGE));
    }

    @ParameterizedTest
    @MethodSource("withAGrain")
    void aGrainIsUnique(TableName table) {
        List<String> amounts = Arrays.stream(table.schema().fields())
                .filter(field -> !List.of("string", "date", "boolean")
                        .contains(field.dataType().typeName()))
                .map(StructField::name)
                .toList();
        Dataset<Row> keys = sample.test().read(table).drop(amounts.toArray(String[]::new));

        assertThat(keys.distinct().count()).isEqualTo(keys.count());
    }

    @Test
    void noTableOfTheSampleIsEmptySoThatTheseTestsSaySomething() {
        assertThat(gold())
                .allSatisfy(table -> assertThat(sample.test().read(table).count())
                        .as(table.tableName())
                        .isPositive());
    }

    @Test
    void teamsHaveTheWholeCost() {
        assertThat(totals(TableName.TEAM_COST)).isEqualTo(totals(TableName.DAILY_COST));
        assertThat(sample.texts(TableName.TEAM_COST, "team"))
                .contains("Payments", "Search", "")
                .doesNotContain("Platform");
    }

    private static List<Row> totals(TableName table) {
        return sample.test()
                .read(table)
                .filter("unblended_cost <> 0 OR net_amortized_cost <> 0")
                .groupBy("usage_date", "usage_account_id", "product_code", "currency")
                .agg(
                        org.apache.spark.sql.functions.sum("unblended_cost"),
                        org.apache.spark.sql.functions.sum("net_amortized_cost"))
                .orderBy("usage_date", "usage_account_id", "product_code", "currency")
                .collectAsList();
    }

    @Test
    void coveredUsageAndCommitmentsAddUp() {
        Dataset<Row> off = sample.test()
                .read(TableName.COMMITMENT_DAILY)
                .filter("commitment_type = 'Savings Plan'")
                .filter(
                        "covered_cost + negation <> 0 "
                                + "OR (owner_is_connected AND committed_cost <> used_cost + unconnected_used_cost + unused_cost)");

        assertThat(off.collectAsList()).isEmpty();
    }

    @Test
    void containersAddUpToTheirInstances() {
        Row containers = sample.test()
                .read(TableName.DAILY_CONTAINER_COST)
                .selectExpr("sum(split_cost + unused_cost)")
                .first();
        sample.test().read(TableName.LINE_ITEM).createOrReplaceTempView("line_item");
        Row instances = sample.test()
                .warehouse()
                .spark()
                .sql("SELECT sum(cast(round(line_item_unblended_cost, 12) AS DECIMAL(38,18))) FROM line_item "
                        + "WHERE line_item_line_item_type = 'Usage' AND line_item_resource_id IN "
                        + "(SELECT split_line_item_parent_resource_id FROM line_item "
                        + "WHERE split_line_item_parent_resource_id <> '')")
                .first();

        assertThat(containers.getDecimal(0))
                .isEqualByComparingTo(instances.getDecimal(0))
                .isPositive();
    }
}
