package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import io.curlake.provisioning.plan.Turns;
import io.curlake.provisioning.policy.PolicyChange;
import io.curlake.provisioning.policy.PolicyDocument;
import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.policy.deny.BucketDenies;
import io.curlake.provisioning.policy.deny.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Lets AWS deliver into the bucket: adds our statements to its policy and keeps all others as they are. A policy that
 * cannot be read is never written.
 */
final class BucketPolicyStep implements Step {
    private static final int LOOKS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Target target;
    private final List<Statement> ours;
    private final Journal journal;
    private final Turns turns;
    private final Pause pause;

    private PolicyDocument found = PolicyDocument.empty();

    BucketPolicyStep(Target target, List<Statement> ours, Journal journal, Turns turns, Pause pause) {
        this.target = target;
        this.ours = List.copyOf(ours);
        this.journal = journal;
        this.turns = turns;
        this.pause = pause;
    }

    @Override
    public String title() {
        return "bucket " + target.bucket() + ": policy";
    }

    @Override
    public StepState inspect() {
        try {
            Optional<PolicyDocument> policy = read();
            found = policy.orElse(PolicyDocument.empty());
            BucketDenies denies = BucketDenies.of(
                    found, Delivery.of(target.source(), target.clients().partition(), Optional.empty()));
            Optional<Refusal> blocked = denies.refusal(target.bucket());
            if (blocked.isPresent()) {
                return refused(blocked.get());
            }
            PolicyChange change = PolicyChange.of(found, ours);
            if (change.isNone()) {
                return new StepState.Present(denies.warnings());
            }
            merged(found);
            return policy.isEmpty() ? new StepState.Absent() : new StepState.Different(change.lines());
        } catch (Denied e) {
            return unreadable(e);
        } catch (Refusal e) {
            return refused(e);
        }
    }

    /** The whole document that the bucket has after this step. */
    String document() {
        return merged(found).json();
    }

    @Override
    public List<Request> requests() {
        return List.of(new Request("s3:PutBucketPolicy", document()));
    }

    @Override
    public void apply() {
        turns.take(() -> {
            PolicyDocument before = read().orElse(PolicyDocument.empty());
            PolicyDocument after = merged(before);
            if (!after.meansTheSameAs(before)) {
                journal.write(
                        Journal.Change.PUT_BUCKET_POLICY,
                        target.bucket(),
                        before.statements().isEmpty() ? "" : before.json());
                write(after);
                requireStored(after);
            }
        });
    }

    private PolicyDocument merged(PolicyDocument before) {
        return before.with(ours);
    }

    private Optional<PolicyDocument> read() {
        String what = "read the policy of bucket '" + target.bucket() + "'";
        try {
            String text = AwsCalls.call(
                    what,
                    new Permission("s3:GetBucketPolicy", target.arn()),
                    () -> target.s3()
                            .getBucketPolicy(r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                            .policy());
            return Optional.of(PolicyDocument.parse(text));
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals("NoSuchBucketPolicy")
                    || AwsCalls.code(e).equals("NoSuchBucket")) {
                return Optional.empty();
            }
            throw AwsCalls.refusal(what, e);
        }
    }

    private void write(PolicyDocument policy) {
        String what = "write the policy of bucket '" + target.bucket() + "'";
        try {
            AwsCalls.call(
                    what,
                    new Permission("s3:PutBucketPolicy", target.arn()),
                    () -> target.s3()
                            .putBucketPolicy(r -> r.bucket(target.bucket())
                                    .expectedBucketOwner(target.owner())
                                    .policy(policy.json())));
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    /** What S3 answers at first may be the policy before. */
    private void requireStored(PolicyDocument written) {
        for (int look = 0; look < LOOKS; look++) {
            if (read().filter(written::meansTheSameAs).isPresent()) {
                return;
            }
            pause.of(BETWEEN_LOOKS);
        }
        throw new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot be sure of the policy of bucket '" + target.bucket() + "': what S3 gives back is not what was "
                        + "written. The policy before is in the journal; compare, and run again.");
    }

    private StepState unreadable(Denied denied) {
        String statements = ours.stream().map(Statement::text).collect(Collectors.joining(",\n"));
        return new StepState.Refused(
                ExitCode.PERMISSION_DENIED,
                denied.refusal().getMessage() + " A policy that cannot be read is never overwritten. Or add these "
                        + "statements to it by hand, and run again:\n" + statements);
    }

    private static StepState refused(Refusal refusal) {
        return new StepState.Refused(refusal.exitCode(), String.valueOf(refusal.getMessage()));
    }
}
