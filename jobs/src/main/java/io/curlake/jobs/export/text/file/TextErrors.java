package io.curlake.jobs.export.text.file;

import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.EOFException;
import java.io.IOException;

/** Refusals of whole files; a single bad row is rejected instead. */
public final class TextErrors {
    private static final String NEXT_STEP =
            " Copy the file again if it is a copy; otherwise wait for the next delivery of the period.";

    private TextErrors() {}

    public static Refusal unreadable(String uri, String reason) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, message(uri, reason));
    }

    public static Refusal empty(String uri) {
        return unreadable(uri, "the file is empty");
    }

    /** A failure while decompressing or decoding; {@code position} is the last one surely read, "line 7". */
    static Refusal broken(String uri, String position, IOException e) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, message(uri, reason(uri, position, e)), e);
    }

    private static String reason(String uri, String position, IOException e) {
        String stream = "the " + Compression.of(uri).word() + " stream";
        if (e instanceof EOFException) {
            return stream + " ends early, after " + position + "; the file is truncated";
        }
        return stream + " is corrupt after " + position + " (" + e.getMessage() + ")";
    }

    private static String message(String uri, String reason) {
        return "Cannot read " + StorageErrors.shown(uri) + ": " + reason + "." + NEXT_STEP;
    }
}
