package io.curlake.provisioning.policy.deny;

import java.util.stream.Stream;

/** What can be said of a condition before the request is made. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** True where one is, false where all are. */
    static Truth any(Stream<Truth> truths) {
        return truths.reduce(FALSE, (a, b) -> a == TRUE || b == TRUE ? TRUE : a == FALSE ? b : a);
    }

    /** What all agree on. */
    static Truth agreed(Stream<Truth> truths) {
        return truths.reduce((a, b) -> a == b ? a : UNKNOWN).orElse(UNKNOWN);
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
