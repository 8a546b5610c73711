package io.curlake.jobs.run.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.discovery.AccountSearch;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.search.AwsSearch;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 accounts of 17 regions each, on a bad day: a role that is missing, a storm of throttling, a closed region, a slow one, one
 * that has gone. {@code -Dcurlake.test.types='[…]'} looks for other types than volumes.
 */
class ManyAccountsTest {
    private static final int ACCOUNTS = 200;
    private static final int REGIONS = 17;
    private static final int ACCOUNTS_AT_ONCE = 3;
    private static final int CALLS_AT_ONCE = 4;
    /** The session of tests has two cores, and each takes one task. */
    private static final int TASKS_AT_ONCE = 2;

    private static final String WITHOUT_ROLE = account(7);
    private static final String THROTTLED = account(8);
    private static final String CLOSED = account(9);
    private static final String SLOW = account(10);
    private static final String GONE = account(11);

    @TempDir
    static Path folder;

    private static AwsStandIn aws;
    private static Warehouse warehouse;
    private static DiscoverySummary summary;

    @BeforeAll
    static void discover() {
        aws = AwsStandIn.start(folder.resolve("aws"));
        for (int number = 1; number < ACCOUNTS; number++) {
            for (String region : List.of("eu-west-1", "sa-east-1")) {
                aws.cloud().put(account(number), region, "ec2:DescribeVolumes", volumes(number, region));
            }
        }
        aws.roles().requireExternalId(role(WITHOUT_ROLE), "another");
        aws.cloud()
                .fail(THROTTLED, "*", "ec2:DescribeVolumes", Failure.throttled().times(3));
        aws.cloud().fail(CLOSED, "us-west-2", "*", Failure.deniedByOrganization());
        aws.cloud().slow(SLOW, "us-east-1", Duration.ofMillis(300));
        aws.cloud().vanish(GONE, "eu-west-3");
        warehouse = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, """
                        s3: {access-key: "%s", secret-key: "%s"}
                        discovery: {endpoint: "%s", role: "arn:aws:iam::{account}:role/look", types: %s, metric-days: 0,
                          accounts-at-once: %d, calls-at-once: %d}
                        """.formatted(
                                aws.accessKey(),
                                aws.secretKey(),
                                aws.endpoint(),
                                System.getProperty("curlake.test.types", "[volume]"),
                                ACCOUNTS_AT_ONCE,
                                CALLS_AT_ONCE))
                .warehouse();
        new AccountRegister(warehouse)
                .connect(
                        warehouse.config().source("acme"),
                        IntStream.range(1, ACCOUNTS)
                                .mapToObj(number -> new AccountsFile.Line(
                                        new AccountId(account(number)), "account " + number, Optional.empty()))
                                .toList());
        summary = new Discover(
                        warehouse, new Counted(AwsSearch.of(warehouse.config(), warehouse.clock())), sentence -> {})
                .run(List.of());
    }

    @AfterAll
    static void close() {
        aws.close();
    }

    @Test
    void everyAccountAndRegionSaysWhatCameOfIt() {
        assertThat(summary.accounts()).isEqualTo(ACCOUNTS);
        assertThat(outcomes("outcome = 'found' and resource_type = 'volume'")).hasSize((ACCOUNTS - 1) * REGIONS - 2);
        assertThat(outcomes("outcome <> 'found'"))
                .extracting(row -> row.getAs("account_id") + " " + row.getAs("region") + " "
                        + row.getAs("resource_type") + " " + row.getAs("outcome"))
                .containsExactlyInAnyOrder(
                        WITHOUT_ROLE + " global account denied",
                        CLOSED + " us-west-2 volume denied",
                        GONE + " eu-west-3 region skipped");
    }

    @Test
    void everyVolumeOfTheAccountsThatCouldBeEnteredIsFound() {
        assertThat(warehouse.tables().read(TableName.RESOURCE).filter("active").count())
                .isEqualTo(2L * 3 * (ACCOUNTS - 2));
    }

    @Test
    void anAccountThatCouldNotBeEnteredFailsTheRunAndHidesNoOther() {
        assertThat(summary.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
    }

    @Test
    void neverAreMoreAccountsAndCallsUnderWayThanConfigured() {
        assertThat(Counted.MOST.get()).isBetween(2, TASKS_AT_ONCE * ACCOUNTS_AT_ONCE);
        assertThat(aws.mostAtOnce()).isBetween(2, TASKS_AT_ONCE * ACCOUNTS_AT_ONCE * CALLS_AT_ONCE);
    }

    private static List<Row> outcomes(String where) {
        return warehouse.tables().read(TableName.DISCOVERY_RUN).filter(where).collectAsList();
    }

    /** The first is the payer's. */
    private static String account(int number) {
        return number == 0 ? "111122223333" : "%012d".formatted(number);
    }

    private static String role(String account) {
        return "arn:aws:iam::" + account + ":role/look";
    }

    private static String volumes(int account, String region) {
        return IntStream.range(0, 3)
                .mapToObj(volume -> "{\"VolumeId\":\"vol-%d%s%d\",\"State\":\"in-use\"}"
                        .formatted(account, region.replace("-", ""), volume))
                .toList()
                .toString();
    }

    /** Counts how many accounts are looked at at the same time. */
    private record Counted(AccountSearch search) implements AccountSearch {
        private static final AtomicInteger UNDER_WAY = new AtomicInteger();
        private static final AtomicInteger MOST = new AtomicInteger();

        @Override
        public void search(AccountId account, Consumer<Resource> resources, Consumer<Outcome> outcomes) {
            MOST.accumulateAndGet(UNDER_WAY.incrementAndGet(), Math::max);
            try {
                search.search(account, resources, outcomes);
            } finally {
                UNDER_WAY.decrementAndGet();
            }
        }
    }
}
