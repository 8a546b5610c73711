package io.curlake.jobs.sample.commitments;

import io.curlake.model.BillingPeriod;
import java.util.List;

/** Start and end of a commitment, as AWS writes these times into text columns. */
final class Terms {
    private Terms() {}

    /** A term of so many years from the start of a period. */
    static List<String> of(BillingPeriod bought, int years) {
        BillingPeriod after = new BillingPeriod(bought.month().plusYears(years));
        return List.of(text(bought), text(after));
    }

    private static String text(BillingPeriod period) {
        return period.start().toString().replace("Z", ".000Z");
    }
}
