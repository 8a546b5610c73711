package io.curlake.jobs.run.accounts;

import static io.curlake.jobs.run.accounts.TestCosts.Cost.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.Origin;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountListTest {
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final String DATA = "123456789012";

    @TempDir
    Path folder;

    @Test
    void everyAccountIsListedAndWhoSpendsUnconnectedStandsFirst() {
        TestWarehouse test = TestWarehouse.in(folder).connect(WEB);
        new TestCosts()
                .deliver("2026-07", "e1", usage(DATA, "", "AmazonS3", "100"))
                .deliver("2026-08", "e2", usage(DATA, "", "AmazonS3", "2"))
                .deliver("2026-09", "e3", usage(WEB, "", "AmazonEC2", "50"))
                .deliver("2026-10", "e4", usage(PAYER, "", "AmazonEC2", "1"), usage(LABS, "", "AmazonS3", "999"))
                .deliver(
                        "2026-10",
                        "e5",
                        usage(PAYER, "", "AmazonEC2", "1"),
                        usage("", "", "AmazonEC2", "0.5"),
                        usage(LABS, "", "AmazonS3", "7.25"),
                        usage(LABS, "", "AmazonS3", "9").in("EUR"),
                        usage("555566667777", "", "AmazonS3", "0.000000000000000001"))
                .write(test);

        AccountList list = AccountList.of(test.warehouse());

        assertThat(list.periods()).hasToString("[2026-08, 2026-09, 2026-10]");
        assertThat(texts(list))
                .containsExactly(
                        "999988887777 no {EUR={2026-10=9}, USD={2026-10=7.25}}",
                        "123456789012 no {USD={2026-08=2}}",
                        "555566667777 no new {USD={2026-10=0.000000000000000001}}",
                        "000000000042 yes {USD={2026-09=50}}",
                        "111122223333 yes {USD={2026-10=1.5}}");
    }

    @Test
    void whoIsConnectedOrDescribedIsListedBeforeAnyLoad() {
        TestWarehouse test = TestWarehouse.in(folder).connect(WEB);
        new AccountCatalog(test.warehouse())
                .take(
                        test.warehouse().config().source("acme"),
                        Origin.CSV,
                        List.of(AccountStatement.of(new AccountId(LABS)).with(AccountStatement.NAME, "Labs")));

        AccountList list = AccountList.of(test.warehouse());

        assertThat(list.periods()).isEmpty();
        assertThat(texts(list))
                .containsExactly("999988887777 Labs no {}", "000000000042 yes {}", "111122223333 yes {}");
    }

    @Test
    void whoAppearsInAnOlderPeriodHasNotArrivedSince() {
        TestWarehouse test = TestWarehouse.in(folder);
        new TestCosts()
                .deliver("2026-09", "e1", usage(WEB, "", "AmazonS3", "1"))
                .deliver("2026-10", "e2", usage(LABS, "", "AmazonS3", "1"))
                .write(test);

        LoadHistory history = LoadHistory.of(test.warehouse());

        assertThat(history.accountsBefore(partition("2026-11"))).containsExactlyInAnyOrder(WEB, LABS);
        assertThat(history.accountsBefore(partition("2026-10"))).containsExactlyInAnyOrder(WEB, LABS);
        assertThat(history.accountsBefore(partition("2026-09"))).isEmpty();
    }

    private static Partition partition(String period) {
        return new Partition("acme", BillingPeriod.parse(period));
    }

    private static List<String> texts(AccountList list) {
        List<String> texts = new ArrayList<>();
        for (ListedAccount account : list.accounts()) {
            account.spend()
                    .values()
                    .forEach(periods -> periods.replaceAll((period, cost) ->
                            new BigDecimal(cost.stripTrailingZeros().toPlainString())));
            texts.add(account.id() + (account.name().isEmpty() ? "" : " " + account.name())
                    + (account.isConnected() ? " yes" : " no") + (account.isNew() ? " new" : "") + " "
                    + account.spend().toString().replace("1E-18", "0.000000000000000001"));
        }
        return texts;
    }
}
