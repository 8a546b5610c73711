package io.curlake.jobs.cli.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.model.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The closing words of a night. */
final class NightReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NightReport() {}

    static String of(List<StepOutcome> outcomes) {
        return AsciiTable.getTable(
                        AsciiTable.FANCY_ASCII,
                        outcomes,
                        List.of(
                                new Column()
                                        .header("Verb")
                                        .dataAlign(HorizontalAlign.LEFT)
                                        .with(outcome -> outcome.step().verb()),
                                new Column()
                                        .header("Outcome")
                                        .dataAlign(HorizontalAlign.LEFT)
                                        .with(NightReport::words),
                                new Column().header("Exit code").with(NightReport::code),
                                new Column().header("Seconds").with(NightReport::seconds)))
                + "\n" + verdict(outcomes);
    }

    private static String words(StepOutcome outcome) {
        return outcome.exitCode()
                .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("not run");
    }

    private static String code(StepOutcome outcome) {
        return outcome.exitCode().map(code -> String.valueOf(code.code())).orElse("");
    }

    private static String seconds(StepOutcome outcome) {
        return outcome.exitCode()
                .map(code -> String.format(Locale.ROOT, "%.1f", outcome.seconds()))
                .orElse("");
    }

    private static String verdict(List<StepOutcome> outcomes) {
        ExitCode exitCode = Night.exitCode(outcomes);
        if (exitCode == ExitCode.DONE) {
            return "The night is done.";
        }
        Optional<StepOutcome> last =
                outcomes.stream().filter(StepOutcome::endsTheNight).findFirst();
        return last.map(step -> "The night ended with '" + step.step().verb() + "': what it said is above. ")
                        .orElse("Not all is well: what each verb said is above. ")
                + "Exit code " + exitCode.code()
                + ". Run it again when that is mended; what is done is not done twice.";
    }

    /** One object with the answer of each verb, as it gives it alone. */
    static String json(List<StepOutcome> outcomes) {
        ObjectNode json = JSON.createObjectNode()
                .put("verb", "run")
                .put("exit_code", Night.exitCode(outcomes).code());
        for (StepOutcome outcome : outcomes) {
            ObjectNode step = json.withArray("steps")
                    .addObject()
                    .put("verb", outcome.step().verb())
                    .put("outcome", words(outcome));
            outcome.exitCode()
                    .ifPresent(code -> step.put("exit_code", code.code()).put("seconds", outcome.seconds()));
            if (!outcome.answer().isBlank()) {
                try {
                    step.set("answer", JSON.readTree(outcome.answer()));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return json.toString();
    }
}
