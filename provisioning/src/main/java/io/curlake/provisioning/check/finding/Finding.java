package io.curlake.provisioning.check.finding;

import java.util.Optional;

/**
 * One line of a check.
 *
 * @param setting what was looked at
 * @param meaning how it is, and what that means for the data
 * @param remedy how to mend it
 */
public record Finding(Level level, String setting, String meaning, Optional<String> remedy) {
    public static Finding ok(String setting, String meaning) {
        return new Finding(Level.OK, setting, meaning, Optional.empty());
    }

    /** Something to know that nobody can or need mend. */
    public static Finding note(String setting, String meaning) {
        return new Finding(Level.NOTE, setting, meaning, Optional.empty());
    }

    public static Finding note(String setting, String meaning, String remedy) {
        return new Finding(Level.NOTE, setting, meaning, Optional.of(remedy));
    }

    public static Finding fault(String setting, String meaning, String remedy) {
        return new Finding(Level.FAULT, setting, meaning, Optional.of(remedy));
    }
}
