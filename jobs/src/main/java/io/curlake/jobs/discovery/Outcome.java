package io.curlake.jobs.discovery;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;

/**
 * What came of one look: for one type of resources in one region of one account, or for what goes before that.
 *
 * @param region {@code global} for what is of no region
 * @param type a word of {@link io.curlake.model.resource.ResourceType}, or {@code account}, {@code regions}, {@code region} or
 *     {@code metrics}
 * @param found how many resources
 * @param action what was denied, {@code ec2:DescribeVolumes}; several with commas between them; "" for nothing
 * @param arn on what it was denied; "" where AWS did not say
 * @param statement the IAM statement to add, JSON; "" where none helps
 * @param message one sentence that says what to do; "" where there is nothing to
 */
public record Outcome(
        String account,
        String region,
        String type,
        Status status,
        long found,
        Instant began,
        long millis,
        String action,
        String arn,
        String statement,
        String message)
        implements Serializable {
    public static final String ACCOUNT = "account";
    public static final String REGIONS = "regions";
    public static final String ONE_REGION = "region";
    public static final String METRICS = "metrics";

    /** How it ended. */
    public enum Status {
        /** Everything that can be seen was seen. */
        FOUND,
        /** All resources were listed; something about them was denied. */
        PARTLY,
        DENIED,
        THROTTLED,
        FAILED,
        /** Not looked at, for a reason that is no fault. */
        SKIPPED;

        /** As in {@code discovery_run}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what was not found is not there. */
    public boolean isListed() {
        return status == Status.FOUND || status == Status.PARTLY;
    }
}
