package io.curlake.jobs.run;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.table.Partition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/** A process that loads what changed and kills itself with SIGKILL when it reaches a step. */
public final class CrashingLoad {
    private CrashingLoad() {}

    /** @param arguments the folder of warehouse and bucket, and the step */
    public static void main(String[] arguments) {
        Warehouse warehouse =
                Warehouse.open(TestSpark.session(), TestConfig.of(Path.of(arguments[0])), Clock.systemUTC());
        Step fatal = Step.valueOf(arguments[1]);
        new Load(warehouse, new Progress() {
                    @Override
                    public void reached(Step step, Partition partition) {
                        if (step == fatal) {
                            killThisProcess();
                        }
                    }
                })
                .run(LoadRequest.EVERYTHING);
    }

    private static void killThisProcess() {
        try {
            Process kill = new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
