package io.curlake.jobs.run;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.accounts.AccountCatalog;
import io.curlake.jobs.run.comparison.StabilityHistory;
import io.curlake.jobs.table.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a load does when its periods are done. Nothing here decides whether the cost is right, so that a failure is a remark
 * and no failure of the load; the next one makes up for it.
 */
record Aftermath(Warehouse warehouse, Runnable requireLock) {
    /** Learns of accounts, and says what there is to say of the run as a whole. */
    List<String> of(List<PeriodResult> results) {
        List<PeriodResult> loaded =
                results.stream().filter(r -> r.status() == Status.LOADED).toList();
        List<String> remarks = new ArrayList<>();
        if (!loaded.isEmpty()) {
            remarks.addAll(attempt("learn of accounts", () -> {
                requireLock.run();
                new AccountCatalog(warehouse)
                        .learn(loaded.stream().map(PeriodResult::partition).toList());
                return List.of();
            }));
        }
        List<String> restated = loaded.stream()
                .filter(r -> r.restatement().isPresent())
                .map(PeriodResult::partition)
                .map(Partition::source)
                .distinct()
                .toList();
        if (!restated.isEmpty()) {
            remarks.addAll(attempt(
                    "tell how stable the cost of a day is",
                    () -> List.of(
                            new StabilityHistory(warehouse).ofNewest(restated).line())));
        }
        return remarks;
    }

    private static List<String> attempt(String what, Supplier<List<String>> task) {
        try {
            return task.get();
        } catch (Exception e) {
            return List.of(String.valueOf(Failures.of(e, what).getMessage()));
        }
    }
}
