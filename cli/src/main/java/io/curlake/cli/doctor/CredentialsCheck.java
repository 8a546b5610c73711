package io.curlake.cli.doctor;

import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.S3Config;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Caller;
import io.curlake.provisioning.check.finding.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose credentials these are, and whether AWS's clock and this one agree. */
final class CredentialsCheck {
    private static final String SETTING = "credentials";
    private static final Duration TO_KNOW = Duration.ofMinutes(1);
    /** S3 refuses signatures that are 15 minutes off; a lock outlives its last sign of life by 5. */
    private static final Duration TOO_MUCH = Duration.ofMinutes(5);

    private CredentialsCheck() {}

    /** Whether AWS need not be asked: the store has keys of its own, or the bucket is a local copy. */
    static boolean isSpared(CurlakeConfig config, SourceConfig source) {
        return source.mirror().isPresent()
                || config.s3().flatMap(S3Config::accessKey).isPresent();
    }

    static List<Check> of(String of, AwsClients clients, Optional<SourceConfig> source, Clock clock) {
        List<Check> checks = new ArrayList<>();
        Caller caller = Caller.of(clients);
        checks.add(Check.of(of, identity(caller, source)));
        date(clients).ifPresent(theirs -> checks.add(Check.of(of, clock(Duration.between(theirs, clock.instant())))));
        return checks;
    }

    private static Finding identity(Caller caller, Optional<SourceConfig> source) {
        Optional<SourceConfig> other =
                source.filter(configured -> !configured.payer().equals(caller.account()));
        return other.map(configured -> Finding.note(
                        SETTING,
                        caller.arn() + ", not of the payer " + configured.payer(),
                        "Well for loading; to make and check exports, use credentials of the payer."))
                .orElseGet(() -> Finding.ok(SETTING, caller.arn()));
    }

    /** @param ahead how much this machine's clock is ahead of AWS's */
    static Finding clock(Duration ahead) {
        Duration off = ahead.abs();
        String words = off.compareTo(Duration.ofSeconds(2)) <= 0
                ? "as AWS's"
                : off.toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " AWS's";
        if (off.compareTo(TOO_MUCH) > 0) {
            return Finding.fault("clock", words, "Set it: requests are refused, and locks expire too early.");
        }
        return off.compareTo(TO_KNOW) > 0
                ? Finding.note("clock", words, "Let NTP set it.")
                : Finding.ok("clock", words);
    }

    private static Optional<Instant> date(AwsClients clients) {
        return clients.sts()
                .getCallerIdentity()
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    }
}
