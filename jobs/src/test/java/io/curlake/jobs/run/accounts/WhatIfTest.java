package io.curlake.jobs.run.accounts;

import static io.curlake.jobs.run.accounts.TestCosts.Cost.covered;
import static io.curlake.jobs.run.accounts.TestCosts.Cost.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WEB is connected, LABS and DATA are not; each may own what another uses. */
class WhatIfTest {
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final String DATA = "123456789012";
    private static final String PLAN_OF_LABS = "arn:aws:savingsplans::999988887777:savingsplan/1";
    private static final String RESERVATION_OF_WEB = "arn:aws:ec2:eu-west-1:000000000042:reserved-instances/2";

    @TempDir
    static Path folder;

    private static TestWarehouse test;

    @BeforeAll
    static void load() {
        test = TestWarehouse.in(folder).connect(WEB);
        new TestCosts()
                .deliver("2026-09", "e1", usage(WEB, "Web", "AmazonEC2", "10"), usage(DATA, "", "AmazonS3", "1"))
                .deliver("2026-10", "old", usage(LABS, "Labs", "AmazonEC2", "1000"))
                .deliver(
                        "2026-10",
                        "e2",
                        usage(PAYER, "", "AmazonEC2", "65.5"),
                        usage("", "", "AmazonEC2", "1"),
                        usage(LABS, "Labs", "AmazonEC2", "30"),
                        usage(LABS, "Labs", "AmazonS3", "2.25"),
                        usage(LABS, "Labs", "AmazonS3", "1.25"),
                        usage(LABS, "Labs", "AmazonS3", "5").in("EUR"),
                        covered(WEB, PLAN_OF_LABS, "4"),
                        covered(DATA, PLAN_OF_LABS, "3"),
                        covered(LABS, PLAN_OF_LABS, "100"),
                        covered(DATA, RESERVATION_OF_WEB, "2"),
                        covered(WEB, "no-arn", "1"))
                .write(test);
    }

    @Test
    void connectingBringsTheSpendOfTheNewestDeliveryByPeriodAndService() {
        WhatIfAnswer answer = whatIf().connect(ids(LABS, DATA));

        assertThat(answer.periods())
                .extracting(WhatIfTest::text)
                .containsExactly(
                        "2026-09 USD 1 of 11, 0.090909: AmazonS3 1 1",
                        "2026-10 EUR 5 of 5, 1: AmazonS3 1 5",
                        "2026-10 USD 33.5 of 100, 0.335: AmazonEC2 4 30, AmazonS3 2 3.5");
    }

    @Test
    void onlyThePeriodsAskedForAreAnswered() {
        WhatIfAnswer answer = new WhatIf(
                        test.warehouse(),
                        test.warehouse().config().source("acme"),
                        List.of(BillingPeriod.parse("2026-09")))
                .connect(ids(DATA));

        assertThat(answer.periods())
                .extracting(WhatIfTest::text)
                .containsExactly("2026-09 USD 1 of 11, 0.090909: AmazonS3 1 1");
        assertThat(answer.commitments()).isEmpty();
    }

    @Test
    void connectingTheOwnerOfAPlanMovesTheBorderToItsOtherUsers() {
        WhatIfAnswer answer = whatIf().connect(ids(LABS));

        assertThat(answer.commitments())
                .extracting(WhatIfTest::text)
                .containsExactly(
                        PLAN_OF_LABS + " of 999988887777 by 123456789012 USER_OUTSIDE NEW 3 USD",
                        RESERVATION_OF_WEB + " of 000000000042 by 123456789012 USER_OUTSIDE EXISTING 2 USD");
        assertThat(answer.ownerless()).containsExactly("no-arn");
    }

    @Test
    void connectingAUserLeavesTheOwnerOutside() {
        WhatIfAnswer answer = whatIf().connect(ids(DATA));

        assertThat(answer.commitments())
                .extracting(WhatIfTest::text)
                .containsExactly(
                        PLAN_OF_LABS + " of 999988887777 by 000000000042 OWNER_OUTSIDE EXISTING 4 USD",
                        PLAN_OF_LABS + " of 999988887777 by 123456789012 OWNER_OUTSIDE NEW 3 USD");
    }

