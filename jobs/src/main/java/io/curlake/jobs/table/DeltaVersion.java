package io.curlake.jobs.table;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;

/** The Delta on the class path. Parts of Delta Kernel that we call may change with any minor version. */
final class DeltaVersion {
    private static final String BUILT_FOR = "4.4";

    private DeltaVersion() {}

    /** @param found the version that the class path has, like "4.4.0" */
    static void require(String found) {
        if (!found.startsWith(BUILT_FOR + ".")) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot use Delta " + found + ": curlake is built for Delta " + BUILT_FOR
                            + ". Remove the other Delta from the cluster's jars, or submit with "
                            + "--conf spark.driver.userClassPathFirst=true --conf "
                            + "spark.executor.userClassPathFirst=true.");
        }
    }
}
