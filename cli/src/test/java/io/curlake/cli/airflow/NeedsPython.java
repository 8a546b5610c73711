package io.curlake.cli.airflow;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where there is no python3 with PyYAML, and says so on a line of its own; with {@code CI} set they fail there. */
final class NeedsPython implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (isThere()) {
            return ConditionEvaluationResult.enabled("python3 has yaml");
        }
        String reason = context.getDisplayName() + " is SKIPPED: there is no python3 with PyYAML. "
                + "'apt-get install python3-yaml' brings both.";
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(reason);
        }
        if (context.getTestMethod().isEmpty()) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "-c", "import yaml")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