    @Test
    void disconnectingTakesItsSpendAndWhatItShares() {
        WhatIfAnswer answer = whatIf().disconnect(ids(WEB));

        assertThat(answer.periods())
                .extracting(WhatIfTest::text)
                .containsExactly(
                        "2026-09 USD 10 of 11, 0.909091: AmazonEC2 1 10", "2026-10 USD 0 of 100, 0: AmazonEC2 2 0");
        assertThat(answer.commitments()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertRefused(
                () -> whatIf().connect(ids(WEB)),
                ExitCode.USAGE,
                "Cannot connect account 000000000042 to 'acme': it is connected already. See 'curlake accounts list'.");
        assertRefused(
                () -> whatIf().disconnect(ids(LABS)),
                ExitCode.USAGE,
                "Cannot disconnect account 999988887777 from 'acme': it is not connected. See 'curlake accounts list'.");
        assertRefused(
                () -> whatIf().disconnect(ids(PAYER)),
                ExitCode.USAGE,
                "Cannot disconnect account 111122223333 from 'acme': it is the payer account. Remove the source from the "
                        + "configuration instead.");
    }

    @Test
    void aPeriodThatIsNotLoadedIsRefused() {
        assertRefused(
                () -> new WhatIf(
                                test.warehouse(),
                                test.warehouse().config().source("acme"),
                                List.of(BillingPeriod.parse("2026-12")))
                        .connect(ids(LABS)),
                ExitCode.NOTHING_DELIVERED,
                "Cannot tell what connecting accounts to 'acme' would change: billing period 2026-12 is not loaded. Run "
                        + "'curlake load' first.");
    }

    @Test
    void aWarehouseWithoutALoadIsRefused(@TempDir Path other) {
        TestWarehouse empty = TestWarehouse.in(other).connect(WEB);

        assertRefused(
                () -> new WhatIf(empty.warehouse(), empty.warehouse().config().source("acme"), List.of())
                        .disconnect(ids(WEB)),
                ExitCode.NOTHING_DELIVERED,
                "Cannot tell what disconnecting accounts from 'acme' would change: nothing of it is loaded. Run 'curlake "
                        + "load' first.");
    }

    @Test
    void aDeliveryWhoseCostWasNotRecordedIsRefused(@TempDir Path other) {
        TestWarehouse old = TestWarehouse.in(other);
        new TestCosts()
                .recorded("cur2-parquet", "2026-10", "e1", usage(LABS, "", "", "1"))
                .write(old);

        assertRefused(
                () -> new WhatIf(old.warehouse(), old.warehouse().config().source("acme"), List.of())
                        .connect(ids(LABS)),
                ExitCode.NOTHING_DELIVERED,
                "Cannot tell what connecting accounts to 'acme' would change: delivered_cost lacks delivery e1 of billing "
                        + "period 2026-10. Its next delivery brings it; until then name other periods with --period.");
    }

    private static WhatIf whatIf() {
        return new WhatIf(test.warehouse(), test.warehouse().config().source("acme"), List.of());
    }

    private static List<AccountId> ids(String... ids) {
        return Arrays.stream(ids).map(AccountId::new).toList();
    }

    private static String text(WhatIfAnswer.PeriodEffect effect) {
        return effect.period() + " " + effect.currency() + " " + plain(effect.changed()) + " of "
                + plain(effect.delivered()) + ", "
                + effect.share().map(WhatIfTest::plain).orElse("") + ": "
                + String.join(
                        ", ",
                        effect.services().stream()
                                .map(service ->
                                        service.productCode() + " " + service.rows() + " " + plain(service.unblended()))
                                .toList());
    }

    private static String text(WhatIfAnswer.SharedCommitment commitment) {
        return commitment.arn() + " of " + commitment.owner() + " by " + commitment.user() + " "
                + commitment.direction() + " " + commitment.border() + " " + plain(commitment.effective()) + " "
                + commitment.currency();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static void assertRefused(ThrowingCallable call, ExitCode exitCode, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(exitCode))
                .hasMessage(message);
    }
}
