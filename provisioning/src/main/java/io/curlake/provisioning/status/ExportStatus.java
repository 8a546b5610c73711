package io.curlake.provisioning.status;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.catalog.ExportExecution;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.delivery.Deliveries;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an export is.
 *
 * @param subject what the status is of
 * @param health as AWS says
 * @param lastExecution of Data Exports; legacy reports have none
 * @param periods delivered, the newest first
 * @param asOf when all this was so
 */
public record ExportStatus(
        Subject subject,
        Created created,
        Finding health,
        Optional<ExportExecution> lastExecution,
        List<DeliveredPeriod> periods,
        Instant asOf,
        List<Denied> denied) {
    /**
     * The export that a status is of.
     *
     * @param id the ARN, or the name of a legacy report
     */
    public record Subject(String source, String payer, String id) {}

    public ExportStatus {
        periods = List.copyOf(periods);
        denied = List.copyOf(denied);
    }

    /** Months between the first delivered and the current one of which there is no delivery. */
    public List<BillingPeriod> missing() {
        if (periods.isEmpty()) {
            return List.of();
        }
        BillingPeriod current = new BillingPeriod(YearMonth.from(asOf.atZone(ZoneOffset.UTC)));
        List<BillingPeriod> delivered =
                periods.stream().map(DeliveredPeriod::period).toList();
        BillingPeriod first = delivered.get(delivered.size() - 1);
        return Stream.iterate(first, period -> period.compareTo(current) < 0, BillingPeriod::next)
                .filter(period -> !delivered.contains(period))
                .toList();
    }

    /** By when there should be a first delivery; empty once there is one, or where nobody knows. */
    public Optional<Instant> firstDeliveryBy() {
        return periods.isEmpty()
                ? created.at().map(at -> at.plus(Deliveries.FIRST_WITHIN).truncatedTo(ChronoUnit.SECONDS))
                : Optional.empty();
    }

    /** A denied call may hide a delivery, so it outweighs that there is none. */
    public ExitCode exitCode() {
        if (!denied.isEmpty()) {
            return ExitCode.PERMISSION_DENIED;
        }
        return periods.isEmpty() ? ExitCode.NOTHING_DELIVERED : ExitCode.DONE;
    }
}
