package io.curlake.jobs.report.concern;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of the table {@code recommendation}.
 *
 * @param saving a month; none where it is not known
 * @param check how to check it by hand
 */
public record Finding(
        String rule,
        String account,
        String region,
        String resource,
        String name,
        String reason,
        Optional<BigDecimal> saving,
        String confidence,
        String check) {
    public static final Finding NONE = new Finding("", "", "", "", "", "", Optional.empty(), "", "");

    /** Added up: the savings that are known. */
    public Finding plus(Finding other) {
        Optional<BigDecimal> both = saving.isPresent() && other.saving.isPresent()
                ? Optional.of(saving.get().add(other.saving.get()))
                : saving.or(other::saving);
        return new Finding("", "", "", "", "", "", both, "", "");
    }
}
