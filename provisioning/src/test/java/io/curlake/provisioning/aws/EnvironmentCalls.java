package io.curlake.provisioning.aws;

import io.curlake.model.Refusal;
import io.curlake.model.config.ProvisioningConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls in a process of its own, since no process can change its environment variables. */
final class EnvironmentCalls {
    private EnvironmentCalls() {}

    /**
     * One attempt of that process.
     *
     * @param endpoint that is given to the clients; "" for none
     * @param profile that is named; "" for none
     * @param role that is assumed; "" for none
     * @param awsProfile in place of AWS_PROFILE; "" for none
     */
    record Attempt(String endpoint, String profile, String role, String awsProfile) {
        static final Attempt PLAIN = new Attempt("", "", "", "");

        static Attempt at(String endpoint) {
            return new Attempt(endpoint, "", "", "");
        }

        static Attempt with(String profile) {
            return new Attempt("", profile, "", "");
        }

        static Attempt assuming(String role) {
            return new Attempt("", "", role, "");
        }

        private String argument() {
            return String.join(",", endpoint, profile, role, awsProfile);
        }

        private ProvisioningConfig caller() {
            return new ProvisioningConfig(
                    Optional.of(profile).filter(name -> !name.isEmpty()),
                    Optional.of(role).filter(arn -> !arn.isEmpty()),
                    Optional.empty());
        }
    }

    /**
     * Runs attempts, each of which calls every service; those with a role or over TLS only STS.
     *
     * @param variables of the environment; it has no others of AWS
     * @return what STS, or a refusal, says to each
     */
    static List<String> run(Map<String, String> variables, Attempt... attempts) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EnvironmentCalls.class.getName()));
        for (Attempt attempt : attempts) {
            command.add(attempt.argument());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(variables);
        Process process = builder.start();
        List<String> lines = read(process);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("The process has not ended well: " + lines);
        }
        return lines;
    }

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            String[] parts = argument.split(",", -1);
            System.clearProperty("aws.profile");
            if (!parts[3].isEmpty()) {
                System.setProperty("aws.profile", parts[3]);
            }
            System.out.println(said(new Attempt(parts[0], parts[1], parts[2], parts[3])));
        }
    }

    private static String said(Attempt attempt) {
        try (AwsClients clients = TestCalls.at(attempt.endpoint(), attempt.caller())) {
            String arn = Caller.of(clients).arn();
            if (attempt.role().isEmpty() && !attempt.endpoint().startsWith("https:")) {
                TestCalls.callAll(clients);
            }
            return arn;
        } catch (Refusal e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> read(Process process) throws IOException {
        List<String> lines = new ArrayList<>();
        @Nullable String line = process.inputReader().readLine();
        while (line != null) {
            lines.add(line);
            line = process.inputReader().readLine();
        }
        return lines;
    }
}
