package io.curlake.jobs.cli.night;

import io.curlake.jobs.cli.Jobs;
import io.curlake.model.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Runs verbs one after another, each as it runs alone: with a lock and a row in {@code run} of its own. */
final class Night {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean keepsAnswers;

    /** @param keepsAnswers whether what the verbs write on stdout is kept for the outcome, rather than shown */
    Night(PrintWriter out, PrintWriter err, boolean keepsAnswers) {
        this.out = out;
        this.err = err;
        this.keepsAnswers = keepsAnswers;
    }

    List<StepOutcome> run(List<Step> steps) {
        List<StepOutcome> outcomes = new ArrayList<>();
        boolean isOver = false;
        for (Step step : steps) {
            StepOutcome outcome = isOver ? StepOutcome.notRun(step) : run(step);
            isOver |= outcome.endsTheNight();
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** The code of the worst of them. */
    static ExitCode exitCode(List<StepOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.exitCode().stream()).reduce(ExitCode.DONE, ExitCode::and);
    }

    private StepOutcome run(Step step) {
        StringWriter answer = new StringWriter();
        if (!keepsAnswers) {
            out.println("curlake " + step.verb());
        }
        long start = System.nanoTime();
        CommandLine commandLine = Jobs.commandLine();
        commandLine.setOut(keepsAnswers ? new PrintWriter(answer, true) : out).setErr(err);
        ExitCode exitCode = ExitCode.of(commandLine.execute(step.arguments().toArray(String[]::new)));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!keepsAnswers) {
            out.println();
        }
        return new StepOutcome(step, Optional.of(exitCode), seconds, answer.toString());
    }
}
