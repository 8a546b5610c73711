package io.curlake.provisioning.delivery;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.bucket.PresumedRegion;
import io.curlake.provisioning.bucket.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3, with the rights that read deliveries. One that does not exist holds nothing. */
public final class S3Objects implements StoredObjects {
    private final AwsClients clients;
    private final String bucket;
    private final String folder;
    private PresumedRegion region;

    /** @param folder whose objects are read, ending in a slash */
    public S3Objects(AwsClients clients, String bucket, PresumedRegion region, String folder) {
        this.clients = clients;
        this.bucket = bucket;
        this.region = region;
        this.folder = folder;
    }

    @Override
    public List<StoredObject> below(String prefix) {
        return call(
                "list s3://" + bucket + "/" + prefix, new Permission("s3:ListBucket", arn()), s3 -> listed(s3, prefix));
    }

    private List<StoredObject> listed(S3Client s3, String prefix) {
        try {
            return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(object -> new StoredObject(object.key(), object.size(), object.lastModified()))
                    .toList();
        } catch (NoSuchBucketException e) {
            return List.of();
        } catch (S3Exception e) {
            // Stores that are not AWS's may know no keys that begin with a slash.
            if (prefix.startsWith("/") && AwsCalls.code(e).equals("InvalidRequest")) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public String text(String key) {
        return call(
                "read s3://" + bucket + "/" + key,
                new Permission("s3:GetObject", arn() + "/" + folder + "*"),
                s3 -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String());
    }

    private String arn() {
        return "arn:" + clients.partition().id() + ":s3:::" + bucket;
    }

    /** Where the region was a guess, S3 corrects it. */
    private <T> T call(String what, Permission permission, Function<S3Client, T> call) {
        try {
            return AwsCalls.call(what, permission, () -> call.apply(clients.readingS3(region.name())));
        } catch (AwsServiceException e) {
            Optional<String> elsewhere = Redirect.region(e, region.name());
            if (elsewhere.isEmpty()) {
                throw AwsCalls.refusal(what, e);
            }
            if (region instanceof PresumedRegion.Configured configured) {
                throw Redirect.refusal(what, bucket, elsewhere.get(), configured.name());
            }
            region = new PresumedRegion.Guessed(elsewhere.get());
            return call(what, permission, call);
        }
    }
}
