package io.curlake.jobs.run.report;

import io.curlake.jobs.report.page.Signature;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Where a report is written: a local path or a URI. Readers see the report before or this one, never a part. */
public final class ReportFile {
    private final Storage storage;
    private final String uri;

    /** @param out as the option states it */
    public ReportFile(Storage storage, String out) {
        if (out.isBlank() || out.endsWith("/")) {
            throw Refusal.usage(
                    "Cannot write a report to '" + out + "': that is no name of a file. Name one with --out.");
        }
        this.storage = storage;
        this.uri = Storage.uri(out);
    }

    /** As people write it. */
    public String shown() {
        return StorageErrors.shown(uri);
    }

    /** When the report that is there was made; refuses a folder, and a file that is no report. */
    public Optional<Instant> madeBefore() {
        if (storage.find(uri).isEmpty()) {
            requireNoFolder();
            return Optional.empty();
        }
        Optional<Instant> made = Signature.madeAt(beginning());
        if (made.isEmpty()) {
            throw Refusal.usage("Cannot write a report to '" + shown()
                    + "': the file that is there is no report. Choose another name with --out, or remove it.");
        }
        return made;
    }

    private void requireNoFolder() {
        if (storage.isFolder(uri)) {
            throw Refusal.usage(
                    "Cannot write a report to '" + shown() + "': that is a folder. Name a file in it with --out.");
        }
        String folder = uri.substring(0, uri.lastIndexOf('/'));
        if (uri.startsWith("file:") && !storage.isFolder(folder)) {
            throw Refusal.usage("Cannot write " + shown() + ": the folder " + StorageErrors.shown(folder)
                    + " does not exist. Make it, or choose another path.");
        }
    }

    private String beginning() {
        try (InputStream in = storage.open(uri)) {
            return new String(in.readNBytes(Signature.WITHIN), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** @return its size in bytes */
    public long write(String page) {
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        storage.replace(uri, content);
        return content.length;
    }
}
