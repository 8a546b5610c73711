package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.SentJson;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** Makes the bucket, or finds it. A bucket that was there before is never changed but for its policy. */
final class BucketStep implements Step {
    private final Target target;
    private final Journal journal;
    private final Supplier<List<String>> lacks;

    /** @param lacks what a bucket that is there has not, which one of ours would */
    BucketStep(Target target, Journal journal, Supplier<List<String>> lacks) {
        this.target = target;
        this.journal = journal;
        this.lacks = lacks;
    }

    @Override
    public String title() {
        return "bucket " + target.bucket() + " in " + target.region();
    }

    @Override
    public StepState inspect() {
        return BucketPlace.of(target.source(), target.clients()).exists()
                ? new StepState.Present(lacks.get())
                : new StepState.Absent();
    }

    @Override
    public List<Request> requests() {
        return List.of(new Request("s3:CreateBucket", SentJson.of(request())));
    }

    @Override
    public void apply() {
        journal.write(Journal.Change.CREATE_BUCKET, target.bucket(), "");
        try {
            AwsCalls.call(
                    "create bucket '" + target.bucket() + "'",
                    new Permission("s3:CreateBucket", target.arn()),
                    () -> target.s3().createBucket(request()));
        } catch (BucketAlreadyOwnedByYouException e) {
            // Another run was faster.
            return;
        } catch (BucketAlreadyExistsException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot create bucket '" + target.bucket() + "': another account has a bucket of this name. Names "
                            + "are shared by all of AWS; choose another.",
                    e);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal("create bucket '" + target.bucket() + "'", e);
        }
    }

    /** S3 takes every region as a constraint but the one where it was first. */
    private CreateBucketRequest request() {
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(target.bucket());
        if (!target.region().equals(Partition.AWS.billingRegion())) {
            request.createBucketConfiguration(place -> place.locationConstraint(target.region()));
        }
        return request.build();
    }
}
