package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Xml;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** CreateBucket, with the rules of names, regions and owners. */
final class BucketCreation {
    private static final Pattern NAME = Pattern.compile(
            "(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!xn--|sthree-)[a-z0-9](?:[a-z0-9-]|\\.(?!\\.)){1,61}[a-z0-9]");
    private static final String DEFAULT_REGION = "us-east-1";

    private final Buckets buckets;

    BucketCreation(Buckets buckets) {
        this.buckets = buckets;
    }

    Answer create(Call call, Caller caller) {
        String name = S3Operation.bucket(call);
        if (!NAME.matcher(name).matches()) {
            throw AwsError.refused("InvalidBucketName", "The specified bucket is not valid.")
                    .with("BucketName", name);
        }
        String region = region(call, caller);
        Optional<Bucket> existing = buckets.find(name);
        if (existing.isPresent()) {
            return again(existing.get(), caller);
        }
        withTodaysDefaults(buckets.add(name, caller.account(), region));
        return Answer.empty(200).with("Location", "/" + name);
    }

    /** In us-east-1 only, S3 takes the second creation of one's own bucket for granted. */
    private static Answer again(Bucket bucket, Caller caller) {
        if (!bucket.owner().equals(caller.account())) {
            throw new AwsError(
                            409,
                            "BucketAlreadyExists",
                            "The requested bucket name is not available. The bucket namespace is shared by all users "
                                    + "of the system. Please select a different name and try again.")
                    .with("BucketName", bucket.name());
        }
        if (bucket.region().equals(DEFAULT_REGION) && caller.region().equals(DEFAULT_REGION)) {
            return Answer.empty(200).with("Location", "/" + bucket.name());
        }
        throw new AwsError(
                        409,
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already own it.")
                .with("BucketName", bucket.name());
    }

    /** The endpoint of us-east-1 creates anywhere, every other one in its own region only. */
    private static String region(Call call, Caller caller) {
        Optional<String> constraint = constraint(call);
        if (caller.region().equals(DEFAULT_REGION)) {
            if (constraint.filter(DEFAULT_REGION::equals).isPresent()) {
                throw AwsError.refused("InvalidLocationConstraint", "The specified location-constraint is not valid");
            }
            return constraint.orElse(DEFAULT_REGION);
        }
        if (constraint.isEmpty()) {
            throw AwsError.refused(
                    "IllegalLocationConstraintException",
                    "The unspecified location constraint is incompatible for the region specific endpoint this "
                            + "request was sent to.");
        }
        if (!constraint.get().equals(caller.region())) {
            throw AwsError.refused(
                    "IllegalLocationConstraintException",
                    "The " + constraint.get() + " location constraint is incompatible for the region specific "
                            + "endpoint this request was sent to.");
        }
        return caller.region();
    }

    private static Optional<String> constraint(Call call) {
        if (call.body().length == 0) {
            return Optional.empty();
        }
        Element root = Xml.parsed(call.body());
        if (!root.getLocalName().equals("CreateBucketConfiguration")) {
            throw Xml.malformed();
        }
        return Xml.children(root).stream()
                .filter(child -> child.getLocalName().equals("LocationConstraint"))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.equals("EU") ? "eu-west-1" : text)
                .findFirst();
    }

    /** What S3 gives every bucket that is made since April 2023. */
    private static void withTodaysDefaults(Bucket bucket) {
        bucket.setting(
                Setting.PUBLIC_ACCESS_BLOCK,
                "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                        + "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
        bucket.setting(
                Setting.OWNERSHIP_CONTROLS,
                "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>"
                        + "</OwnershipControls>");
        bucket.setting(
                Setting.ENCRYPTION,
                "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                        + "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>"
                        + "<BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>");
    }
}
