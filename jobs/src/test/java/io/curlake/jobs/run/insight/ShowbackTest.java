package io.curlake.jobs.run.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line items with tags in all places where AWS puts them. */
class ShowbackTest {
    private static final String TAGS = "resource_tags";

    @TempDir
    Path folder;

    private TestWarehouse warehouse;

    @BeforeEach
    void writeLineItems() throws IOException {
        teams("""
                kind,key,pattern,team
                tag,CostTeam,web*,Web
                cost-category,Business Unit,labs,Labs
                account,,*7,Ops
                shared,,proportional,Ops
                """);
        warehouse = TestWarehouse.in(
                folder, ExportFormat.CUR2_PARQUET, "showback: {teams: %s}".formatted(folder.resolve("teams.csv")));
        new TestLineItems()
                .add("000000000042", "2026-11-01", 1, Map.of(TAGS, Map.of("user_cost_team", "web-eu")))
                .add("000000000042", "2026-11-01", 2, Map.of(TAGS, Map.of("user_costteam", "web")))
                .add("000000000042", "2026-11-01", 4, Map.of("tags", Map.of("resourceTags/CostTeam", "webshop")))
                .add("000000000042", "2026-11-02", 0.1, Map.of("cost_category", Map.of("business_unit", "labs")))
                .add("000000000042", "2026-11-02", 0.2, Map.of("tags", Map.of("costCategory/Business Unit", "labs")))
                .add("000000000042", "2026-11-02", 8, Map.of(TAGS, Map.of("user_cost_team", "intraweb")))
                .add("000000000007", "2026-11-03", 1, Map.of(TAGS, Map.of("user_cost_team", "")))
                .add("000000000007", "2026-11-03", 16, Map.of(TAGS, Map.of("user_cost_team", "web")))
                .add(
                        "000000000042",
                        "2026-11-03",
                        32,
                        Map.of(
                                "line_item_line_item_type",
                                "SavingsPlanCoveredUsage",
                                "savings_plan_savings_plan_effective_cost",
                                20.5))
                .write(warehouse, "2026-11", Net.ABSENT);
    }

    @Test
    void everyLineItemIsATeamsOrNobodysAndTheSumIsWhatWasKeptUntilRulesChange() throws IOException {
        refresh();

        assertThat(warehouse.texts(
                        TableName.TEAM_COST,
                        "concat_ws(' ', usage_date, team, kind, usage_account_id, unblended_cost, net_amortized_cost)"))
                .containsExactly(
                        "2026-11-01 Web own 000000000042 7.000000000000000000 7.000000000000000000",
                        "2026-11-02  unmapped 000000000042 8.000000000000000000 8.000000000000000000",
                        "2026-11-02 Labs own 000000000042 0.300000000000000000 0.300000000000000000",
                        "2026-11-03  unmapped 000000000042 32.000000000000000000 20.500000000000000000",
                        // 0.3 of 23.3.
                        "2026-11-03 Labs shared 000000000007 0.012875536480686695 0.012875536480686695",
                        "2026-11-03 Web own 000000000007 16.000000000000000000 16.000000000000000000",
                        "2026-11-03 Web shared 000000000007 0.987124463519313305 0.987124463519313305");
        Row sum = warehouse
                .read(TableName.TEAM_COST)
                .selectExpr("sum(unblended_cost)", "sum(net_amortized_cost)")
                .first();
        assertThat(sum.getDecimal(0)).isEqualByComparingTo(new BigDecimal("64.3"));
        assertThat(sum.getDecimal(1)).isEqualByComparingTo(new BigDecimal("52.8"));

        long first = version();
        refresh();
        assertThat(version()).isEqualTo(first);

        teams("kind,key,pattern,team\naccount,,*,All\n");
        refresh();
        assertThat(version()).isEqualTo(first + 1);
        assertThat(warehouse.texts(TableName.TEAM_COST, "team")).containsOnly("All");
    }

    /** No line item here has a net cost; one of an account that is not connected may. */
    @Test
    void netCostsAreThoseThatTheBuildDecided() {
        refresh();
        assertThat(netCosts()).isEqualByComparingTo("52.8");

        TestLineItems.recordBuilds(warehouse, Map.of("2026-11", Net.DELIVERED));
        refresh();

        assertThat(netCosts()).isZero();
        assertThat(warehouse.texts(TableName.TEAM_COST, "concat_ws(' ', delivery_id, load_id)"))
                .containsOnly("d-2026-11 l-2026-11");
    }

    @Test
    void aPeriodThatIsNotBuiltHasNoCostsByTeam() {
        TestLineItems.recordBuilds(warehouse, Map.of("2026-10", Net.ABSENT));

        refresh();

        assertThat(warehouse.warehouse().tables().exists(TableName.TEAM_COST)).isFalse();
    }

    private BigDecimal netCosts() {
        return warehouse
                .read(TableName.TEAM_COST)
                .selectExpr("sum(net_amortized_cost)")
                .first()
                .getDecimal(0);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve("teams.csv"));

        assertThatThrownBy(this::refresh)
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read teams from " + folder.resolve("teams.csv")
                        + ": there is no such file, or it cannot"
                        + " be read. Name another under 'showback.teams' of the configuration.");
    }

    private void teams(String content) throws IOException {
        Files.writeString(folder.resolve("teams.csv"), content);
    }

    private void refresh() {
        new Insights(warehouse.warehouse(), () -> {}).refresh("acme");
    }

    private long version() {
        return warehouse.table(TableName.TEAM_COST).version();
    }
}
