package io.curlake.jobs.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the page holds besides the report: style sheet, script, and Chart.js from its webjar. */
final class Assets {
    /** The version in the path is that of the parent pom. */
    private static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.4.4/dist/chart.umd.js";

    private Assets() {}

    static String style() {
        return read("report.css");
    }

    static String script() {
        return inline(read("report.js"));
    }

    /** Without the line that sends a debugger for a file that does not come with the page. */
    static String charts() {
        return inline(read(CHARTS).replaceFirst("(?m)^//# sourceMappingURL=.*$", ""));
    }

    /** A script ends at the first end tag, wherever it stands. */
    static String inline(String script) {
        return script.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
    }

    private static String read(String resource) {
        try (InputStream in = Optional.ofNullable(Assets.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException("not on the class path: " + resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
