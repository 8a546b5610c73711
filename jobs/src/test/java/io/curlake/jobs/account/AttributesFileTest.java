package io.curlake.jobs.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesFileTest {
    private static final String FORM = "account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…] with each column "
            + "once and one besides account_id";

    @Test
    void aLineDescribesAnAccountInTheColumnsThatTheFileHas() {
        assertThat(AttributesFile.read("accounts.csv", """
                        account_id,name,owner,cost_center,ou_path,tag:team
                        000000000042,"Web, EU", Ada ,4711,/prod/web,shop
                        999988887777,,,,,
                        """))
                .containsExactly(
                        AccountStatement.of(new AccountId("000000000042"))
                                .with("account_name", "Web, EU")
                                .with("owner", "Ada")
                                .with("cost_center", "4711")
                                .with("ou_path", "/prod/web")
                                .with("tag:team", "shop"),
                        AccountStatement.of(new AccountId("999988887777"))
                                .with("account_name", "")
                                .with("owner", "")
                                .with("cost_center", "")
                                .with("ou_path", "")
                                .with("tag:team", ""));
    }

    @Test
    void aColumnThatTheFileLacksIsNotSpokenOf() {
        assertThat(AttributesFile.read("accounts.csv", "owner,account_id\nAda,000000000042\n"))
                .containsExactly(
                        AccountStatement.of(new AccountId("000000000042")).with("owner", "Ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_id", "account,owner", "account_id,email", "account_id,tag:", "owner,name"})
    void anotherHeaderIsRefused(String header) {
        String line = "000000000042" + (header.contains(",") ? ",Ada" : "");

        assertRefused(header + "\n" + line + "\n", 1, "its header is '" + header + "' and must be " + FORM);
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> AttributesFile.read("accounts.csv", "account_id,owner,owner\n000000000042,Ada,Bob\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot read accounts from accounts.csv, line 1: ");
    }

    @Test
    void aFileThatNamesNobodyIsRefused() {
        assertRefused("account_id,owner\n", 1, "it names no account below its header");
    }

    @Test
    void everyMistakeIsRefusedWithItsLine() {
        assertRefused(
                "account_id,owner\n000000000042,Ada\n42,Bob\n",
                3,
                "'42' is no account id: an account id has 12 digits, this has 2 (did a spreadsheet drop leading zeros? "
                        + "then it is '000000000042')");
        assertRefused(
                "account_id,owner\n000000000042,Ada\n000000000042,Bob\n",
                3,
                "account 000000000042 stands in line 2 already");
        assertRefused("account_id,owner\n000000000042\n", 2, "it has 1 field and the header has 2");
    }

    private static void assertRefused(String content, int line, String reason) {
        assertThatThrownBy(() -> AttributesFile.read("accounts.csv", content))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot read accounts from accounts.csv, line " + line + ": " + reason + ".");
    }
}
