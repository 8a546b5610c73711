package io.curlake.jobs.cli.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.alert.Alert;
import io.curlake.jobs.alert.Answer;
import io.curlake.jobs.alert.Event;
import io.curlake.jobs.alert.Webhook;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Try the webhook that a load tells of failures, new accounts and large changes.",
        synopsisSubcommandLabel = "VERB")
public final class AlertsCommand {
    private static final String VERB = "alerts test";

    @Spec
    private CommandSpec spec;

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Send an alert that says it is a test, and say what the receiver answered.")
    int test(@Mixin CommonOptions options) {
        CurlakeConfig config = options.config();
        Webhook webhook = Webhook.of(config.alerts())
                .orElseThrow(() -> Refusal.usage("Cannot send a test alert: no webhook is configured. Set "
                        + "'alerts.webhook' in the configuration, best from an environment variable."));
        Answer answer = webhook.send(Alert.of(VERB, config, Clock.systemUTC(), List.of(new Event.Test())));
        if (!answer.isDelivered()) {
            throw new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot deliver the test alert: " + answer + ". Check 'alerts.webhook' in the configuration, and "
                            + "that this machine may connect to its host.");
        }
        spec.commandLine().getOut().println(options.isJson() ? json(answer) : "Test alert delivered: " + answer + ".");
        return 0;
    }

    private static String json(Answer answer) {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("verb", VERB)
                .put("host", answer.host())
                .put("attempts", answer.attempts());
        answer.status().ifPresent(status -> json.put("status", status));
        return json.toString();
    }
}
