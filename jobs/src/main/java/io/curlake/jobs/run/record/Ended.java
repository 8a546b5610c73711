package io.curlake.jobs.run.record;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param figures numbers by name; none is an amount of money
 * @param error what was refused and why, a sentence a line
 */
public record Ended(ExitCode exitCode, SortedMap<String, Long> figures, Optional<String> error) {
    public static Ended done(Map<String, Long> figures) {
        return new Ended(ExitCode.DONE, new TreeMap<>(figures), Optional.empty());
    }

    /** @param errors of the parts that were refused; none where all went well */
    public static Ended of(ExitCode exitCode, Map<String, Long> figures, List<String> errors) {
        return new Ended(
                exitCode,
                new TreeMap<>(figures),
                errors.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", errors)));
    }

    static Ended refused(Refusal refusal) {
        return of(refusal.exitCode(), Map.of(), List.of(String.valueOf(refusal.getMessage())));
    }
}
