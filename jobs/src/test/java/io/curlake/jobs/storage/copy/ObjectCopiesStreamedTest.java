package io.curlake.jobs.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.TestStores;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.sandbox.DeniedS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Where S3 cannot copy by itself, executors stream. */
class ObjectCopiesStreamedTest {
    private static final byte[] BYTES = TestBytes.parquet(9_000_000, 1);
    private static final Storage STORAGE = S3Requests.seen("streams-acme");

    private final ObjectCopies copies = new ObjectCopies(TestSpark.session(), STORAGE);

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        S3Requests.forget();
    }

    @ParameterizedTest
    @CsvSource({"disk, disk", "disk, s3", "s3, disk"})
    void aCopyHasTheBytesOfItsSource(String from, String to) throws IOException {
        PlannedCopy copy = planned(from, "BILLING_PERIOD=2026-10/a b+%20.parquet", uri(to, "t/source=acme/a.parquet"));

        List<StoredObject> made = copies.copy(List.of(copy));

        assertThat(made).containsExactly(STORAGE.find(copy.target()).orElseThrow());
        assertThat(made.get(0).uri()).isEqualTo(copy.target());
        assertThat(STORAGE.read(copy.target())).isEqualTo(BYTES);
        assertThat(S3Requests.sent(CopyObjectRequest.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"disk", "s3"})
    void nothingButTheCopyIsLeftOnADisk(String from) throws IOException {
        PlannedCopy copy = planned(from, "alone.parquet", uri("disk", "alone/a.parquet"));

        copies.copy(List.of(copy));

        try (Stream<Path> files = Files.list(folder.resolve("alone"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("a.parquet");
        }
    }

    @Test
    void aCopyOnADiskIsNoLinkToItsSource() throws IOException {
        PlannedCopy copy = planned("disk", "linked.parquet", uri("disk", "linked/a.parquet"));

        copies.copy(List.of(copy));
        Files.write(folder.resolve("linked.parquet"), new byte[1]);

        assertThat(Files.readAllBytes(folder.resolve("linked/a.parquet"))).isEqualTo(BYTES);
    }

    @Test
    void everyReadOfS3StatesThePinnedEtag() throws IOException {
        PlannedCopy copy = planned("s3", "guarded.parquet", uri("disk", "guarded.parquet"));
        S3Requests.forget();

        copies.copy(List.of(copy));

        assertThat(S3Requests.sent(GetObjectRequest.class))
                .extracting(GetObjectRequest::ifMatch)
                .isNotEmpty()
                .containsOnly(copy.source().version());
    }

    @ParameterizedTest
    @CsvSource({"disk, disk", "disk, s3", "s3, disk"})
    void aSourceThatHasChangedIsRefusedAndAllCopiesRemoved(String from, String to) throws IOException {
        PlannedCopy good = planned(from, "good.parquet", uri(to, "changed/good.parquet"));
        PlannedCopy changed = planned(from, "changed.parquet", uri(to, "changed/changed.parquet"));
        write(from, "changed.parquet", TestBytes.parquet(1000, 2));

        assertRefused(
                () -> copies.copy(List.of(good, changed)),
                ExitCode.DELIVERY_UNREADABLE,
                "Cannot copy " + shown(changed.source().uri())
                        + ": it changed while it was copied. Nothing was published; run again in some minutes.");
        assertThat(STORAGE.files(uri(to, "changed"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"disk, disk", "disk, s3", "s3, disk"})
    void aSourceThatIsGoneIsRefused(String from, String to) throws IOException {
        PlannedCopy gone = planned(from, "gone.parquet", uri(to, "gone/a.parquet"));
        STORAGE.delete(gone.source().uri());

        assertRefused(
                () -> copies.copy(List.of(gone)),
                ExitCode.DELIVERY_UNREADABLE,
                "Cannot copy " + shown(gone.source().uri())
                        + ": it no longer exists. Nothing was published; run again in some minutes.");
    }

    @Test
    void aDamagedCopyOnADiskIsRefused() throws IOException {
        PlannedCopy copy = planned("disk", "damaged.parquet", uri("disk", "damaged/a.parquet"));
        ObjectCopies damaged = new ObjectCopies(
                TestSpark.session(),
                STORAGE,
                PartSizes.OF_S3,
                () -> overwrite(folder.resolve("damaged/a.parquet"), TestBytes.damaged(BYTES, BYTES.length - 9)));

        assertRefused(
                () -> damaged.copy(List.of(copy)),
                ExitCode.DELIVERY_UNREADABLE,
                "Cannot copy " + folder + "/damaged.parquet to " + folder
                        + "/damaged/a.parquet: its footer differs. Nothing was published; run again.");
        assertThat(folder.resolve("damaged/a.parquet")).doesNotExist();
    }

    @Test
    void aDeniedSourceIsRefusedWithWhatToAllow() {
        try (DeniedS3 denied = DeniedS3.start()) {
            PlannedCopy copy = new PlannedCopy(
                    new StoredObject("s3a://denied-acme/a.parquet", 1000, "\"abc\""), uri("disk", "a.parquet"));

            assertRefused(
                    () -> new ObjectCopies(TestSpark.session(), TestStores.endpoint(denied.endpoint()))
                            .copy(List.of(copy)),
                    ExitCode.PERMISSION_DENIED,
                    "Cannot read s3://denied-acme/a.parquet: access denied. Allow s3:GetObject, s3:ListBucket and "
                            + "s3:GetBucketLocation on arn:aws:s3:::denied-acme and arn:aws:s3:::denied-acme/*.");
        }
    }

    @Test
    void aDeniedTargetIsRefusedWithWhatToAllow() throws IOException {
        PlannedCopy copy = planned("disk", "denied.parquet", "s3a://denied-acme/a.parquet");
        try (DeniedS3 denied = DeniedS3.start()) {
            assertRefused(
                    () -> new ObjectCopies(TestSpark.session(), TestStores.endpoint(denied.endpoint()))
                            .copy(List.of(copy)),
                    ExitCode.PERMISSION_DENIED,
                    "Cannot write s3://denied-acme/a.parquet: access denied. Allow s3:PutObject, s3:DeleteObject, "
                            + "s3:GetObject and s3:ListBucket on arn:aws:s3:::denied-acme and "
                            + "arn:aws:s3:::denied-acme/*.");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        PlannedCopy copy = planned("disk", "file", uri("disk", "file/a.parquet"));

        assertThatThrownBy(() -> copies.copy(List.of(copy)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED))
                .hasMessage("Cannot write " + folder + "/file/a.parquet: the file system refuses it (" + folder
                        + "/file). Check the path, and who may write it.");
    }

    private PlannedCopy planned(String from, String name, String target) throws IOException {
        write(from, name, BYTES);
        return new PlannedCopy(STORAGE.find(uri(from, name)).orElseThrow(), target);
    }

    private void write(String store, String name, byte[] bytes) throws IOException {
        if (store.equals("s3")) {
            STORAGE.write(uri(store, name), bytes);
        } else {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        }
    }

    private String uri(String store, String name) {
        return (store.equals("s3") ? "s3a://streams-acme" : "file://" + folder) + "/" + name;
    }

    private static String shown(String uri) {
        return uri.replace("s3a://", "s3://").replace("file://", "");
    }

    private static void overwrite(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(ThrowingCallable call, ExitCode exitCode, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(exitCode));
    }
}
