package io.curlake.jobs.run.upkeep;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is in the tables, and then no longer in the configuration. */
class AbandonedSourcesTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @TempDir
    Path folder;

    @Test
    void itsRowsStayUntilTheyArePurgedByName() throws IOException {
        TestWarehouse test = TestWarehouse.in(folder);
        new TestExport(folder.resolve("bucket"))
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1.5), usage(OCTOBER, "999988887777", 2))));
        test.loadPeriod();
        write("beta");

        TestCommand named = run("maintain");
        TestCommand unsure = run("maintain", "--purge", "--source", "acme");
        TestCommand planned = run("maintain", "--purge", "--source", "acme", "--dry-run");
        long rowsBefore = test.read(TableName.LINE_ITEM).count();
        TestCommand purged = run("maintain", "--purge", "--source", "acme", "--yes");

        assertThat(named.out())
                .isEqualTo("billing period 2026-10 of 'acme': 1 row masked\n"
                        + "Source 'acme' is not in the configuration; its tables stay: 1 line item of 1 billing period. "
                        + "'curlake maintain --purge --source acme' removes them.\n"
                        + "Files that no version of the last 7 days needs are removed.\n");
        assertThat(unsure.err())
                .isEqualTo("Source 'acme' will be removed from every table: 1 line item of 1 billing period, its "
                        + "deliveries, costs, ledger and connected accounts.\n"
                        + "To do it without being asked, add --yes.\n");
        assertThat(unsure.out()).isEqualTo("Nothing was changed.\n");
        assertThat(planned.out())
                .contains("Would remove source 'acme' from every table: 1 line item of 1 billing period.\n")
                .endsWith("\nNothing was changed.\n");
        assertThat(rowsBefore).isEqualTo(1);
        assertThat(purged.out())
                .isEqualTo("Removed source 'acme' from every table: 1 line item of 1 billing period.\n"
                        + "Files that no version of the last 7 days needs are removed.\n");
        assertThat(purged.exitCode()).isZero();
        for (TableName table : TableName.values()) {
            if (List.of(table.schema().fieldNames()).contains("source")) {
                assertThat(test.read(table).filter("source = 'acme'").isEmpty())
                        .as(table.tableName())
                        .isTrue();
            }
        }
        assertThat(new AbandonedSources(test.warehouse()).all()).isEmpty();
        // The source comes back: everything is loaded anew.
        assertThat(test.loadPeriod().status()).isEqualTo(io.curlake.jobs.run.PeriodResult.Status.LOADED);
        assertThat(test.lineItems()).containsExactly("2026-10 111122223333 1.5");
    }

    @Test
    void whatIsConfiguredOrUnknownIsRefused() throws IOException {
        AbandonedSources sources = new AbandonedSources(TestWarehouse.in(folder).warehouse());

        assertRefused(
                () -> sources.require("acme"),
                "Cannot purge source 'acme': the configuration has it. Remove it there first; 'curlake maintain --purge' "
                        + "without --source removes the masked rows of all sources.");
        assertRefused(
                () -> sources.require("acne"),
                "Cannot purge source 'acne': no table has rows of it. 'curlake maintain' names the sources that are no "
                        + "longer configured.");
        write("beta");
        TestCommand alone = run("maintain", "--source", "acme");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err())
                .isEqualTo(
                        "Cannot maintain source 'acme' alone: --source goes with --purge, and removes a source that the "
                                + "configuration no longer has.\n");
    }

    private static void assertRefused(Runnable work, String message) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage(message);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: %s
                    payer: "444455556666"
                    export: {name: other, bucket: other-billing, prefix: exports, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse"), source));
    }

    private TestCommand run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config");
        all.add(folder.resolve("curlake.yaml").toString());
        return TestCommand.run(all.toArray(String[]::new));
    }
}
