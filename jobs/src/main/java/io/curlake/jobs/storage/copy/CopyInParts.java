package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.copy.ServerSideCopies.NotOffered;
import java.util.List;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.impl.PutObjectOptions;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/** One object that is too large for one request: S3 copies it in parts, all of them guarded by the pinned etag. */
final class CopyInParts {
    private final S3AFileSystem store;
    private final S3Client s3;
    private final PlannedCopy copy;
    private final String bucket;
    private final String key;

    CopyInParts(S3AFileSystem store, PlannedCopy copy) {
        this.store = store;
        this.s3 = store.getS3AInternals().getAmazonS3Client("copy");
        this.copy = copy;
        this.bucket = ServerSideCopies.bucket(copy.target());
        this.key = ServerSideCopies.key(copy.target());
    }

    /** The object appears when its last part is there; a failure leaves no parts behind. */
    void make(List<PartSizes.Part> parts) {
        String upload = begin();
        try {
            List<CompletedPart> copied = AtOnce.map(parts, part -> copy(part, upload));
            complete(upload, copied);
        } catch (RuntimeException e) {
            abort(upload, e);
            throw e;
        }
    }

    private String begin() {
        try {
            return s3.createMultipartUpload(creation()).uploadId();
        } catch (PathIOException e) {
            throw new NotOffered(e);
        } catch (SdkException e) {
            throw ServerSideCopies.failed(copy, e);
        }
    }

    private CreateMultipartUploadRequest creation() throws PathIOException {
        return store.getRequestFactory()
                .newMultipartUploadRequestBuilder(key, PutObjectOptions.defaultOptions())
                // A checksum that S3A may be set to send is of bytes which never come by here.
                .checksumAlgorithm((ChecksumAlgorithm) null)
                .build();
    }

    private CompletedPart copy(PartSizes.Part part, String upload) {
        try {
            String etag = s3.uploadPartCopy(request -> request.sourceBucket(
                                    ServerSideCopies.bucket(copy.source().uri()))
                            .sourceKey(ServerSideCopies.key(copy.source().uri()))
                            .copySourceIfMatch(copy.source().version())
                            .copySourceRange(part.range())
                            .destinationBucket(bucket)
                            .destinationKey(key)
                            .uploadId(upload)
                            .partNumber(part.number())
                            .overrideConfiguration(ServerSideCopies.PATIENT))
                    .copyPartResult()
                    .eTag();
            return CompletedPart.builder().partNumber(part.number()).eTag(etag).build();
        } catch (SdkException e) {
            throw ServerSideCopies.failed(copy, e);
        }
    }

    private void complete(String upload, List<CompletedPart> parts) {
        try {
            s3.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts))
                    .overrideConfiguration(ServerSideCopies.PATIENT));
        } catch (SdkException e) {
            throw ServerSideCopies.failed(copy, e);
        }
    }

    private void abort(String upload, RuntimeException failure) {
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            failure.addSuppressed(e);
        }
    }
}
