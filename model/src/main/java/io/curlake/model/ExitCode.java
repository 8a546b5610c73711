package io.curlake.model;

import java.util.Arrays;

/** The documented exit codes. Where the outcomes of several sources or periods differ, the lower {@link #rank} wins. */
public enum ExitCode {
    UNEXPECTED(1, 0),
    LEDGER_UNBALANCED(6, 1),
    DELIVERY_UNREADABLE(5, 2),
    PERMISSION_DENIED(4, 3),
    NOTHING_DELIVERED(3, 4),
    DONE(0, 5),
    USAGE(2, -1),
    LOCKED(7, -1),
    INTERRUPTED(130, -1);

    private final int code;
    private final int rank;

    ExitCode(int code, int rank) {
        this.code = code;
        this.rank = rank;
    }

    /** The one with a code; {@link #UNEXPECTED} where none has it. */
    public static ExitCode of(int code) {
        return Arrays.stream(values())
                .filter(known -> known.code == code)
                .findFirst()
                .orElse(UNEXPECTED);
    }

    public int code() {
        return code;
    }

    /** The code that a run reports when one of its parts ended as this and another as {@code other}. */
    public ExitCode and(ExitCode other) {
        return rank <= other.rank ? this : other;
    }
}
