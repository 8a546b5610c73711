package io.curlake.jobs.export.text.file;

import java.util.Locale;

/** How a billing CSV is stored, told by its name. */
enum Compression {
    GZIP("gzip"),
    ZIP("zip"),
    NONE("text");

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    static Compression of(String uri) {
        String name = uri.toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return GZIP;
        }
        return name.endsWith(".zip") ? ZIP : NONE;
    }

    String word() {
        return word;
    }
}
