package io.curlake.provisioning.plan;

import io.curlake.model.ExitCode;
import java.util.List;

/** What a step found. */
public sealed interface StepState {
    /** One character, as Terraform has them: + create, ~ change, = keep, ! refused. */
    char sign();

    /** What the step makes is not there. */
    record Absent() implements StepState {
        @Override
        public char sign() {
            return '+';
        }
    }

    /**
     * All is as wanted.
     *
     * @param notes what a person should know of it nevertheless
     */
    record Present(List<String> notes) implements StepState {
        public Present {
            notes = List.copyOf(notes);
        }

        @Override
        public char sign() {
            return '=';
        }
    }

    /**
     * It is there in another way, which the step changes.
     *
     * @param differences a line each
     */
    record Different(List<String> differences) implements StepState {
        public Different {
            differences = List.copyOf(differences);
        }

        @Override
        public char sign() {
            return '~';
        }
    }

    /**
     * The step will not be done, nor any after it.
     *
     * @param reason a sentence or two: why, and what to do
     */
    record Refused(ExitCode exitCode, String reason) implements StepState {
        @Override
        public char sign() {
            return '!';
        }
    }

    static StepState present() {
        return new Present(List.of());
    }
}
