package io.curlake.jobs.run.due;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.model.BillingPeriod;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What the periods of one load share.
 *
 * @param history as it was when the run began
 * @param requireLock refuses where another run took the lock over
 */
public record OpenRun(
        Warehouse warehouse,
        Progress progress,
        Patience patience,
        LoadRequest request,
        ConnectedAccounts connected,
        LoadHistory history,
        Runnable requireLock) {

    /** The month it is. */
    public BillingPeriod current() {
        return new BillingPeriod(YearMonth.now(warehouse.clock().withZone(ZoneOffset.UTC)));
    }
}
