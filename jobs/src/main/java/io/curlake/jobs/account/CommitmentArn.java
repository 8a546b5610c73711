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
    private static final Pattern OWNER = Pattern.compile("arn:aws[a-z-]*:[^:]+:[^:]*:(\\d{12}):.+");

    /** Empty where the text names no account. */
    public Optional<AccountId> owner() {
        Matcher matcher = OWNER.matcher(value);
        return matcher.matches() ? Optional.of(new AccountId(matcher.group(1))) : Optional.empty();
    }
}
