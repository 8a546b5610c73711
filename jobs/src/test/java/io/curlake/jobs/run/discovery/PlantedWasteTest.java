package io.curlake.jobs.run.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.discovery.search.AwsSearch;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.waste.Inventory;
import io.curlake.jobs.sample.waste.PlantedFinding;
import io.curlake.jobs.sample.waste.PlantedFindings;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.sandbox.aws.AwsStandIn;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample organization, billed and discovered: every planted case is found, to the last decimal, and nothing else. */
class PlantedWasteTest {
    @TempDir
    static Path folder;

    private static AwsStandIn aws;
    private static SampleSpec sample;
    private static Set<AccountId> connected;
    private static Warehouse warehouse;
    private static DiscoverySummary summary;

    @BeforeAll
    static void discover() {
        aws = AwsStandIn.start(folder.resolve("aws"));
        sample = SampleSpec.into(folder.resolve("acme-billing").toString())
                .withSize(4, 1, 4_000)
                .withFormat(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW)
                .withExport("acme-cur2", "exports", new AccountId("111122223333"))
                .withLastPeriod(BillingPeriod.parse("2026-10"))
                .with(SampleVariant.PLANTED_WASTE);
        aws.cloud().load(Inventory.of(sample));
        TestWarehouse loaded =
                TestWarehouse.beside(folder.resolve("acme-billing"), folder.resolve("warehouse"), """
                        s3: {access-key: "%s", secret-key: "%s"}
                        discovery: {endpoint: "%s", role: "arn:aws:iam::{account}:role/look"}
                        """.formatted(
                                aws.accessKey(), aws.secretKey(), aws.endpoint()));
        Sample.write(loaded.warehouse().spark(), loaded.warehouse().storage(), sample);
        List<Account> linked =
                Organization.of(sample).accounts().stream().skip(1).limit(2).toList();
        connected = Stream.concat(
                        Stream.of(new AccountId("111122223333")),
                        linked.stream().map(Account::id))
                .collect(Collectors.toSet());
        new AccountRegister(loaded.warehouse())
                .connect(
                        loaded.warehouse().config().source("acme"),
                        linked.stream()
                                .map(account -> new AccountsFile.Line(account.id(), account.name(), Optional.empty()))
                                .toList());
        assertThat(loaded.load().periods())
                .allSatisfy(period -> assertThat(period.toString()).contains("LOADED"));
        new Build(loaded.warehouse(), sentence -> {}).run(LoadRequest.EVERYTHING);
        warehouse = new Warehouse(
                loaded.warehouse().spark(),
                loaded.warehouse().storage(),
                loaded.warehouse().tables(),
                loaded.warehouse().config(),
                Clock.fixed(Inventory.seen(sample), ZoneOffset.UTC));
        summary = new Discover(warehouse, AwsSearch.of(warehouse.config(), warehouse.clock()), sentence -> {})
                .run(List.of());
    }

    @AfterAll
    static void close() {
        aws.close();
    }

    @Test
    void everythingWasSeen() {
        assertThat(summary.unseen()).isEmpty();
        assertThat(summary.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(summary.accounts()).isEqualTo(3);
    }

    @Test
    void everyPlantedCaseIsFoundAndNothingElse() {
        assertThat(warehouse.tables().rows(TableName.RECOMMENDATION))
                .extracting(PlantedWasteTest::finding)
                .containsExactlyInAnyOrderElementsOf(PlantedFindings.of(sample, connected).stream()
                        .map(PlantedWasteTest::plain)
                        .toList());
    }

    @Test
    void everyFindingSaysWhyAndHowToCheckIt() {
        assertThat(warehouse.tables().rows(TableName.RECOMMENDATION))
                .hasSizeGreaterThan(21)
                .allSatisfy(row -> {
                    assertThat(row.<String>getAs("reason")).matches("[A-Z0-9a-z].+\\.");
                    assertThat(row.<String>getAs("saving_basis")).isNotEmpty();
                    assertThat(row.<String>getAs("how_to_check")).startsWith("aws ");
                    assertThat(row.<String>getAs("source")).isEqualTo("acme");
                    assertThat(row.getAs("window_from") + " to " + row.getAs("window_to"))
                            .isEqualTo(
                                    switch (row.<String>getAs("rule")) {
                                        case "uncovered-usage" -> "2026-08-02 to 2026-10-30";
                                        case "unused-commitment" -> "2026-10-01 to 2026-10-31";
                                        default -> "2026-10-01 to 2026-10-30";
                                    });
                });
    }

    @Test
    void resourcesAndCostsAddUpToTheBill() {
        BigDecimal bill = warehouse
                .tables()
                .read(TableName.DAILY_RESOURCE_COST)
                .selectExpr("sum(net_amortized_cost)")
                .first()
                .getDecimal(0);
        Row sums = warehouse
                .tables()
                .read(TableName.RESOURCE_COST)
                .selectExpr("sum(net_amortized_cost)", "count_if(match = 'both')", "count_if(match = 'resource only')")
                .first();

        assertThat(sums.getDecimal(0)).isEqualByComparingTo(bill);
        assertThat(sums.getLong(1)).isGreaterThan(20);
        assertThat(warehouse
                        .tables()
                        .read(TableName.RESOURCE_COST)
                        .filter("explanation = 'its type was not listed there'")
                        .count())
                .isZero();
    }

    private static PlantedFinding plain(PlantedFinding planted) {
        return new PlantedFinding(
                planted.rule(),
                planted.account(),
                planted.region(),
                planted.resourceId(),
                planted.saving().map(BigDecimal::stripTrailingZeros));
    }

    private static PlantedFinding finding(Row row) {
        BigDecimal saving = row.getAs("saving");
        return new PlantedFinding(
                row.getAs("rule"),
                row.getAs("account_id"),
                row.getAs("region"),
                row.getAs("resource_id"),
                Optional.ofNullable(saving).map(BigDecimal::stripTrailingZeros));
    }
}
