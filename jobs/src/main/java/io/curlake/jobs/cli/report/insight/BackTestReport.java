package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import io.curlake.jobs.insight.forecast.BackTestError;
import io.curlake.jobs.run.insight.BackTests;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What forecasts of closed months would have been off by. */
public final class BackTestReport {
    private BackTestReport() {}

    public static String of(List<BackTests.Line> lines) {
        if (lines.isEmpty()) {
            return "No month is closed yet: nothing to test forecasts with.";
        }
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                lines,
                List.of(
                        left("Source").with(BackTests.Line::source),
                        left("Period").with(line -> line.period().toString()),
                        right("From day").with(line -> String.valueOf(line.day())),
                        right("Total off by").with(line -> percent(line.error().total())),
                        right("Series off by").with(line -> percent(line.error().error())),
                        right("Series").with(line -> String.valueOf(line.error().cases())),
                        right("Forecast")
                                .with(line -> String.valueOf(line.error().forecasts())),
                        right("Inside").with(line -> inside(line.error())),
                        left("").with(BackTests.Line::currency)));
    }

    /** The same as one JSON object; errors are shares. */
    public static String json(List<BackTests.Line> lines) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "forecast");
        ArrayNode tests = json.putArray("back_tests");
        for (BackTests.Line line : lines) {
            ObjectNode test = tests.addObject()
                    .put("source", line.source())
                    .put("billing_period", line.period().toString())
                    .put("from_day", line.day())
                    .put("currency", line.currency())
                    .put("series", line.error().cases())
                    .put("forecast", line.error().forecasts())
                    .put("inside", line.error().inside());
            line.error().total().ifPresent(error -> test.put("total_error", Money.plain(error)));
            line.error().error().ifPresent(error -> test.put("series_error", Money.plain(error)));
        }
        return json.toString();
    }

    private static String inside(BackTestError error) {
        return error.forecasts() == 0
                ? ""
                : String.format(Locale.ROOT, "%d (%d %%)", error.inside(), 100 * error.inside() / error.forecasts());
    }

    private static String percent(Optional<BigDecimal> share) {
        return share.map(s -> String.format(
                        Locale.ROOT, "%.1f %%", s.movePointRight(2).setScale(1, RoundingMode.HALF_UP)))
                .orElse("");
    }
}
