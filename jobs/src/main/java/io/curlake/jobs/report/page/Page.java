package io.curlake.jobs.report.page;

import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.page.section.Sections;

/** A report as one HTML file that needs nothing else: no network, no server. */
public final class Page {
    /** Nothing is loaded from anywhere; what is in the file runs. */
    static final String POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

    private static final int SIZE = 300_000;

    private Page() {}

    public static String of(Report report) {
        StringBuilder page = new StringBuilder(SIZE);
        page.append("<!doctype html>\n");
        page.append(Signature.of(report.made())).append('\n');
        page.append("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.append("<meta name=\"color-scheme\" content=\"light dark\">");
        page.append("<link rel=\"icon\" href=\"data:,\">");
        Html.of("title", Sections.title(report)).write(page);
        page.append("<style>").append(Assets.style()).append("</style></head>\n<body>");
        Sections.of(report).write(page);
        page.append("\n<script>").append(Assets.charts()).append("</script>");
        page.append("\n<script>").append(Assets.script()).append("</script></body></html>\n");
        return page.toString();
    }
}
