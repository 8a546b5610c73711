package io.curlake.jobs.cli.insight;

import static io.curlake.jobs.cli.insight.TableColumns.left;
import static io.curlake.jobs.cli.insight.TableColumns.right;

import com.github.freva.asciitable.AsciiTable;
import io.curlake.jobs.insight.forecast.BackTestError;
import io.curlake.jobs.run.insight.BackTests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What forecasts of closed months would have been off by. */
final class BackTestReport {
    private BackTestReport() {}

    static String of(List<BackTests.Line> lines) {
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
