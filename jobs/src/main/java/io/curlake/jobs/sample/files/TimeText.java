package io.curlake.jobs.sample.files;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts of times; a few times fill most rows. */
final class TimeText {
    private static final int KEPT = 64;

    private final DateTimeFormatter format;
    private final Map<Long, String> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };

    TimeText(DateTimeFormatter format) {
        this.format = format;
    }

    String of(long millis) {
        return known.computeIfAbsent(millis, time -> format.format(Instant.ofEpochMilli(time)));
    }
}
