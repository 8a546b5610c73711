package io.curlake.provisioning.status;

import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.report.DenialReport;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** The words of a status. */
public final class StatusReport {
    private StatusReport() {}

    public static String of(ExportStatus status) {
        StringBuilder text = new StringBuilder(
                status.subject().source() + ": " + status.subject().id() + "\n");
        text.append("created         ").append(created(status.created())).append('\n');
        text.append("health          ").append(status.health().meaning()).append('\n');
        status.lastExecution()
                .ifPresent(execution -> text.append("last execution  ")
                        .append(execution.id())
                        .append(' ')
                        .append(ExecutionWords.of(execution))
                        .append(execution
                                .createdAt()
                                .map(at -> ", started " + at.truncatedTo(ChronoUnit.SECONDS))
                                .orElse(""))
                        .append('\n'));
        if (status.periods().isEmpty()) {
            text.append("deliveries      ").append(awaited(status)).append('\n');
        }
        status.periods().forEach(period -> text.append(line(period)));
        if (!status.missing().isEmpty()) {
            text.append("missing         ")
                    .append(status.missing().stream().map(Object::toString).collect(Collectors.joining(", ")))
                    .append(". AWS fills months on request; open a support case:\n\n")
                    .append(SupportCase.text(status.subject(), status.missing()))
                    .append('\n');
        }
        return text.append(DenialReport.of(status.denied())).toString();
    }

    private static String created(Created created) {
        return created.at()
                .map(at -> at + " (" + created.evidence().words() + ")")
                .orElse("unknown");
    }

    private static String awaited(ExportStatus status) {
        return status.firstDeliveryBy()
                .map(by -> by.isAfter(status.asOf())
                        ? "none yet, first delivery expected by " + by
                        : "none, first delivery was expected by " + by + "; run 'curlake export check'")
                .orElse(status.denied().isEmpty() ? "none yet" : "none seen");
    }

    private static String line(DeliveredPeriod period) {
        String files = period.files() + (period.files() == 1 ? " file" : " files");
        String deliveries = period.deliveries() == 1 ? "" : ", " + period.deliveries() + " deliveries";
        String torn = period.missing().isEmpty()
                ? ""
                : ", " + period.missing().size() + " of them missing, first '"
                        + period.missing().get(0) + "'";
        return period.period() + "         delivered " + period.delivered()
                + period.problem().map(problem -> ", " + problem).orElse(", " + files + torn) + deliveries + "\n";
    }
}
