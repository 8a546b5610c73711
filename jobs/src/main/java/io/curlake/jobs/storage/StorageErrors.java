package io.curlake.jobs.storage;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException;
import org.apache.hadoop.fs.s3a.auth.NoAwsCredentialsException;

/** What a store's failures mean to the person who runs the job. */
public final class StorageErrors {
    private static final int SERVER_ERROR = 500;

    private StorageErrors() {}

    public static Refusal cannotRead(String uri, IOException e) {
        return cannot("read", uri, "s3:GetObject, s3:ListBucket and s3:GetBucketLocation", e);
    }

    public static Refusal cannotWrite(String uri, IOException e) {
        return cannot("write", uri, "s3:PutObject, s3:DeleteObject, s3:GetObject and s3:ListBucket", e);
    }

    /** S3A reports a missing bucket as a kind of missing file: that is a mistake, not an empty folder. */
    static void refuseUnknownBucket(String uri, FileNotFoundException e) {
        if (isUnknownBucket(e)) {
            throw noBucket(uri, e);
        }
    }

    private static Refusal cannot(String verb, String uri, String actions, IOException e) {
        if (isUnknownBucket(e)) {
            return noBucket(uri, e);
        }
        if (isMissingCredentials(e)) {
            return new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + verb + " " + shown(uri) + ": no AWS credentials found. Set AWS_PROFILE or "
                            + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run where a role is attached.",
                    e);
        }
        if (isDenied(e)) {
            return new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + verb + " " + shown(uri) + ": access denied. "
                            + (uri.startsWith("s3")
                                    ? "Allow " + actions + " on arn:aws:s3:::" + bucket(uri) + " and arn:aws:s3:::"
                                            + bucket(uri) + "/*."
                                    : "Check who owns the folder and who may " + verb + " it."),
                    e);
        }
        if (isFull(e)) {
            return new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot " + verb + " " + shown(uri) + ": no space is left on the disk. Make room, or put the "
                            + "warehouse on another disk, and run again.",
                    e);
        }
        if (e instanceof FileSystemException onDisk) {
            return new Refusal(
                    ExitCode.PERMISSION_DENIED,
                    "Cannot " + verb + " " + shown(uri) + ": "
                            + Optional.ofNullable(onDisk.getReason()).orElse("the file system refuses it") + " ("
                            + onDisk.getFile()
                            + "). Check the path, and who may " + verb + " it.",
                    e);
        }
        Optional<Throwable> unreachable = unreachable(e);
        if (unreachable.isPresent()) {
            return new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot reach " + shown(uri) + ": the S3 endpoint does not answer ("
                            + unreachable.get().getMessage()
                            + "). Check s3.endpoint in the configuration and the network.",
                    e);
        }
        if (uri.startsWith("s3") && isPassing(e)) {
            return new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot " + verb + " " + shown(uri) + ": S3 fails however often it is asked (" + rootMessage(e)
                            + "). Run again later; if it stays so, look at the network and at the state of the store.",
                    e);
        }
        return new Refusal(ExitCode.UNEXPECTED, "Cannot " + verb + " " + shown(uri) + ": " + e.getMessage() + ".", e);
    }

    private static Refusal noBucket(String uri, IOException e) {
        return new Refusal(
                ExitCode.PERMISSION_DENIED,
                "Cannot reach " + shown(uri) + ": there is no bucket '" + bucket(uri)
                        + "', or not in this account's reach. Check the bucket's name and region in the configuration.",
                e);
    }

    /** What S3A has already tried again, and what may well go on another day. */
    private static boolean isPassing(IOException e) {
        return (e instanceof AWSServiceIOException service && service.statusCode() >= SERVER_ERROR)
                || causedBy(e, SocketException.class)
                || causedBy(e, SocketTimeoutException.class)
                || causedBy(e, EOFException.class);
    }

    /** Without what the SDK says of itself. */
    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceFirst("\\.? \\(Service: .*$", "");
    }

    /** Whether something was not written because the disk, or what a person may use of it, is full. */
    public static boolean isFull(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnknownBucket(Throwable e) {
        return causedBy(e, UnknownStoreException.class)
                || String.valueOf(e.getMessage()).contains("NoSuchBucket");
    }

    private static boolean isMissingCredentials(Throwable e) {
        return causedBy(e, NoAuthWithAWSException.class) || causedBy(e, NoAwsCredentialsException.class);
    }

    private static boolean isDenied(Throwable e) {
        return causedBy(e, AccessDeniedException.class)
                || String.valueOf(e.getMessage()).contains("Permission denied")
                || String.valueOf(e.getMessage()).contains("Mkdirs failed");
    }

    /** The failure that names the address in a few words: S3A's own texts repeat themselves. */
    private static Optional<Throwable> unreachable(Throwable e) {
        Optional<Throwable> found = Optional.empty();
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getClass().getSimpleName().equals("HttpHostConnectException")) {
                return Optional.of(t);
            }
            if (isFailureToConnect(t)) {
                found = Optional.of(t);
            }
        }
        return found;
    }

    private static boolean isFailureToConnect(Throwable t) {
        return t instanceof ConnectException
                || t instanceof UnknownHostException
                || t instanceof NoRouteToHostException
                || t.getClass().getSimpleName().equals("ConnectTimeoutException");
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** S3 and local paths as people write them. */
    public static String shown(String uri) {
        return uri.replaceFirst("^s3a://", "s3://").replaceFirst("^file:/+", "/");
    }

    private static String bucket(String uri) {
        return uri.replaceFirst("^s3[an]?://", "").replaceFirst("/.*$", "");
    }
}
