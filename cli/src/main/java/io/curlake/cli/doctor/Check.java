package io.curlake.cli.doctor;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A line of the doctor.
 *
 * @param of {@code machine}, {@code warehouse}, or the name of a source
 * @param exitCode what the line alone would end with
 */
record Check(String of, Finding finding, ExitCode exitCode) {
    static Check of(String of, Finding finding) {
        return new Check(of, finding, finding.level() == Level.FAULT ? ExitCode.DELIVERY_UNREADABLE : ExitCode.DONE);
    }

    /** What refused is what is wrong; its message names the next step already. */
    static Check refused(String of, String setting, Refusal refusal) {
        Finding finding = new Finding(
                refusal.exitCode() == ExitCode.NOTHING_DELIVERED ? Level.NOTE : Level.FAULT,
                setting,
                withoutPeriod(String.valueOf(refusal.getMessage())),
                Optional.empty());
        return new Check(of, finding, codeOf(refusal));
    }

    /** What a look shows, or why it showed nothing. */
    static List<Check> attempt(String of, String setting, Supplier<List<Check>> look) {
        try {
            return look.get();
        } catch (Refusal e) {
            return List.of(refused(of, setting, e));
        }
    }

    private static ExitCode codeOf(Refusal refusal) {
        return switch (refusal.exitCode()) {
            case PERMISSION_DENIED, NOTHING_DELIVERED, USAGE -> refusal.exitCode();
            case DONE, UNEXPECTED, LEDGER_UNBALANCED, DELIVERY_UNREADABLE, LOCKED, INTERRUPTED ->
                ExitCode.DELIVERY_UNREADABLE;
        };
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
