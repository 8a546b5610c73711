package io.curlake.jobs.cli.account;

import static io.curlake.jobs.run.accounts.TestCosts.Cost.covered;
import static io.curlake.jobs.run.accounts.TestCosts.Cost.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.accounts.TestCosts;
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two deliveries; WEB is connected, LABS, which owns a plan that WEB uses, is new and is not. A CSV names both. */
class AccountVerbsTest {
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final String PLAN = "arn:aws:savingsplans::999988887777:savingsplan/1";

    @TempDir
    static Path folder;

    private static Path config;
    private static TestCommand imported;

    @BeforeAll
    static void loadAndImport() throws IOException {
        config = Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse")));
        TestWarehouse test =
                TestWarehouse.of(ConfigFile.read(config, name -> "")).connect(WEB);
        new TestCosts()
                .deliver("cur2-parquet", "2026-09", "e1", usage(PAYER, "", "AmazonEC2", "1234.5"))
                .deliver(
                        "cur2-parquet",
                        "2026-10",
                        "e2",
                        usage(PAYER, "", "AmazonEC2", "6.5"),
                        usage(WEB, "", "AmazonEC2", "0.000000000000000001"),
                        usage(LABS, "", "AmazonS3", "3.25"),
                        usage(LABS, "", "AmazonEC2", "0.25"),
                        covered(WEB, PLAN, "4"))
                .write(test);
        write("accounts.csv", "account_id,name,owner\n" + WEB + ",Web,Ada\n" + LABS + ",Labs,\n");
        imported = run("accounts", "import", "--source", "acme", "--file", file("accounts.csv"));
    }

    @Test
    void aCsvIsTakenAndNobodyIsConnectedByIt() {
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out())
                .isEqualTo("2 accounts described, 2 otherwise than before. Nobody was connected by it.\n");

