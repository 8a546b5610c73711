package io.curlake.jobs.table.upkeep;

/** Why a file is no longer needed. */
public enum Reason {
    SUPERSEDED("superseded deliveries"),
    EXPIRED_DELIVERY("expired deliveries of delivered_cost"),
    REWRITTEN("compacted or purged files"),
    OLD_MASK("old masks"),
    UNNAMED("files no log names"),
    EXPIRED_LOG("expired log");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
