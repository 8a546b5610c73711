package io.curlake.jobs.storage.copy;

import static io.curlake.jobs.storage.StorageErrors.shown;

import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;
import org.jspecify.annotations.Nullable;

/** What a failed copy means to the person who runs the job. */
final class CopyErrors {
    private CopyErrors() {}

    static Refusal changed(StoredObject source, @Nullable Throwable cause) {
        return unreadable(shown(source.uri()) + ": it changed while it was copied", "run again in some minutes", cause);
    }

    static Refusal gone(StoredObject source, @Nullable Throwable cause) {
        return unreadable(shown(source.uri()) + ": it no longer exists", "run again in some minutes", cause);
    }

    static Refusal differs(PlannedCopy copy, String how) {
        return unreadable(shown(copy.source().uri()) + " to " + shown(copy.target()) + ": " + how, "run again", null);
    }

    /** A source that could not be read. */
    static Refusal reading(StoredObject source, IOException e) {
        if (e instanceof RemoteFileChangedException) {
            return changed(source, e);
        }
        if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
            return gone(source, e);
        }
        return StorageErrors.cannotRead(source.uri(), e);
    }

    private static Refusal unreadable(String what, String next, @Nullable Throwable cause) {
        String message = "Cannot copy " + what + ". Nothing was published; " + next + ".";
        return cause == null
                ? new Refusal(ExitCode.DELIVERY_UNREADABLE, message)
                : new Refusal(ExitCode.DELIVERY_UNREADABLE, message, cause);
    }
}
