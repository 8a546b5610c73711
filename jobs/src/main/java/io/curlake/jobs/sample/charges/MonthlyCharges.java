package io.curlake.jobs.sample.charges;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.commitments.ReservationCharges;
import io.curlake.jobs.sample.commitments.SavingsPlanCharges;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.plan.MonthlyRows;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.TickShape;
import java.util.List;

/**
 * Charges for a whole month: fees of the commitments, upfront ones in the month they were bought; support; then taxes,
 * credits, Marketplace fees and refunds in turn, the taxes visiting one account after the other.
 */
final class MonthlyCharges {
    private static final long IDENTITY = 1L << 40;
    private static final int UNASSIGNED_ONE_IN = 3;

    private final Month month;
    private final Frame frame;
    private final List<SavingsPlanCharges> plans;
    private final List<ReservationCharges> reservations;
    private final Dice dice;

    MonthlyCharges(Month month, Frame frame, List<SavingsPlanCharges> plans, List<ReservationCharges> reservations) {
        this.month = month;
        this.frame = frame;
        this.plans = plans;
        this.reservations = reservations;
        this.dice = month.monthDice(Section.MONTHLY);
    }

    void fill(LineItem item, int row) {
        long identity = IDENTITY + row;
        int upfront = row - TickShape.RESERVATIONS - MonthlyRows.SUPPORT;
        if (row < TickShape.RESERVATIONS) {
            reservations.get(row).monthlyFee(item, identity);
        } else if (upfront < 0) {
            support(item, identity);
        } else if (month.plan().first() && upfront < MonthlyRows.UPFRONT_FEES) {
            upfrontFee(item, upfront, identity);
        } else {
            other(item, row - MonthlyRows.ofCommitments(month.plan().first()), identity);
        }
    }

    /** Fills a credit for an account; a restatement brings some, too. */
    void credit(LineItem item, Dice at, long identity) {
        Account account = month.organization().any(at.at(1));
        long amount = -(long) at.at(2).between(1, 2_000_000) * 100_000;
        begin(item, account, "Credit", identity);
        item.set(LINE_ITEM_PRODUCT_CODE, "AmazonEC2")
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, "EDP_CREDITS, " + at.at(3).hex(6));
        charge(item, amount);
    }

    private void upfrontFee(LineItem item, int number, long identity) {
        int bought = 1 + number % 2;
        if (number < 2) {
            reservations.get(bought).upfrontFee(item, identity);
        } else {
            plans.get(bought).upfrontFee(item, identity);
        }
    }

    private void support(LineItem item, long identity) {
        begin(item, month.organization().payer(), "Fee", identity);
        item.set(LINE_ITEM_PRODUCT_CODE, "OCBPremiumSupport")
                .set(LINE_ITEM_USAGE_TYPE, "Dollar")
                .set(LINE_ITEM_OPERATION, "None")
                .set(PRODUCT_SERVICECODE, "OCBPremiumSupport")
                .set(PRODUCT_FEE_CODE, "SupportFee")
                .set(PRODUCT_FEE_DESCRIPTION, "Enterprise Support, monthly")
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, "10% of monthly AWS usage for the first $150,000");
        charge(item, dice.at(-1).between(1_000_000, 9_000_000) * 100_000L);
    }

    private void other(LineItem item, int number, long identity) {
        Dice at = dice.at(number);
        switch (number % 6) {
            case 1 -> credit(item, at, identity);
            case 3 -> marketplaceFee(item, at, identity);
            case 5 -> refund(item, at, identity);
            default -> tax(item, number / 6 * 3 + number % 6 / 2, at, identity);
        }
        if (number % 6 < 2
                && month.spec().has(SampleVariant.EMPTY_USAGE_ACCOUNT)
                && at.at(9).hitsOneIn(UNASSIGNED_ONE_IN)) {
            item.set(LINE_ITEM_USAGE_ACCOUNT_ID, "").set(LINE_ITEM_USAGE_ACCOUNT_NAME, "");
        }
    }

    private void tax(LineItem item, int number, Dice at, long identity) {
        List<Account> accounts = month.organization().accounts();
        Account account = accounts.get(number % accounts.size());
        Product product = month.catalog().any(Region.US_EAST_1, at.at(1));
        begin(item, account, "Tax", identity);
        item.set(LINE_ITEM_TAX_TYPE, account.paysDollars() ? "USSalesTax" : "VAT")
                .set(LINE_ITEM_PRODUCT_CODE, product.productCode())
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, "Tax for product code " + product.productCode());
        charge(item, at.at(2).hitsOneIn(5) ? 0 : at.at(2).between(1, 90_000) * 1_000_000L);
    }

    private void marketplaceFee(LineItem item, Dice at, long identity) {
        Account account = month.organization().anyInDollars(at.at(1));
        begin(item, account, "Fee", identity);
        frame.marketplace(item, account);
        item.set(LINE_ITEM_PRODUCT_CODE, "8xk2marketplaceguard0001")
                .set(LINE_ITEM_USAGE_TYPE, "MP:Contract")
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, "AWS Marketplace contract fee, \"Acme Guard\"");
        charge(item, at.at(2).between(1, 500) * 10_000_000_000L);
    }

    private void refund(LineItem item, Dice at, long identity) {
        Account account = month.organization().any(at.at(1));
        begin(item, account, "Refund", identity);
        frame.bill(item, account, "AWS", "Refund");
        item.set(LINE_ITEM_PRODUCT_CODE, "AmazonRDS")
                .set(
                        LINE_ITEM_LINE_ITEM_DESCRIPTION,
                        "Refund for case " + at.at(2).below(100_000_000));
        charge(item, -(long) at.at(3).between(1, 30_000) * 10_000_000);
    }

    private void begin(LineItem item, Account account, String type, long identity) {
        frame.begin(item, account, type, frame.wholeMonth(), identity);
        item.set(LINE_ITEM_USAGE_AMOUNT, 1.0);
    }

    private void charge(LineItem item, long cost) {
        item.set(LINE_ITEM_UNBLENDED_COST, Units.amount(cost)).set(LINE_ITEM_BLENDED_COST, Units.amount(cost));
        month.contract().leave(item, cost);
    }
}
