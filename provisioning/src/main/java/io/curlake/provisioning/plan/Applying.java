package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.plan.StepState.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out steps in their order. Each is inspected just before, so that a run after any failure goes on where the
 * last one ended; at the end all are inspected once more, because somebody else may have written in between.
 */
public final class Applying {
    private static final int ROUNDS = 3;

    private final List<Step> steps;
    private final Listener listener;

    public Applying(List<Step> steps, Listener listener) {
        this.steps = List.copyOf(steps);
        this.listener = listener;
    }

    /** Is told what happens. */
    public interface Listener {
        void applying(Step step);

        void applied(Step step);
    }

    /**
     * Applies what is due; gives the steps that were done.
     *
     * @throws Refusal at the first step that is refused; those before it are done
     */
    public List<Step> run() {
        List<Step> done = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Step> ofThisRound = round();
            done.addAll(ofThisRound);
            if (ofThisRound.isEmpty()) {
                return done;
            }
        }
        // The last round changed something, so nobody has seen it stay.
        if (round().isEmpty()) {
            return done;
        }
        throw new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot finish: what was written is changed by somebody else again and again. Find out who else writes "
                        + "this bucket policy, and run again.");
    }

    private List<Step> round() {
        List<Step> done = new ArrayList<>();
        for (Step step : steps) {
            PlannedStep planned = new PlannedStep(step.title(), PlannedStep.inspected(step), List.of());
            if (planned.state() instanceof Refused refused) {
                throw new Refusal(refused.exitCode(), refused.reason());
            }
            if (planned.isDue()) {
                listener.applying(step);
                apply(step);
                listener.applied(step);
                done.add(step);
            }
        }
        return done;
    }

    private static void apply(Step step) {
        try {
            step.apply();
        } catch (Denied e) {
            throw e.refusal();
        }
    }
}
