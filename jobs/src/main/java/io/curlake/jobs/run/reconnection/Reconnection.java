package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.run.staging.Staging;
import io.curlake.jobs.table.Publication;

/** How a delivery that is in the table already comes into it for other connected accounts: its files stay. */
public interface Reconnection extends Staging {
    /** Leaves the files where they are; throws {@link NotAsLoaded} where they are not those that were published. */
    void begin(Publication publication);
}
