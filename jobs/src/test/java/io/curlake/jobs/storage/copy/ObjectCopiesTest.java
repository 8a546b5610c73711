package io.curlake.jobs.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** Between two buckets S3 copies by itself, exactly what was pinned. */
class ObjectCopiesTest {
    private static final int MIB = 1024 * 1024;
    private static final PartSizes FIVE_MIB = new PartSizes(6 * MIB, 5 * MIB);
    private static final String EXPORT = "s3a://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/";
    private static final String TABLE = "s3a://copies-acme-finops/curlake/line_item/source=acme/";

    private static final Storage STORAGE = S3Requests.seen("copies-acme-billing", "copies-acme-finops");

    private final ObjectCopies copies = new ObjectCopies(TestSpark.session(), STORAGE);

    @BeforeEach
    void forget() {
        S3Requests.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03T04:05:06.789Z-6b622448/acme-00001.snappy.parquet",
                "key=value/a b+c%20d&e?f#g.parquet",
                "naïve/übung.parquet"
            })
    void aCopyHasTheBytesOfItsSource(String key) {
        byte[] bytes = TestBytes.parquet(100_000, 1);
        PlannedCopy copy = planned("bytes/" + key, bytes, "bytes.parquet");

        List<StoredObject> made = copies.copy(List.of(copy));

        assertThat(made).containsExactly(STORAGE.find(copy.target()).orElseThrow());
        assertThat(made.get(0).uri()).isEqualTo(copy.target());
        assertThat(made.get(0).size()).isEqualTo(100_000);
        assertThat(STORAGE.read(copy.target())).isEqualTo(bytes);
    }

    @Test
    void theJobReadsOnlyTheFootersOfSourceAndCopy() {
        PlannedCopy copy = planned("footers/a.parquet", TestBytes.parquet(4 * MIB, 1), "footers.parquet");
        S3Requests.forget();

        copies.copy(List.of(copy));

        assertThat(S3Requests.sent(CopyObjectRequest.class)).singleElement().satisfies(request -> {
            assertThat(request.getValueForField("CopySource", String.class))
                    .hasValue("copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD%3D2026-10/footers/a.parquet");
            assertThat(request.copySourceIfMatch()).isEqualTo(copy.source().version());
        });
        assertThat(S3Requests.sent(PutObjectRequest.class)).isEmpty();
        assertThat(S3Requests.sent(GetObjectRequest.class))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(first(request)).isGreaterThan(3 * MIB));
    }

    @Test
    void manyObjectsComeBackInTheOrderAskedFor() {
        List<PlannedCopy> planned = IntStream.range(0, 40)
                .mapToObj(i -> planned("many/" + i + ".parquet", TestBytes.parquet(100 + i, i), "many-" + i))
                .toList();

        List<StoredObject> made = copies.copy(planned);

        assertThat(made)
                .extracting(StoredObject::uri)
                .containsExactlyElementsOf(
                        planned.stream().map(PlannedCopy::target).toList());
        assertThat(made)
                .extracting(StoredObject::size)
                .containsExactlyElementsOf(LongStream.range(100, 140).boxed().toList());
    }

    @Test
    void nothingIsCopiedWhereNothingIsAskedFor() {
        assertThat(copies.copy(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12})
    void aFileThatIsNoParquetIsCopiedToo(int size) {
        PlannedCopy copy = planned("small/" + size, new byte[size], "small-" + size);

        copies.copy(List.of(copy));

        assertThat(STORAGE.read(copy.target())).isEqualTo(new byte[size]);
    }

    @Test
    void aLargeObjectIsCopiedInParts() {
        byte[] bytes = TestBytes.parquet(12 * MIB, 2);
        PlannedCopy large = planned("large: 1+1/a.parquet", bytes, "large.parquet");
        PlannedCopy small = planned("large: 1+1/b.parquet", TestBytes.parquet(6 * MIB, 3), "small.parquet");

        inParts(() -> {}).copy(List.of(large, small));

        assertThat(STORAGE.read(large.target())).isEqualTo(bytes);
        assertThat(S3Requests.sent(UploadPartCopyRequest.class))
                .extracting(UploadPartCopyRequest::copySourceRange)
                // A request may be sent twice.
                .containsOnly("bytes=0-5242879", "bytes=5242880-10485759", "bytes=10485760-12582911");
        assertThat(S3Requests.sent(UploadPartCopyRequest.class))
                .extracting(UploadPartCopyRequest::copySourceIfMatch)
                .containsOnly(large.source().version());
        assertThat(S3Requests.sent(CopyObjectRequest.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "7000000, 1"})
    void aSourceThatHasChangedIsRefused(int size, int uploads) {
        PlannedCopy copy = planned("changed/a.parquet", TestBytes.parquet(size, 1), "changed.parquet");
        STORAGE.write(copy.source().uri(), TestBytes.parquet(size, 2));
        S3Requests.forget();

        assertRefused(
                () -> inParts(() -> {}).copy(List.of(copy)),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/changed/a.parquet: "
                        + "it changed while it was copied. Nothing was published; run again in some minutes.");
        assertThat(STORAGE.find(copy.target())).isEmpty();
        assertThat(S3Requests.sent(CreateMultipartUploadRequest.class)).hasSize(uploads);
        assertThat(S3Requests.sent(AbortMultipartUploadRequest.class)).hasSize(uploads);
        assertThat(S3Requests.sent(PutObjectRequest.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 7_000_000})
    void aSourceThatIsGoneIsRefused(int size) {
        PlannedCopy copy = planned("gone/a.parquet", TestBytes.parquet(size, 1), "gone.parquet");
        STORAGE.delete(copy.source().uri());

        assertRefused(
                () -> inParts(() -> {}).copy(List.of(copy)),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/gone/a.parquet: "
                        + "it no longer exists. Nothing was published; run again in some minutes.");
    }

    @Test
    void oneBadObjectRemovesAll() {
        List<PlannedCopy> planned = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            planned.add(planned("bad/" + i, TestBytes.parquet(1000, i), "bad/" + i));
        }
        STORAGE.write(planned.get(20).source().uri(), TestBytes.parquet(1000, 99));

        assertRefused(
                () -> copies.copy(planned),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/bad/20: "
                        + "it changed while it was copied. Nothing was published; run again in some minutes.");
        assertThat(STORAGE.files(TABLE + "bad")).isEmpty();
    }

    @Test
    void aDamagedFooterIsRefused() {
        byte[] bytes = TestBytes.parquet(100_000, 1);
        PlannedCopy copy = planned("damaged/a.parquet", bytes, "damaged.parquet");

        assertRefused(
                () -> inParts(() -> STORAGE.write(copy.target(), TestBytes.damaged(bytes, 90_000)))
                        .copy(List.of(copy)),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/damaged/a.parquet to "
                        + "s3://copies-acme-finops/curlake/line_item/source=acme/damaged.parquet: its footer differs. "
                        + "Nothing was published; run again.");
        assertThat(STORAGE.find(copy.target())).isEmpty();
    }

    @Test
    void aCopyOfAnotherSizeIsRefused() {
        PlannedCopy copy = planned("short/a.parquet", TestBytes.parquet(1000, 1), "short.parquet");

        assertRefused(
                () -> inParts(() -> STORAGE.write(copy.target(), TestBytes.parquet(990, 1)))
                        .copy(List.of(copy)),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/short/a.parquet to "
                        + "s3://copies-acme-finops/curlake/line_item/source=acme/short.parquet: the source has 1000 bytes, "
                        + "the copy 990. Nothing was published; run again.");
        assertThat(STORAGE.find(copy.target())).isEmpty();
    }

    @Test
    void aCopyThatVanishedIsRefused() {
        PlannedCopy copy = planned("lost/a.parquet", TestBytes.parquet(1000, 1), "lost.parquet");

        assertRefused(
                () -> inParts(() -> STORAGE.delete(copy.target())).copy(List.of(copy)),
                "Cannot copy s3://copies-acme-billing/exports/acme-cur2/data/BILLING_PERIOD=2026-10/lost/a.parquet to "
                        + "s3://copies-acme-finops/curlake/line_item/source=acme/lost.parquet: the source has 1000 bytes, "
                        + "the copy is missing. Nothing was published; run again.");
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "405, MethodNotAllowed", "501, NotImplemented", "404, NoSuchBucket"})
    void whatS3DoesNotCopyIsStreamed(int status, String code) {
        List<PlannedCopy> planned = List.of(
                planned("streamed/a.parquet", TestBytes.parquet(1000, 1), "streamed-a.parquet"),
                planned("streamed/b: +.parquet", TestBytes.parquet(7 * MIB, 2), "streamed-b.parquet"));
        S3Requests.forget();
        S3Requests.answer(CopyObjectRequest.class, status, code);
        S3Requests.answer(UploadPartCopyRequest.class, status, code);

        inParts(() -> {}).copy(planned);

        assertThat(STORAGE.read(planned.get(0).target())).isEqualTo(TestBytes.parquet(1000, 1));
        assertThat(STORAGE.read(planned.get(1).target())).isEqualTo(TestBytes.parquet(7 * MIB, 2));
        assertThat(S3Requests.sent(PutObjectRequest.class)).isNotEmpty();
    }

    @Test
    void whatWasCopiedIsRemovedBeforeItIsStreamed() {
        PlannedCopy copy = planned("removed/a.parquet", TestBytes.parquet(1000, 1), "removed.parquet");
        S3Requests.forget();
        S3Requests.answer(CopyObjectRequest.class, 403, "AccessDenied");

        copies.copy(List.of(copy));

        assertThat(S3Requests.sent(DeleteObjectRequest.class))
                .extracting(DeleteObjectRequest::key)
                .containsExactly("curlake/line_item/source=acme/removed.parquet");
    }

    @Test
    void aCopyIsEncryptedAsItsBucketIsSetUp() {
        String settings = "fs.s3a.bucket.copies-acme-kms.encryption.";
        Storage storage = S3Requests.seen("copies-acme-kms");
        storage.settings().set(settings + "algorithm", "SSE-KMS");
        storage.settings().set(settings + "key", "alias/curlake");
        PlannedCopy copy = planned("kms/a.parquet", TestBytes.parquet(1000, 1), "kms.parquet");
        PlannedCopy encrypted = new PlannedCopy(copy.source(), "s3a://copies-acme-kms/kms.parquet");

        // The embedded server encrypts nothing and says so.
        assertThatThrownBy(() -> new ObjectCopies(TestSpark.session(), storage).copy(List.of(encrypted)))
                .hasMessageContaining("Server-side encryption is not supported");

        assertThat(S3Requests.sent(CopyObjectRequest.class)).singleElement().satisfies(request -> {
            assertThat(request.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(request.ssekmsKeyId()).isEqualTo("alias/curlake");
        });
    }

    @Test
    void anotherFailureOfS3NamesTheTarget() {
        PlannedCopy copy = planned("failed/a.parquet", TestBytes.parquet(1000, 1), "failed.parquet");
        S3Requests.answer(CopyObjectRequest.class, 400, "KMS.DisabledException");

        assertThatThrownBy(() -> copies.copy(List.of(copy)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNEXPECTED))
                .hasMessageStartingWith(
                        "Cannot write s3://copies-acme-finops/curlake/line_item/source=acme/failed.parquet: copy on ")
                .hasMessageContaining("KMS.DisabledException")
                .hasCauseInstanceOf(IOException.class);
        assertThat(STORAGE.find(copy.target())).isEmpty();
    }

    /** Copies with parts of five MiB, and damage before the check. */
    private static ObjectCopies inParts(Runnable beforeCheck) {
        return new ObjectCopies(TestSpark.session(), STORAGE, FIVE_MIB, beforeCheck);
    }

    private static PlannedCopy planned(String key, byte[] bytes, String target) {
        STORAGE.write(EXPORT + key, bytes);
        return new PlannedCopy(STORAGE.find(EXPORT + key).orElseThrow(), TABLE + target);
    }

    private static int first(GetObjectRequest request) {
        return Integer.parseInt(request.range().replaceFirst("bytes=(\\d+)-.*", "$1"));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE));
    }
}
