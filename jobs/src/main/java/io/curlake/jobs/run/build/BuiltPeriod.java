package io.curlake.jobs.run.build;

import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the gold tables of one billing period of one source.
 *
 * @param rows line items that it was built from
 * @param tables the seconds that it took to write each
 * @param remarks what a person should know of
 * @param refusal why the period was not built
 */
public record BuiltPeriod(
        Partition partition,
        Status status,
        String deliveryId,
        long rows,
        Map<TableName, Double> tables,
        List<String> remarks,
        Optional<Refusal> refusal,
        double seconds) {

    /** How a period ended. */
    public enum Status {
        BUILT,
        UNCHANGED,
        REFUSED
    }

    static BuiltPeriod unchanged(Partition partition, String deliveryId) {
        return new BuiltPeriod(partition, Status.UNCHANGED, deliveryId, 0, Map.of(), List.of(), Optional.empty(), 0);
    }

    static BuiltPeriod refused(Partition partition, String deliveryId, Refusal refusal, double seconds) {
        return new BuiltPeriod(
                partition, Status.REFUSED, deliveryId, 0, Map.of(), List.of(), Optional.of(refusal), seconds);
    }

    public ExitCode exitCode() {
        return refusal.map(Refusal::exitCode).orElse(ExitCode.DONE);
    }
}
