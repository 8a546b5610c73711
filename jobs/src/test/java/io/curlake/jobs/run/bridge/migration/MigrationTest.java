package io.curlake.jobs.run.bridge.migration;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.cli.gold.MigrationJson;
import io.curlake.jobs.cli.gold.MigrationReport;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.run.bridge.migration.ComparedPeriod.Verdict;
import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bill in two formats, as delivered and with planted differences. */
class MigrationTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @TempDir
    static Path folder;

    @TempDir
    Path copy;

    private static TwoExports exports;
    private static MigrationResult safe;

    @BeforeAll
    static void loadBothFormats() {
        exports = new TwoExports(folder)
                .delivered(1)
                .connected(TwoExports.CUR2, 3)
                .connected(TwoExports.LEGACY, 3)
                .loaded(TwoExports.CUR2, TwoExports.LEGACY)
                .built();
        safe = exports.compare();
    }

    @Test
    void oneBillInTwoFormatsIsTheSameInEveryMeasureTagAndResource() throws IOException {
        ComparedPeriod october = safe.periods().get(0);
        assertThat(october.concerns()).extracting(Concern::kind).containsExactly(Kind.OPEN);
        assertThat(october.concerns().get(0).names()).containsExactly("acme-legacy", "acme");
        assertThat(october.delivered()).hasSizeGreaterThan(40).allMatch(ComparedSum::isExact);
        assertThat(october.gold().costs())
                .hasSizeGreaterThan(3)
                .allMatch(ComparedSum::isExact)
                .allMatch(sum -> sum.measure("unblended_cost").from().signum() != 0);
        assertThat(october.gold().tags())
                .extracting(ComparedSum::value)
                .contains("resource_tag/team", "resource_tag/cost_center");
        assertThat(october.gold().tags()).allMatch(ComparedSum::isExact);
        assertThat(october.gold().resources())
                .singleElement()
                .matches(resources -> resources.both() > 100 && resources.onlyFrom() + resources.onlyTo() == 0);
        assertThat(safe.verdict()).isEqualTo(Verdict.SAFE);
        assertThat(safe.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode json = new ObjectMapper().readTree(MigrationJson.of(safe));
        assertThat(json.path("verdict").asText()).isEqualTo("safe");
        assertThat(json.path("periods").get(0).path("open").asBoolean()).isTrue();
        assertThat(json.path("periods")
                        .get(0)
                        .path("delivered")
                        .get(0)
                        .path("unblended_cost")
                        .path("difference"))
                .hasToString("\"0\"");
    }

    @Test
    void aMissingLineItemIsFoundAndNamed() {
        TwoExports other = exports.copiedTo(copy);
        Row lost = other.rows(TableName.DELIVERED_COST).stream()
                .filter(row -> row.<Long>getAs("rows") == 1
                        && row.<BigDecimal>getAs("unblended_cost").compareTo(CENT) > 0)
                .filter(row -> row.getAs("line_item_type").equals("Usage"))
                .findFirst()
                .orElseThrow();
        BigDecimal cost = lost.getAs("unblended_cost");
        Column isLost = TwoExports.KEY.stream()
                .map(name -> col(name).equalTo(lost.<Object>getAs(name)))
                .reduce(Column::and)
                .orElseThrow();

        other.plant(TableName.DELIVERED_COST, rows -> rows.filter(not(isLost)));

        MigrationResult result = other.compare();
        ComparedPeriod october = result.periods().get(0);
        assertThat(october.verdict()).isEqualTo(Verdict.NOT_SAFE);
        Concern concern = october.concerns().get(0);
        assertThat(concern)
                .isEqualTo(
                        Concern.valued(Kind.COST_DIFFERS, 1, List.of("unblended_cost"), Map.of("USD", cost.negate())));
        for (Dimension dimension : List.of(Dimension.ACCOUNT, Dimension.PRODUCT, Dimension.DAY)) {
            assertThat(october.delivered(dimension).stream().filter(sum -> !sum.isExact()))
                    .singleElement()
                    .matches(sum -> sum.value().equals(String.valueOf(lost.<Object>getAs(TwoExports.column(dimension))))
                            && sum.toRows() == sum.fromRows() - 1);
        }
        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(MigrationReport.of(result))
                .contains("✗ unblended_cost differs by -"
                        + cost.stripTrailingZeros().toPlainString()
                        + " USD, in 1 group of day, account, product and type. ")
                .containsPattern("\n2026-10: not safe: delivered cost differs\\. But the month is still open, and the "
                        + "deliveries were loaded \\d+ min apart: an open month moves with every delivery\\.")
                .endsWith("\nNot safe to switch from 'acme-legacy' to 'acme': see ✗ above, of 2026-10.");
    }

    @Test
    void whatFormatsRoundDifferentlyIsPrintedAndSafe() {
        TwoExports other = exports.copiedTo(copy);
        BigDecimal little = new BigDecimal("0.0000004");
        String account = other.linked(1).get(0);

        other.plant(
                TableName.DELIVERED_COST,
                rows -> rows.withColumn(
                        "blended_cost",
                        when(
                                        col("usage_account_id").equalTo(account),
                                        ExactAmounts.plus(col("blended_cost"), lit(little)))
                                .otherwise(col("blended_cost"))));

        ComparedPeriod october = other.compare().periods().get(0);
        assertThat(october.verdict()).isEqualTo(Verdict.SAFE);
        assertThat(october.concerns()).extracting(Concern::kind).containsExactlyInAnyOrder(Kind.ROUNDING, Kind.OPEN);
        ComparedSum.Measure blended = october.delivered(Dimension.TOTAL).get(0).measure("blended_cost");
        assertThat(blended.groups()).isZero();
        assertThat(blended.beyond()).isZero();
        assertThat(blended.change()).isPositive().isLessThan(new BigDecimal("0.001"));
        assertThat(blended.change().remainder(little)).isZero();
    }

    @Test
    void whatGoldTablesWouldLoseIsNamed() {
        TwoExports other = exports.copiedTo(copy);
        ComparedSum team = safe.periods().get(0).gold().tags().stream()
                .filter(sum -> sum.value().equals("resource_tag/team"))
                .findFirst()
                .orElseThrow();

        other.plant(TableName.DAILY_TAG_COST, rows -> rows.filter(col("tag_key").notEqual("team")));
        other.plant(
                TableName.DAILY_RESOURCE_COST,
                rows -> rows.filter(col("resource_id").equalTo("")));
        other.plant(
                TableName.DAILY_COST,
                rows -> rows.withColumn(
                        "amortized_cost",
                        when(
                                        col("line_item_type").equalTo("Tax"),
                                        ExactAmounts.plus(col("amortized_cost"), lit(BigDecimal.ONE)))
                                .otherwise(col("amortized_cost"))));

        ComparedPeriod october = other.compare().periods().get(0);
        assertThat(october.concerns())
                .extracting(Concern::kind)
                .containsExactly(Kind.GOLD_DIFFERS, Kind.TAG_KEYS_LOST, Kind.RESOURCES_LOST, Kind.OPEN);
        assertThat(october.concerns().get(0).names()).containsExactly("daily_cost.amortized_cost");
        assertThat(october.concerns().get(0).costs())
                .hasEntrySatisfying("USD", change -> assertThat(change).isGreaterThanOrEqualTo(BigDecimal.ONE));
        assertThat(october.concerns().get(1).names()).containsExactly("resource_tag/team");
        assertThat(october.concerns().get(1).costs())
                .containsExactly(Map.entry("USD", team.measure("unblended_cost").from()));
        assertThat(october.concerns().get(2).count())
                .isEqualTo(october.gold().resources().get(0).onlyFrom())
                .isGreaterThan(100);
    }

    @Test
    void anAccountThatIsConnectedToOneSourceOnlyIsNamedWithItsCost() {
        TwoExports other = exports.copiedTo(copy);
        String account = other.linked(1).get(0);
        BigDecimal cost = other.rows(TableName.DELIVERED_COST).stream()
                .filter(row -> row.getAs("usage_account_id").equals(account))
                .map(row -> row.<BigDecimal>getAs("unblended_cost"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        other.disconnected(TwoExports.CUR2, account);

        TestCommand command =
                TestCommand.configured(other.configurationFile(), "reconcile", "--between", "acme-legacy", "acme");
        assertThat(command.exitCode()).isEqualTo(5);
        assertThat(command.out())
                .contains("\n✗ 1 account connected to 'acme-legacy' only: " + account + " of "
                        + cost.stripTrailingZeros().toPlainString() + " USD would vanish from the tables. Run 'curlake "
                        + "accounts connect --source acme " + account + "'.\n")
                .contains("\n2026-10: not safe: accounts are not connected. ");
        TestCommand back =
                TestCommand.configured(other.configurationFile(), "reconcile", "--between", "acme", "acme-legacy");
        assertThat(back.exitCode()).isZero();
        assertThat(back.out())
                .contains("\n! 1 account connected to 'acme-legacy' only: " + account + " of "
                        + cost.stripTrailingZeros().toPlainString() + " USD.\n")
                .endsWith("\nSafe to switch from 'acme' to 'acme-legacy', but for what '!' says above.\n");
    }

    @Test
    void aRestatedMonthIsNotSafeAndSaidToBeOpen() {
        TwoExports other = exports.copiedTo(copy);
        other.restate(other.cur2(1));
        other.loaded(TwoExports.CUR2);

        ComparedPeriod october = other.compare().periods().get(0);
        assertThat(october.verdict()).isEqualTo(Verdict.NOT_SAFE);
        assertThat(october.isOpen()).isTrue();
        assertThat(october.concerns())
                .extracting(Concern::kind)
                .contains(Kind.COST_DIFFERS, Kind.GOLD_NOT_BUILT)
                .doesNotContain(Kind.GOLD_DIFFERS, Kind.INVOICES_DIFFER);
        assertThat(october.gold().notBuilt()).containsExactly("acme");
        assertThat(october.concerns(Concern.Weight.NOTE))
                .filteredOn(concern -> concern.kind() == Kind.OPEN)
                .singleElement()
                .matches(open -> open.names().equals(List.of("acme-legacy")));
    }

    @Test
    void onlyTwoSourcesOfOnePayerAreCompared() {
        TestCommand unknown = between("acme-legacy", "acne");
        TestCommand same = between("acme", "acme");
        TestCommand others = between("acme", "other");
        TestCommand twice = TestCommand.configured(
                exports.configurationFile(), "reconcile", "--between", "acme", "acme-legacy", "--source", "acme");

        unknown.assertRefused(
                "Cannot find source 'acne': the configuration has 'acme', 'acme-legacy', 'other', 'acme-new'.\n");
        same.assertRefused("Cannot compare source 'acme' with itself. Name two sources of one payer.\n");
        others.assertRefused(
                "Cannot compare 'acme' with 'other': the payer of 'acme' is 111122223333, that of 'other' is "
                        + "999988887777. Name two sources of one payer.\n");
        twice.assertRefused("Cannot read the arguments: --between names the sources. Leave --source out.\n");
    }

    @Test
    void onlyPeriodsThatBothHaveLoadedAreCompared() {
        TestCommand none = between("acme", "acme-new");

        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err())
                .isEqualTo("Cannot compare 'acme' and 'acme-new': no billing period is loaded from both. 'acme' has "
                        + "2026-10, 'acme-new' has nothing. Load a month that both exports deliver.\n");
        assertThatThrownBy(() -> exports.compare("2026-10", "2026-09"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.exitCode().code()).isEqualTo(3))
                .hasMessage("Cannot compare billing period 2026-09 of 'acme-legacy' and 'acme': 'acme-legacy' has not "
                        + "loaded it. Run 'curlake load --source acme-legacy --period 2026-09' first.");
    }

    private static TestCommand between(String from, String to) {
        return TestCommand.configured(exports.configurationFile(), "reconcile", "--between", from, to);
    }
}
