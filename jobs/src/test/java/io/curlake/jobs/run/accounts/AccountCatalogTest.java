package io.curlake.jobs.run.accounts;

import static io.curlake.jobs.run.accounts.TestCosts.Cost.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.Origin;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.SourceConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCatalogTest {
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final String TEXT = "concat_ws(' ', account_id, account_name, owner, status, cast(tags as string), "
            + "first_seen, last_seen, if(valid_until is null, 'now', 'before'))";

    @TempDir
    Path folder;

    @Test
    void deliveriesTeachNamesAndPeriods() {
        TestWarehouse test = TestWarehouse.in(folder);
        TestCosts costs = new TestCosts()
                .deliver("2026-10", "e1", usage(WEB, "Web", "AmazonEC2", "1"), usage("", "", "AmazonEC2", "1"))
                .deliver("2026-09", "e2", usage(WEB, "Old web", "AmazonEC2", "1"), usage(LABS, "Labs", "AmazonS3", "1"))
                .write(test);
        AccountCatalog catalog = new AccountCatalog(test.warehouse());

        catalog.learn(List.of(partition("2026-10"), partition("2026-09")));

        assertThat(test.texts(TableName.ACCOUNT, TEXT))
                .containsExactly("000000000042 Web {} 2026-09 2026-10 now", "999988887777 Labs {} 2026-09 2026-09 now");

        costs.deliver("legacy-csv", "2026-11", "e3", usage(LABS, "", "AmazonS3", "1"))
                .write(test);
        catalog.learn(List.of(partition("2026-11")));

        assertThat(test.texts(TableName.ACCOUNT, TEXT))
                .containsExactly("000000000042 Web {} 2026-09 2026-10 now", "999988887777 Labs {} 2026-09 2026-11 now");
        long commits = commits();
        catalog.learn(List.of(partition("2026-10"), partition("2026-11")));
        assertThat(commits()).isEqualTo(commits);
    }

    @Test
    void aCsvAndTheOrganizationAreTakenAndTellWhatTheyChanged() {
        TestWarehouse test = TestWarehouse.in(folder);
        SourceConfig source = test.warehouse().config().source("acme");
        AccountCatalog catalog = new AccountCatalog(test.warehouse());
        List<AccountStatement> csv = List.of(
                AccountStatement.of(new AccountId(WEB))
                        .with(AccountStatement.OWNER, "Ada")
                        .with("tag:team", "shop"),
                AccountStatement.of(new AccountId(LABS)).with(AccountStatement.OWNER, "Bob"));

        assertThat(catalog.take(source, Origin.CSV, csv)).isEqualTo(2);
        assertThat(catalog.take(
                        source,
                        Origin.ORGANIZATION,
                        List.of(AccountStatement.of(new AccountId(WEB))
                                .with(AccountStatement.NAME, "Web")
                                .with(AccountStatement.STATUS, "ACTIVE"))))
                .isEqualTo(1);
        long commits = commits();
        assertThat(catalog.take(source, Origin.CSV, csv)).isZero();

        assertThat(commits()).isEqualTo(commits);
        assertThat(test.texts(TableName.ACCOUNT, TEXT))
                .containsExactly(
                        "000000000042  Ada {team -> shop} before",
                        "000000000042 Web Ada ACTIVE {team -> shop} now",
                        "999988887777  Bob {} now");
        assertThat(catalog.names("acme", new AccountRegister(test.warehouse()).all()))
                .hasToString("{000000000042=Web}");
    }

    private long commits() {
        try (Stream<Path> log = Files.list(folder.resolve("warehouse/account/_delta_log"))) {
            return log.filter(file -> file.toString().endsWith(".json")).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Partition partition(String period) {
        return new Partition("acme", BillingPeriod.parse(period));
    }
}
