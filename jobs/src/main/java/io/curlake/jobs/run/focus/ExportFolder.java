package io.curlake.jobs.run.focus;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.listing.ListedFile;
import io.curlake.jobs.table.Partition;
import io.curlake.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The folder that a billing period is exported to. A file in it says whose it is, so that an export replaces an earlier one,
 * finished or not, and nothing else.
 */
record ExportFolder(Storage storage, String uri) {
    private static final String SIGN = "_curlake_focus_export";

    /** Refuses a folder with anything in it that no export made. */
    void requireOwn() {
        List<ListedFile> files = ListedFile.under(storage, uri);
        if (!files.isEmpty() && files.stream().noneMatch(file -> file.path().equals(SIGN))) {
            throw Refusal.usage("Cannot export charges to '" + uri + "': it holds '"
                    + files.get(0).path() + "', which is of no earlier export. Choose another folder with --out.");
        }
    }

    /** Takes an earlier export away. Whoever reads meanwhile finds it incomplete: {@code _SUCCESS} comes last. */
    void clear() {
        storage.write(uri + "/" + SIGN, "curlake focus export\n".getBytes(StandardCharsets.UTF_8));
        ListedFile.under(storage, uri).stream()
                .filter(file -> !file.path().equals(SIGN))
                .forEach(file -> storage.delete(file.uri()));
    }

    ExportedPeriod exported(Partition partition) {
        List<ListedFile> files = ListedFile.under(storage, uri).stream()
                .filter(file -> file.name().startsWith("part-"))
                .toList();
        return new ExportedPeriod(
                partition,
                uri,
                files.size(),
                files.stream().mapToLong(ListedFile::size).sum());
    }
}
