package io.curlake.provisioning.delivery;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Permission;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3. One that does not exist holds nothing. */
public final class S3Objects implements StoredObjects {
    private final AwsClients clients;
    private final String bucket;
    private final String region;
    private final String folder;

    /** @param folder whose objects are read, ending in a slash */
    public S3Objects(AwsClients clients, String bucket, String region, String folder) {
        this.clients = clients;
        this.bucket = bucket;
        this.region = region;
        this.folder = folder;
    }

    @Override
    public List<StoredObject> below(String prefix) {
        return call("list s3://" + bucket + "/" + prefix, new Permission("s3:ListBucket", arn()), () -> listed(prefix));
    }

    private List<StoredObject> listed(String prefix) {
        try {
            return clients
                    .s3(region)
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
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
                () -> clients.readingS3(region)
                        .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String());
    }

    private String arn() {
        return "arn:" + clients.partition().id() + ":s3:::" + bucket;
    }

    private static <T> T call(String what, Permission permission, Supplier<T> call) {
        try {
            return AwsCalls.call(what, permission, call);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }
}
