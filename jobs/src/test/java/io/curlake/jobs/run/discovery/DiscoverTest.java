package io.curlake.jobs.run.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.discovery.AccountSearch;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.jobs.run.insight.TestLineItems;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.Money;
import io.curlake.model.Refusal;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverTest {
    private static final String PAYER = "111122223333";
    private static final String WEB = "000000000042";
    private static final String REGION = "eu-west-1";

    @TempDir
    Path folder;

    private Warehouse opened;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void open() {
        TestWarehouse warehouse = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, "");
        opened = warehouse.warehouse();
        new AccountRegister(opened)
                .connect(
                        opened.config().source("acme"),
                        List.of(new AccountsFile.Line(new AccountId(WEB), "web", Optional.empty())));
    }

    @Test
    void theFirstRunFindsWhatThereIs() {
        DiscoverySummary summary = at("2026-10-30T06:00:00Z", Web.seeing("vol-1", "vol-2"));

        assertThat(summary.look().runId()).isEqualTo("20261030T060000Z");
        assertThat(rows(TableName.RESOURCE, "account_id", "resource_id", "resource_type", "active", "run_id"))
                .containsExactlyInAnyOrder(
                        WEB + ", vol-1, volume, true, 20261030T060000Z",
                        WEB + ", vol-2, volume, true, 20261030T060000Z");
        assertThat(rows(TableName.RESOURCE_CHANGE, "resource_id", "change"))
                .containsExactlyInAnyOrder("vol-1, appeared", "vol-2, appeared");
        assertThat(rows(
                        TableName.DISCOVERY_RUN,
                        "account_id",
                        "region",
                        "resource_type",
                        "outcome",
                        "found",
                        "message"))
                .containsExactlyInAnyOrder(
                        WEB + ", eu-west-1, volume, found, 2, ",
                        PAYER + ", global, account, failed, 0, The account could not be looked at: "
                                + "java.lang.IllegalStateException: no network. The log of the executor has the whole "
                                + "error.");
    }

    @Test
    void theNextRunGoesOnWithTheHistory() {
        at("2026-10-30T06:00:00Z", Web.seeing("vol-1", "vol-2"));
        at("2026-10-31T06:00:00Z", Web.seeing("vol-2", "vol-3"));

        assertThat(rows(TableName.RESOURCE, "resource_id", "active", "first_seen", "last_seen", "ended_at"))
                .containsExactlyInAnyOrder(
                        "vol-1, false, 2026-10-30 06:00:00.0, 2026-10-30 06:00:00.0, 2026-10-31 06:00:00.0",
                        "vol-2, true, 2026-10-30 06:00:00.0, 2026-10-31 06:00:00.0, null",
                        "vol-3, true, 2026-10-31 06:00:00.0, 2026-10-31 06:00:00.0, null");
        assertThat(rows(TableName.RESOURCE_CHANGE, "resource_id", "change", "run_id"))
                .contains("vol-1, ended, 20261031T060000Z", "vol-3, appeared, 20261031T060000Z")
                .hasSize(4);
        assertThat(rows(TableName.DISCOVERY_RUN, "run_id")).hasSize(4);
    }

    @Test
    void whereNothingCouldBeListedNothingEnds() {
        at("2026-10-30T06:00:00Z", Web.seeing("vol-1"));
        at("2026-10-31T06:00:00Z", Web.throttled());

        assertThat(rows(TableName.RESOURCE, "resource_id", "active", "last_seen"))
                .containsExactly("vol-1, true, 2026-10-30 06:00:00.0");
    }

    @Test
    void findingsStandUntilSomebodyLooksAgain() {
        at("2026-10-30T06:00:00Z", Web.seeing("vol-1", "vol-2"));
        List<String> found = rows(TableName.RECOMMENDATION, "rule", "resource_id", "first_found", "run_id");
        at("2026-10-31T06:00:00Z", Web.throttled());
        List<String> notSeen = rows(TableName.RECOMMENDATION, "rule", "resource_id", "first_found", "run_id");
        at("2026-11-01T06:00:00Z", Web.seeing("vol-2", "vol-3"));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "unattached-volume, vol-1, 2026-10-30 06:00:00.0, 20261030T060000Z",
                        "unattached-volume, vol-2, 2026-10-30 06:00:00.0, 20261030T060000Z");
        assertThat(notSeen).containsExactlyInAnyOrderElementsOf(found);
        assertThat(rows(TableName.RECOMMENDATION, "rule", "resource_id", "first_found", "run_id"))
                .containsExactlyInAnyOrder(
                        "unattached-volume, vol-2, 2026-10-30 06:00:00.0, 20261101T060000Z",
                        "unattached-volume, vol-3, 2026-11-01 06:00:00.0, 20261101T060000Z");
    }

    @Test
    void aRunThatWasKilledIsGoneOnWith() {
        StagedRun killed = StagedRun.open(
                clocked("2026-10-30T06:00:00Z"),
                new Discover(opened, Web.seeing(), progress::add)
                        .question(List.of(new AccountId(WEB), new AccountId(PAYER))));
        new Collection(opened, killed, Web.seeing("vol-1"), progress::add).stage(List.of(new AccountId(WEB)));

        DiscoverySummary summary = at("2026-10-30T09:00:00Z", Web.seeing("vol-9"));

        assertThat(summary.look().runId()).isEqualTo("20261030T060000Z");
        assertThat(rows(TableName.RESOURCE, "resource_id")).containsExactly("vol-1");
        assertThat(progress).contains("Going on with the run of 2026-10-30T06:00:00Z: 1 of 2 accounts are done.");
        assertThat(at("2026-10-30T10:00:00Z", Web.seeing("vol-9")).look().runId())
                .isEqualTo("20261030T100000Z");
    }

    @Test
    void aRunThatWasKilledLongAgoIsNot() {
        StagedRun.open(
                clocked("2026-10-30T06:00:00Z"),
                new Discover(opened, Web.seeing(), progress::add)
                        .question(List.of(new AccountId(WEB), new AccountId(PAYER))));

        assertThat(at("2026-10-30T19:00:00Z", Web.seeing("vol-9")).look().runId())
                .isEqualTo("20261030T190000Z");
    }

    @Test
    void costsAndResourcesAddUpToTheBill() {
        bill();

        at("2026-11-02T06:00:00Z", Web.seeing("vol-1", "vol-2"));

        assertThat(rows(
                        TableName.RESOURCE_COST,
                        "resource_id",
                        "match",
                        "explanation",
                        "net_amortized_cost",
                        "days",
                        "window_from",
                        "window_to"))
                .containsExactlyInAnyOrder(
                        "vol-1, both, , 3.500000000000000001, 2, 2026-10-03, 2026-11-01",
                        "vol-2, resource only, no line item of these days names it, 0E-18, 0, 2026-10-03, "
                                + "2026-11-01",
                        "vol-8, cost only, it was gone when its type was listed, 4.000000000000000000, 1, 2026-10-03, "
                                + "2026-11-01",
                        ", cost only, the bill names no resource, 5.000000000000000000, 1, 2026-10-03, 2026-11-01");
    }

    @Test
    void anAccountThatIsNotConnectedIsRefused() {
        assertThatThrownBy(() ->
                        new Discover(opened, Web.seeing(), progress::add).run(List.of(new AccountId("444455556666"))))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot discover account 444455556666: it is not connected. Connect it with 'curlake accounts "
                                + "connect', or see 'curlake accounts list'.");
    }

    @Test
    void aRuleThatThereIsNoneOfIsRefusedBeforeAnyLook() {
        Warehouse wrong = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, "findings: {off: [open-doors]}")
                .warehouse();

        assertThatThrownBy(() -> new Discover(wrong, Web.seeing("vol-1"), progress::add).run(List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot turn off rule 'open-doors' of findings.off: there are bucket-without-");
        assertThat(progress).isEmpty();
    }

    @Test
    void whatAnotherRunStagedStaysUntilNobodyGoesOnWithIt() {
        List<AccountId> both = List.of(new AccountId(WEB), new AccountId(PAYER));
        StagedRun killed = StagedRun.open(
                clocked("2026-10-30T06:00:00Z"), new Discover(opened, Web.seeing(), progress::add).question(both));
        new Collection(opened, killed, Web.seeing("vol-1"), progress::add).stage(List.of(new AccountId(WEB)));
        new Discover(clocked("2026-10-30T07:00:00Z"), Web.seeing("vol-9"), progress::add)
                .run(List.of(new AccountId(WEB)));

        assertThat(at("2026-10-30T09:00:00Z", Web.seeing("vol-9")).look().runId())
                .isEqualTo("20261030T060000Z");
        assertThat(opened.storage().folders(opened.config().warehouse() + "/_curlake/discovery/"))
                .isEmpty();
    }

    @Test
    void aCostCountsOnceThoughTwoResourcesHaveItsId() {
        bill();

        at("2026-11-02T06:00:00Z", Web.seeing("vol-1"));
        at("2026-11-02T07:00:00Z", Web.seeing("vol-1").in("us-east-1"));

        assertThat(rows(TableName.RESOURCE_COST, "resource_id", "region", "match", "net_amortized_cost"))
                .contains("vol-1, us-east-1, both, 3.500000000000000001")
                .doesNotContain("vol-1, eu-west-1, both, 3.500000000000000001");
    }

    private void bill() {
        TestWarehouse warehouse = new TestWarehouse(opened);
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-11-01", "2026-11-01", day -> "1")
                .write(warehouse);
        new TestLineItems().write(warehouse, "2026-11", Net.ABSENT);
        write("2026-11", List.of(cost("2026-11-01", "vol-1", "2.5"), cost("2026-11-01", "", "5")));
        write(
                "2026-10",
                List.of(
                        cost("2026-10-03", "vol-1", "1.000000000000000001"),
                        cost("2026-10-02", "vol-1", "100"),
                        cost("2026-10-31", "vol-8", "4")));
    }

    private void write(String period, List<Row> rows) {
        opened.tables()
                .replace(TableName.DAILY_RESOURCE_COST, new Partition("acme", BillingPeriod.parse(period)))
                .write(opened.rows(TableName.DAILY_RESOURCE_COST, rows))
                .commit("{}");
    }

    private static Row cost(String day, String resource, String cost) {
        Map<String, Object> values = Map.of(
                "usage_date",
                Date.valueOf(day),
                "usage_account_id",
                WEB,
                "region",
                REGION,
                "resource_id",
                resource,
                "currency",
                "USD",
                "product_code",
                "AmazonEC2",
                "net_amortized_cost",
                new BigDecimal(cost).setScale(Money.SCALE));
        return RowFactory.create(
                Arrays.stream(TableName.DAILY_RESOURCE_COST.schema().fieldNames())
                        .map(values::get)
                        .toArray());
    }

    private DiscoverySummary at(String time, AccountSearch search) {
        return new Discover(clocked(time), search, progress::add).run(List.of());
    }

    private Warehouse clocked(String time) {
        return new Warehouse(
                opened.spark(),
                opened.storage(),
                opened.tables(),
                opened.config(),
                Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private List<String> rows(TableName table, String... columns) {
        return opened.tables().rows(table).stream()
                .map(row -> String.join(
                        ", ",
                        Arrays.stream(columns)
                                .map(column -> String.valueOf(row.<Object>getAs(column)))
                                .toList()))
                .toList();
    }

    /** One account shows volumes; the other cannot be reached. */
    private record Web(List<String> volumes, String region, Status status) implements AccountSearch {
        static Web seeing(String... volumes) {
            return new Web(List.of(volumes), REGION, Status.FOUND);
        }

        static Web throttled() {
            return new Web(List.of(), REGION, Status.THROTTLED);
        }

        Web in(String other) {
            return new Web(volumes, other, status);
        }

        @Override
        public void search(AccountId account, Consumer<Resource> resources, Consumer<Outcome> outcomes) {
            if (!account.value().equals(WEB)) {
                throw new IllegalStateException("no network");
            }
            volumes.forEach(id -> resources.accept(Resource.of(ResourceType.VOLUME, WEB, region, id)
                    .state("available")
                    .created(Instant.parse("2026-01-01T00:00:00Z"))
                    .build()));
            outcomes.accept(outcome(region, status, volumes.size()));
            if (!region.equals(REGION)) {
                outcomes.accept(outcome(REGION, status, 0));
            }
        }

        private static Outcome outcome(String region, Status status, int found) {
            return new Outcome(WEB, region, "volume", status, found, Instant.EPOCH, 5, "", "", "", "");
        }
    }
}
