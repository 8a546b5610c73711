package io.curlake.cli.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests before the phase {@code package} has made the jar for spark-submit, and says so on a line of its own. */
final class NeedsTheSparkJar implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isRegularFile(Path.of("..").resolve(DriverMachine.JAR))) {
            return ConditionEvaluationResult.enabled("the jar is there");
        }
        String reason = context.getDisplayName() + " is SKIPPED: " + DriverMachine.JAR
                + " is not there. 'mvn -B -ntp package -DskipTests' makes it.";
        if (context.getTestMethod().isEmpty()) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
