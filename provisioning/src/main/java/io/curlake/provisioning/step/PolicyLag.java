package io.curlake.provisioning.step;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Tries a call again for about a minute while it is refused in a way that a bucket policy just written explains: S3
 * spreads policies slowly, and AWS looks at them when an export is made.
 */
final class PolicyLag {
    private static final int TRIES = 8;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration SPREAD = Duration.ofMinutes(2);

    private final Journal journal;
    private final Clock clock;
    private final Pause pause;

    PolicyLag(Journal journal, Clock clock, Pause pause) {
        this.journal = journal;
        this.clock = clock;
        this.pause = pause;
    }

    void run(String bucket, Runnable call) {
        Duration wait = FIRST;
        for (int attempt = 1; ; attempt++) {
            try {
                call.run();
                return;
            } catch (Denied | AwsServiceException e) {
                if (attempt == TRIES || !isExplained(e) || !isNew(bucket)) {
                    throw e;
                }
                pause.of(wait);
                Duration twice = wait.multipliedBy(2);
                wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            }
        }
    }

    /** What AWS says of a policy that does not let it write is not documented; what it says of a query is. */
    private static boolean isExplained(RuntimeException failure) {
        return failure instanceof AwsServiceException e
                && AwsCalls.code(e).contains("Validation")
                && !AwsCalls.said(e).toLowerCase(Locale.ROOT).contains("quer");
    }

    private boolean isNew(String bucket) {
        return journal.of(Journal.Change.PUT_BUCKET_POLICY, bucket).stream()
                .anyMatch(entry -> entry.at().plus(SPREAD).isAfter(clock.instant()));
    }
}
