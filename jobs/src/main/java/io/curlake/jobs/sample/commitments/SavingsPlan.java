package io.curlake.jobs.sample.commitments;

import io.curlake.jobs.sample.catalog.Units;

/**
 * A Savings Plan of the payer, bought on the first day of the sample.
 *
 * @param family the instance family of an EC2 Instance plan; empty for a Compute plan
 * @param percent its rate in percent of the on-demand rate
 * @param commitment units an hour: what its usage costs if everything runs the whole hour
 */
record SavingsPlan(
        String arn, PaymentOption payment, int years, String family, String region, int percent, long commitment) {

    String offeringType() {
        return family.isEmpty() ? "ComputeSavingsPlans" : "EC2InstanceSavingsPlans";
    }

    String usageType() {
        return (family.isEmpty() ? "ComputeSP:" : "EC2SP:" + family + ".")
                + years
                + "yr"
                + payment.text().replace(" ", "");
    }

    String description() {
        return years + " year " + payment.text() + (family.isEmpty() ? " Compute" : " " + family + " EC2 Instance")
                + " Savings Plan";
    }

    /** Units an hour of the on-demand rate that the plan charges instead. */
    long rate(long onDemandRate) {
        return Units.hourlyRate(onDemandRate, percent);
    }

    /** The part of the hourly commitment that was paid when the plan was bought. */
    long upfront() {
        return Units.percent(commitment, payment.upfrontPercent());
    }

    /** The part of the hourly commitment that is charged every hour. */
    long recurring() {
        return commitment - upfront();
    }
}