        assertThat(run("accounts", "import", "--source", "acme", "--file", file("accounts.csv"), "--json")
                        .out())
                .startsWith(
                        "{\"verb\":\"accounts import\",\"source\":\"acme\",\"described\":2,\"changed\":0,\"run_id\":\"");
    }

    @Test
    void everyAccountIsListedWithItsSpend() {
        TestCommand listed = run("accounts", "list");

        assertThat(TestCommand.cells(listed.out()))
                .contains(
                        "Source Account Name Connected From Until Currency 2026-09 2026-10 First seen Last seen",
                        "acme 999988887777 Labs no USD 3.50 2026-10 2026-10 new",
                        "acme 111122223333 payer USD 1,234.50 6.50 2026-09 2026-10",
                        "acme 000000000042 Web linked USD 0.00 2026-10 2026-10 new");
        assertThat(listed.out()).endsWith("\n2 of 3 accounts are connected. The others spent 3.50 USD in 2026-10.\n");
    }

    @Test
    void theListIsJsonWithExactAmounts() {
        assertThat(run("accounts", "list", "--json").out())
                .isEqualTo("{\"verb\":\"accounts list\",\"periods\":[\"2026-09\",\"2026-10\"],\"accounts\":["
                        + "{\"source\":\"acme\",\"account_id\":\"999988887777\",\"account_name\":\"Labs\","
                        + "\"connected\":false,\"role\":\"linked\",\"connected_from\":\"\",\"connected_until\":\"\","
                        + "\"first_seen\":\"2026-10\",\"last_seen\":\"2026-10\",\"new\":true,\"spend\":["
                        + "{\"billing_period\":\"2026-10\",\"currency\":\"USD\",\"unblended_cost\":\"3.5\"}]},"
                        + "{\"source\":\"acme\",\"account_id\":\"111122223333\",\"account_name\":\"\","
                        + "\"connected\":true,\"role\":\"payer\",\"connected_from\":\"\",\"connected_until\":\"\","
                        + "\"first_seen\":\"2026-09\",\"last_seen\":\"2026-10\",\"new\":false,\"spend\":["
                        + "{\"billing_period\":\"2026-09\",\"currency\":\"USD\",\"unblended_cost\":\"1234.5\"},"
                        + "{\"billing_period\":\"2026-10\",\"currency\":\"USD\",\"unblended_cost\":\"6.5\"}]},"
                        + "{\"source\":\"acme\",\"account_id\":\"000000000042\",\"account_name\":\"Web\","
                        + "\"connected\":true,\"role\":\"linked\",\"connected_from\":\"\",\"connected_until\":\"\","
                        + "\"first_seen\":\"2026-10\",\"last_seen\":\"2026-10\",\"new\":true,\"spend\":["
                        + "{\"billing_period\":\"2026-10\",\"currency\":\"USD\","
                        + "\"unblended_cost\":\"0.000000000000000001\"}]}]}\n");
    }

    @Test
    void whatConnectingWouldBringIsSaidByService() {
        TestCommand answer = run("accounts", "what-if", "connect", "--source", "acme", LABS);

        assertThat(answer.exitCode()).isZero();
        assertThat(TestCommand.cells(answer.out()))
                .contains(
                        "Unblended cost that would appear in line_item of 'acme':",
                        "2026-10 AmazonS3 1 3.25 USD",
                        "2026-10 AmazonEC2 1 0.25 USD",
                        "2026-10 all 2 3.50 USD 35.0%");
        assertThat(answer.out()).doesNotContain("Commitments").endsWith("\nNothing was changed.\n");
    }

    @Test
    void whatDisconnectingWouldTakeIsSaidWithTheCommitmentsAcrossTheBorder() {
        TestCommand answer = run("accounts", "what-if", "disconnect", "--source", "acme", WEB, "--json");
        TestCommand before = run("accounts", "what-if", "connect", "--source", "acme", "123456789012");

        assertThat(answer.out())
                .isEqualTo("{\"verb\":\"accounts what-if disconnect\",\"source\":\"acme\","
                        + "\"accounts\":[\"000000000042\"],\"periods\":[{\"billing_period\":\"2026-10\","
                        + "\"currency\":\"USD\",\"unblended_cost\":{\"delivered\":\"10.000000000000000001\","
                        + "\"changed\":\"0.000000000000000001\"},\"share\":\"0\",\"services\":["
                        + "{\"product_code\":\"AmazonEC2\",\"rows\":2,\"unblended_cost\":\"0.000000000000000001\"}]}],"
                        + "\"commitments\":[],\"commitments_without_owner\":[]}\n");
        assertThat(before.out()).startsWith("Nothing would change: the account has no line item there.\n");
        assertThat(TestCommand.cells(before.out()))
                .contains(
                        "Commitments that would be used across the border of the connected accounts:",
                        PLAN + " 999988887777 Labs 000000000042 Web owner 4.00 USD");
    }

    @Test
    void commitmentsAreJsonToo() {
        assertThat(run("accounts", "what-if", "connect", "--source", "acme", "123456789012", "--json")
                        .out())
                .isEqualTo("{\"verb\":\"accounts what-if connect\",\"source\":\"acme\","
                        + "\"accounts\":[\"123456789012\"],\"periods\":[],\"commitments\":[{\"commitment_arn\":\""
                        + PLAN
                        + "\",\"owner\":\"999988887777\",\"user\":\"000000000042\",\"outside\":\"owner\","
                        + "\"border\":\"existing\",\"currency\":\"USD\",\"effective_cost\":\"4\"}],"
                        + "\"commitments_without_owner\":[]}\n");
    }

    @Test
    void mistakesAreRefused() {
        write("bad.csv", "account_id,email\n" + WEB + ",a@example.com\n");

        assertRefused(
                run("accounts", "import", "--source", "acme", "--file", file("none.csv")),
                "Cannot read accounts from " + file("none.csv") + ": there is no such file.\n");
        assertRefused(
                run("accounts", "import", "--source", "acme", "--file", file("bad.csv")),
                "Cannot read accounts from " + file("bad.csv")
                        + ", line 1: its header is 'account_id,email' and must be "
                        + "account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…] with each column once and one "
                        + "besides account_id.\n");
        assertRefused(
                run("accounts", "what-if", "connect", "--source", "other", LABS),
                "Cannot find source 'other': the configuration has 'acme'.\n");
        assertRefused(
                run("accounts", "what-if", "connect", "--source", "acme", "--period", "October", LABS),
                "Cannot read the arguments: 'October' is no billing period: write YYYY-MM, for example 2026-10.\n");
    }

    @Test
    void aFileOfAnotherEncodingIsRefused() throws IOException {
        Files.write(folder.resolve("latin1.csv"), new byte[] {'a', (byte) 0xfc, '\n'});

        assertRefused(
                run("accounts", "import", "--source", "acme", "--file", file("latin1.csv")),
                "Cannot read accounts from " + file("latin1.csv") + ": it is not UTF-8. Save it as \"CSV UTF-8\".\n");
    }

    private static TestCommand run(String... arguments) {
        return TestCommand.configured(config, arguments);
    }

    private static void assertRefused(TestCommand command, String err) {
        command.assertRefused(err);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
