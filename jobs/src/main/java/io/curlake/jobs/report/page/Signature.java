package io.curlake.jobs.report.page;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which a report is known again, with the time it was made. */
public final class Signature {
    /** It stands within so many first bytes of the file. */
    public static final int WITHIN = 200;

    private static final Pattern LINE =
            Pattern.compile("<!-- curlake report, made (\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) -->");

    private Signature() {}

    static String of(Instant made) {
        return "<!-- curlake report, made " + made + " -->";
    }

    /** When a report was made; nothing where the text is no report. */
    public static Optional<Instant> madeAt(String beginning) {
        Matcher matcher = LINE.matcher(beginning);
        return matcher.find() ? Optional.of(Instant.parse(matcher.group(1))) : Optional.empty();
    }
}
