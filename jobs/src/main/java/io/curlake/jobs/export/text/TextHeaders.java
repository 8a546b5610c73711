package io.curlake.jobs.export.text;

import io.curlake.jobs.export.text.file.TextErrors;
import io.curlake.jobs.storage.Storage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the header of a billing CSV, and nothing after it. */
public final class TextHeaders {
    private TextHeaders() {}

    /** The column names in file order; refuses an empty or unreadable file, an unnamed column and a name given twice. */
    public static List<String> read(Storage storage, String uri) {
        try (CsvRecords records = CsvRecords.open(storage, uri)) {
            List<String> header = records.header();
            refuseUnnamed(uri, header);
            refuseDuplicates(uri, header);
            return header;
        }
    }

    private static void refuseUnnamed(String uri, List<String> header) {
        int unnamed = header.indexOf("");
        if (unnamed >= 0) {
            throw TextErrors.unreadable(uri, "column " + (unnamed + 1) + " of its header has no name");
        }
    }

    private static void refuseDuplicates(String uri, List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw TextErrors.unreadable(uri, "its header has the column '" + name + "' twice");
            }
        }
    }
}
