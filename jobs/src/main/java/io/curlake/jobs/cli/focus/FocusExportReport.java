package io.curlake.jobs.cli.focus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.focus.ExportedPeriod;
import io.curlake.jobs.run.focus.FocusFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an export wrote, in words and as JSON. */
record FocusExportReport(FocusFormat format, List<ExportedPeriod> periods) {
    String words() {
        return periods.stream()
                .map(period -> String.format(
                        Locale.ROOT,
                        "%s: %,d bytes in %d %s at %s",
                        period.partition(),
                        period.bytes(),
                        period.files(),
                        period.files() == 1 ? "file" : "files",
                        period.folder()))
                .collect(Collectors.joining("\n"));
    }

    String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("verb", "focus export").put("format", format.toString());
        ArrayNode array = json.putArray("periods");
        for (ExportedPeriod period : periods) {
            array.addObject()
                    .put("source", period.partition().source())
                    .put("billing_period", period.partition().period().toString())
                    .put("folder", period.folder())
                    .put("files", period.files())
                    .put("bytes", period.bytes());
        }
        return json.toString();
    }
}
