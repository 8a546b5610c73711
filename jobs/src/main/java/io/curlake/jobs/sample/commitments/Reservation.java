package io.curlake.jobs.sample.commitments;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.organization.Uuids;
import io.curlake.jobs.sample.plan.Section;
import java.util.List;

/**
 * Reserved instances of one type, bought for a year on the first day of the sample.
 *
 * @param instances how many
 * @param effective units an hour and instance, upfront and recurring together
 */
record Reservation(
        String arn,
        String subscription,
        Account owner,
        Product product,
        PaymentOption payment,
        int instances,
        long effective) {
    static final int YEARS = 1;
    private static final List<PaymentOption> PAYMENTS =
            List.of(PaymentOption.NO_UPFRONT, PaymentOption.PARTIAL_UPFRONT, PaymentOption.ALL_UPFRONT);

    static Reservation of(Month month, int number) {
        Dice dice = month.dice(Section.RESERVATIONS).at(number);
        Account owner = month.organization().anyInDollars(dice.at(1));
        Product product = switch (number) {
            case 0 -> month.catalog().named("BoxUsage:m5.large", Region.US_EAST_1);
            case 1 -> month.catalog().named("InstanceUsage:db.r5.large", Region.EU_WEST_1);
            default -> month.catalog().named("BoxUsage:c5.2xlarge", Region.US_WEST_2);
        };
        PaymentOption payment = PAYMENTS.get(number);
        String service = product.productCode().equals("AmazonRDS") ? "rds" : "ec2";
        String kind = service.equals("rds") ? ":ri:" : ":reserved-instances/";
        return new Reservation(
                "arn:aws:" + service + ":" + product.region().code() + ":" + owner.id() + kind + Uuids.of(dice.at(2)),
                String.valueOf(1_000_000_000L + dice.at(3).below(900_000_000)),
                owner,
                product,
                payment,
                month.shape().reservationRows(),
                Units.hourlyRate(product.rate(), 66 - 4 * number));
    }

    /** Units an hour and instance that were paid when it was bought. */
    long upfront() {
        return payment.upfrontPercent() == 0 ? 0 : Units.hourlyRate(effective, payment.upfrontPercent());
    }

    /** Units an hour and instance that are charged every month. */
    long recurring() {
        return effective - upfront();
    }

    /** Units paid at once for all instances and the whole term. */
    long upfrontValue() {
        return upfront() * instances * 24 * 365 * YEARS;
    }
}
