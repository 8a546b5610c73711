package io.curlake.provisioning.policy.deny;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.policy.PolicyDocument;
import io.curlake.provisioning.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each Deny statement of a bucket policy does to a delivery. A Deny wins over every Allow, ours included. */
public record BucketDenies(List<DenyVerdict> verdicts) {
    /** What to do about one that blocks. */
    public static final String REMEDY =
            "Exempt AWS's own services by \"Bool\": {\"aws:PrincipalIsAWSService\": \"false\"} in its Condition, or "
                    + "deliver to another bucket.";

    public BucketDenies {
        verdicts = List.copyOf(verdicts);
    }

    /** Evaluates the policy as it is, whoever wrote it. */
    public static BucketDenies of(PolicyDocument document, Delivery delivery) {
        return of(document, delivery, DeliveryContext.of(delivery));
    }

    /** The same where more is known of the delivery. */
    public static BucketDenies of(PolicyDocument document, Delivery delivery, DeliveryContext context) {
        return new BucketDenies(document.statements().stream()
                .filter(Statement::isDeny)
                .map(statement -> new DenyStatement(statement, delivery, context).verdict())
                .toList());
    }

    /** Statements that keep the delivery out. */
    public List<DenyVerdict> blocking() {
        return verdicts.stream().filter(DenyVerdict.Blocks.class::isInstance).toList();
    }

    /** Statements to be looked at by a person: whether they keep the delivery out cannot be told from here. */
    public List<DenyVerdict> undecided() {
        return verdicts.stream().filter(DenyVerdict.Undecided.class::isInstance).toList();
    }

    /** The refusal to deliver into this bucket, where a statement blocks. */
    public Optional<Refusal> refusal(String bucket) {
        List<DenyVerdict> blocking = blocking();
        if (blocking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                ExitCode.PERMISSION_DENIED,
                "Cannot deliver to bucket '" + bucket + "': "
                        + blocking.stream().map(BucketDenies::said).collect(Collectors.joining("; "))
                        + ". " + REMEDY));
    }

    /** The warnings of what is undecided. */
    public List<String> warnings() {
        return undecided().stream()
                .map(verdict -> "In the bucket policy, " + said(verdict)
                        + ". curlake cannot tell; if the export turns UNHEALTHY, this is where to look.")
                .toList();
    }

    private static String said(DenyVerdict verdict) {
        return verdict.statement().name() + " " + verdict.reason();
    }
}
