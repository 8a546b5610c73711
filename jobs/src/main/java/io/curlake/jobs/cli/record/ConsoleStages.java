package io.curlake.jobs.cli.record;

import io.curlake.jobs.cli.record.RunOptions.LogFormat;
import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.run.record.StageLog;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stages in the log of Log4j, logger {@code io.curlake.stage} at INFO, which the settings of curlake do not show; or, where that
 * is asked for, on stderr instead, without anything before or behind a line.
 */
final class ConsoleStages implements StageLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.curlake.stage");

    private final String runId;
    private final PrintWriter err;
    private final Optional<LogFormat> shown;

    ConsoleStages(String runId, PrintWriter err, Optional<LogFormat> shown) {
        this.runId = runId;
        this.err = err;
        this.shown = shown;
    }

    @Override
    public void done(Stage stage) {
        if (shown.isEmpty()) {
            LOG.info("{}", StageText.pairs(runId, stage));
            return;
        }
        err.println(
                switch (shown.get()) {
                    case TEXT -> StageText.pairs(runId, stage);
                    case JSON -> StageText.json(runId, stage);
                });
    }
}
