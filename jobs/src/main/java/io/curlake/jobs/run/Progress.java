package io.curlake.jobs.run;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.table.Partition;

/** Is told how a run proceeds, on the thread that runs it. */
public interface Progress {
    Progress SILENT = new Progress() {};

    /** Something a person should know of, in a sentence. */
    default void notice(String sentence) {}

    /** A period's delivery is about to be loaded. */
    default void loading(Delivery delivery) {}

    /** A period's files are about to be masked for other accounts; its delivery is not read, or only in part. */
    default void masking(Delivery delivery) {}

    /** A step of publishing the period is done. */
    default void reached(Step step, Partition partition) {}

    /** A period is done with: loaded, unchanged or refused. */
    default void done(PeriodResult result) {}
}
