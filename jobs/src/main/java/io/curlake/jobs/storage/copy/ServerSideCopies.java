package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.S3AUtils;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Copies that S3 makes by itself, with the credentials and the encryption of the target's bucket. Each request states
 * the pinned etag, so that S3 refuses a source that has changed.
 */
final class ServerSideCopies {
    /** S3 answers when it has copied; S3A would give a request one minute. */
    static final AwsRequestOverrideConfiguration PATIENT = AwsRequestOverrideConfiguration.builder()
            .apiCallTimeout(Duration.ofMinutes(30))
            .apiCallAttemptTimeout(Duration.ofMinutes(15))
            .build();

    /** S3A would else hand on the source's KMS key and headers. */
    private static final HeadObjectResponse NOTHING_OF_THE_SOURCE =
            HeadObjectResponse.builder().build();

    private final Storage storage;
    private final PartSizes sizes;
    private final Targets targets;

    ServerSideCopies(Storage storage, PartSizes sizes, Targets targets) {
        this.storage = storage;
        this.sizes = sizes;
        this.targets = targets;
    }

    /** S3 does not copy these objects for these credentials, which says nothing about reading and writing them. */
    static final class NotOffered extends RuntimeException {
        NotOffered(Throwable cause) {
            super(cause);
        }

        NotOffered(String reason) {
            super(reason);
        }
    }

    /** Small objects several at once, then the large ones, of each several parts at once. */
    void make(List<PlannedCopy> copies) {
        Map<Boolean, List<PlannedCopy>> small = copies.stream()
                .collect(Collectors.partitioningBy(copy -> copy.source().size() <= sizes.whole()));
        AtOnce.map(small.getOrDefault(true, List.of()), copy -> {
            copyWhole(begin(copy), copy);
            return copy;
        });
        for (PlannedCopy copy : small.getOrDefault(false, List.of())) {
            new CopyInParts(begin(copy), copy).make(sizes.parts(copy.source().size()));
        }
    }

    private S3AFileSystem begin(PlannedCopy copy) {
        S3AFileSystem store = store(copy.target());
        targets.begin(copy.target());
        return store;
    }

    private S3AFileSystem store(String target) {
        try {
            FileSystem store = storage.fileSystem(target);
            if (!(store instanceof S3AFileSystem s3)) {
                throw new NotOffered("s3a is " + store.getClass().getName());
            }
            return switch (s3.getRequestFactory().getServerSideEncryptionAlgorithm()) {
                case NONE, SSE_S3, SSE_KMS, DSSE_KMS -> s3;
                // The key is the client's: S3 could neither read nor write with it.
                case SSE_C, CSE_KMS, CSE_CUSTOM -> throw new NotOffered("the client holds the key");
            };
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(target, e);
        }
    }

    private static void copyWhole(S3AFileSystem store, PlannedCopy copy) {
        try {
            store.getS3AInternals()
                    .getAmazonS3Client("copy")
                    .copyObject(store.getRequestFactory()
                            .newCopyObjectRequestBuilder(
                                    key(copy.source().uri()), key(copy.target()), NOTHING_OF_THE_SOURCE)
                            .sourceBucket(bucket(copy.source().uri()))
                            .copySourceIfMatch(copy.source().version())
                            .overrideConfiguration(PATIENT)
                            .build());
        } catch (SdkException e) {
            throw failed(copy, e);
        }
    }

    /** What a failed request of a copy means. */
    static RuntimeException failed(PlannedCopy copy, SdkException e) {
        String code = e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : "";
        return switch (e instanceof AwsServiceException service ? service.statusCode() : 0) {
            case 412 -> CopyErrors.changed(copy.source(), e);
            case 403, 405, 501 -> new NotOffered(e);
            case 404 ->
                switch (code) {
                    case "NoSuchKey" -> CopyErrors.gone(copy.source(), e);
                    // The source's bucket may lie at another endpoint than the target's.
                    case "NoSuchBucket" -> new NotOffered(e);
                    default -> cannotWrite(copy, e);
                };
            default -> cannotWrite(copy, e);
        };
    }

    static String bucket(String uri) {
        return Storage.path(uri).toUri().getAuthority();
    }

    static String key(String uri) {
        return Storage.path(uri).toUri().getPath().substring(1);
    }

    private static RuntimeException cannotWrite(PlannedCopy copy, SdkException e) {
        return StorageErrors.cannotWrite(copy.target(), S3AUtils.translateException("copy", copy.target(), e));
    }
}
