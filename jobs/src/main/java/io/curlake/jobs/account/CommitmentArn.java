package io.curlake.jobs.account;

import io.curlake.model.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a Savings Plan or a reservation. The account in it bought the commitment and owns it, whatever account uses
 * it. Partitions other than {@code aws} begin with {@code aws-}.
 */
public record CommitmentArn(String value) {
    /** A regular expression that an ARN matches as a whole; its only group is the owner. For Java and for Spark's SQL. */
    public static final String OWNER = "^arn:aws[a-z-]*:[^:]+:[^:]*:(\\d{12}):.+";

    private static final Pattern PATTERN = Pattern.compile(OWNER);

    /** Empty where the text names no account. */
    public Optional<AccountId> owner() {
        Matcher matcher = PATTERN.matcher(value);
        return matcher.matches() ? Optional.of(new AccountId(matcher.group(1))) : Optional.empty();
    }
}
