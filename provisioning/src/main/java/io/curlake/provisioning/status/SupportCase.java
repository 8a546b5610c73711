package io.curlake.provisioning.status;

import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the support case with which AWS fills months that an export has not delivered. */
final class SupportCase {
    private SupportCase() {}

    static String text(ExportStatus.Subject subject, List<BillingPeriod> missing) {
        String months = missing.stream().map(BillingPeriod::toString).collect(Collectors.joining(", "));
        return "Subject: Back-fill of a billing export\n"
                + "Account: " + subject.payer() + "\n"
                + "Export: " + subject.id() + "\n"
                + "Please deliver this export again for the billing periods " + months
                + ". They are not in its bucket.\n";
    }
}
