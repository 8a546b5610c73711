package io.curlake.jobs.run.fault;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.record.Invocation;
import io.curlake.jobs.run.record.StageLog;
import io.curlake.jobs.table.Partition;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that loads what changed for each line {@code FORMAT BUCKET WAREHOUSE [STEP]} that it is told, says each
 * step it reaches and how the load ended, and waits at STEP for one more line.
 */
public final class SteppingLoad {
    static final String MORE = "on-rejected: quarantine";

    /** The line that asks for a load of a CUR 2.0 Parquet export. */
    static String line(Path bucket, Path warehouse) {
        return line(ExportFormat.CUR2_PARQUET, bucket, warehouse);
    }

    static String line(ExportFormat format, Path bucket, Path warehouse) {
        return format.name() + " " + bucket + " " + warehouse;
    }

    private final BufferedReader in;

    private SteppingLoad(BufferedReader in) {
        this.in = in;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        TestSpark.session();
        say("ready");
        SteppingLoad load = new SteppingLoad(in);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say("ended " + load.run(List.of(line.split(" ", -1))));
        }
        TestSpark.session().stop();
    }

    private String run(List<String> words) {
        Optional<Step> waiting = words.size() > 3 ? Optional.of(Step.valueOf(words.get(3))) : Optional.empty();
        try {
            Warehouse warehouse = TestWarehouse.of(
                            Path.of(words.get(2)), Path.of(words.get(1)), ExportFormat.valueOf(words.get(0)), MORE)
                    .warehouse()
                    .calledBy(Invocation.ofThisProcess("stepping", List.of(), notice -> {}, StageLog.SILENT));
            LoadSummary summary = new TestWarehouse(warehouse)
                    .load(
                            new Progress() {
                                @Override
                                public void reached(Step step, Partition partition) {
                                    say("reached " + step + " " + partition.period());
                                    if (waiting.equals(Optional.of(step))) {
                                        waitForALine();
                                    }
                                }
                            },
                            LoadRequest.EVERYTHING);
            return summary.exitCode() + " "
                    + summary.periods().stream()
                            .flatMap(period -> period.error().stream())
                            .findFirst()
                            .orElse(summary.count(PeriodResult.Status.LOADED) + " loaded");
        } catch (Refusal refusal) {
            return refusal.exitCode() + " " + refusal.getMessage();
        }
    }

    private void waitForALine() {
        try {
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
