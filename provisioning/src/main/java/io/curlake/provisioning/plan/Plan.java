package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import io.curlake.provisioning.plan.StepState.Refused;
import java.util.List;

/** The steps of a source in their order, each inspected. */
public record Plan(String source, List<PlannedStep> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public static Plan of(String source, List<Step> steps) {
        return new Plan(source, steps.stream().map(PlannedStep::of).toList());
    }

    /** Whether there is anything to do. */
    public boolean isDue() {
        return steps.stream().anyMatch(PlannedStep::isDue);
    }

    public boolean isRefused() {
        return exitCode() != ExitCode.DONE;
    }

    /** That of the first refusal. */
    public ExitCode exitCode() {
        return steps.stream()
                .map(PlannedStep::state)
                .filter(Refused.class::isInstance)
                .map(state -> ((Refused) state).exitCode())
                .findFirst()
                .orElse(ExitCode.DONE);
    }
}
