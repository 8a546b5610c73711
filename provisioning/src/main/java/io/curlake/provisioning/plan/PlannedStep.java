package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.plan.StepState.Absent;
import io.curlake.provisioning.plan.StepState.Different;
import io.curlake.provisioning.plan.StepState.Refused;
import java.util.List;

/** A step with what it found, and what it would send. */
public record PlannedStep(String title, StepState state, List<Step.Request> requests) {
    public PlannedStep {
        requests = List.copyOf(requests);
    }

    static PlannedStep of(Step step) {
        StepState state = inspected(step);
        List<Step.Request> requests =
                state instanceof Absent || state instanceof Different ? step.requests() : List.of();
        return new PlannedStep(step.title(), state, requests);
    }

    static StepState inspected(Step step) {
        try {
            return step.inspect();
        } catch (Denied e) {
            return new Refused(
                    ExitCode.PERMISSION_DENIED, String.valueOf(e.refusal().getMessage()));
        }
    }

    public boolean isDue() {
        return state instanceof Absent || state instanceof Different;
    }
}
