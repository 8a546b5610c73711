package io.curlake.jobs.export.text.column;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as AWS writes them: {@code 2018-08-01T00:00:00Z}, with or without a fraction of a second. */
final class TimestampText {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private TimestampText() {}

    /** Microseconds since 1970, what is finer cut off; null where the text is no such time. */
    static @Nullable Long micros(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
