package io.curlake.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.bench.Comparison.Result;
import io.curlake.bench.Comparison.Side;
import java.util.List;
import java.util.Locale;

/** A comparison as a table to read, and as one line of JSON. */
final class ComparisonReport {
    private static final double MIB = 1 << 20;

    private ComparisonReport() {}

    private record Line(String figure, double curlake, double duckDb, int digits) {
        String text(double value) {
            return String.format(Locale.ROOT, "%,." + digits + "f", value);
        }

        String ratio() {
            return duckDb == 0 ? "" : String.format(Locale.ROOT, "%.2f", curlake / duckDb);
        }
    }

    static String text(Result result) {
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                lines(result),
                List.of(
                        column("", HorizontalAlign.LEFT).with(Line::figure),
                        column("curlake", HorizontalAlign.RIGHT).with(line -> line.text(line.curlake())),
                        column("DuckDB", HorizontalAlign.RIGHT).with(line -> line.text(line.duckDb())),
                        column("ratio", HorizontalAlign.RIGHT).with(Line::ratio)));
        return heading(result) + "\n" + table + "\n" + verdict(result);
    }

    static String json(Result result) {
        SampleExport sample = result.sample();
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("format", sample.format().toString())
                .put("rows", sample.rows())
                .put("columns", sample.columns().size())
                .put("files", sample.files().size())
                .put("bytes", sample.bytes())
                .put("accounts", sample.accounts().size())
                .put("connected", result.connected())
                .put("rows_kept", result.rowsKept())
                .put("balanced", true)
                .put("repeated", result.repeated());
        side(json.putObject("curlake"), result, result.curlake());
        side(json.putObject("duckdb"), result, result.duckDb());
        ObjectNode ratio = json.putObject("ratio");
        ratio.put(
                "wall",
                result.curlake().measurement().wallSeconds()
                        / result.duckDb().measurement().wallSeconds());
        ratio.put(
                "cpu",
                result.curlake().measurement().cpuSeconds()
                        / result.duckDb().measurement().cpuSeconds());
        return json.toString();
    }

    private static void side(ObjectNode json, Result result, Side side) {
        Measurement measured = side.measurement();
        json.put("wall_seconds", measured.wallSeconds())
                .put("cpu_seconds", measured.cpuSeconds())
                .put("peak_bytes", measured.peakBytes())
                .put("rows_per_second", Math.round(result.sample().rows() / measured.wallSeconds()))
                .put("bytes_written", side.bytesWritten());
    }

    private static String heading(Result result) {
        SampleExport sample = result.sample();
        return String.format(
                Locale.ROOT,
                "%s: %,d rows × %d columns, %,.0f MiB in %d files; %d of %d accounts are connected and keep %,d rows.",
                sample.format(),
                sample.rows(),
                sample.columns().size(),
                sample.bytes() / MIB,
                sample.files().size(),
                result.connected(),
                sample.accounts().size(),
                result.rowsKept());
    }

    private static List<Line> lines(Result result) {
        Side ours = result.curlake();
        Side theirs = result.duckDb();
        Measurement load = ours.measurement();
        Measurement copy = theirs.measurement();
        long rows = result.sample().rows();
        return List.of(
                new Line("CPU seconds", load.cpuSeconds(), copy.cpuSeconds(), 1),
                new Line("Wall seconds", load.wallSeconds(), copy.wallSeconds(), 1),
                new Line("Peak MiB", load.peakBytes() / MIB, copy.peakBytes() / MIB, 0),
                new Line("Rows a second", rows / load.wallSeconds(), rows / copy.wallSeconds(), 0),
                new Line("Written MiB", ours.bytesWritten() / MIB, theirs.bytesWritten() / MIB, 0));
    }

    private static String verdict(Result result) {
        String measured = result.repeated() == 1 ? "Measured once." : "Medians of " + result.repeated() + " turns.";
        return "The ledger balances, and both kept the rows that the sample's truth names. " + measured;
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align);
    }
}
