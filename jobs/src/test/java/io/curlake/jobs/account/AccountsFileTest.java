package io.curlake.jobs.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.account.AccountsFile.Line;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTest {
    @Test
    void aLineNamesAnAccountAndPerhapsItsNameAndFirstPeriod() {
        assertThat(AccountsFile.read("accounts.csv", """
                        account_id,name,connected_from
                        000000000042,"Web, EU",
                         999988887777 ,Labs,2026-10
                        """))
                .containsExactly(
                        new Line(new AccountId("000000000042"), "Web, EU", Optional.empty()),
                        new Line(new AccountId("999988887777"), "Labs", Optional.of(BillingPeriod.parse("2026-10"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_id\n000000000042\n",
                "\ufeffaccount_id\r\n000000000042\r\n",
                "name,account_id\n,000000000042",
                "account_id\n\n000000000042\n\n",
            })
    void columnsMayBeLeftOutAndReordered(String content) {
        assertThat(AccountsFile.read("accounts.csv", content))
                .extracting(Line::id)
                .hasToString("[000000000042]");
    }

    @Test
    void lostLeadingZerosAreRefusedWithTheirLine() {
        assertRefused(
                "account_id,name\n000000000042,Web\n7,Labs\n",
                3,
                "'7' is no account id: an account id has 12 digits, this has 1 (did a spreadsheet drop leading zeros? "
                        + "then it is '000000000007')");
    }

    @Test
    void anAccountThatStandsTwiceIsRefusedWithBothLines() {
        assertRefused(
                "account_id\n000000000042\n999988887777\n000000000042\n",
                4,
                "account 000000000042 stands in line 2 already");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertRefused(
                "account,name\n000000000042,Web\n",
                1,
                "its header is 'account,name' and must be account_id[,name][,connected_from]");
        assertRefused(
                "account_id,owner\n000000000042,me\n",
                1,
                "its header is 'account_id,owner' and must be account_id[,name][,connected_from]");
        assertRefused(
                "000000000042\n999988887777\n",
                1,
                "its header is '000000000042' and must be account_id[,name][,connected_from]");
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        assertRefused(
                "account_id,connected_from\n000000000042,October\n",
                2,
                "'October' is no billing period: write YYYY-MM, for example 2026-10");
    }

    @Test
    void aLineOfAnotherLengthIsRefused() {
        assertRefused("account_id,name\n000000000042,Web,EU\n", 2, "it has 3 fields and the header has 2");
        assertRefused("account_id,name\n000000000042\n", 2, "it has 1 field and the header has 2");
    }

    @Test
    void aFileThatNamesNobodyIsRefused() {
        assertRefused("", 1, "it names no account below its header");
        assertRefused("account_id\n", 1, "it names no account below its header");
    }

    private static void assertRefused(String content, int line, String reason) {
        assertThatThrownBy(() -> AccountsFile.read("accounts.csv", content))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot read accounts from accounts.csv, line " + line + ": " + reason + ".");
    }
}
