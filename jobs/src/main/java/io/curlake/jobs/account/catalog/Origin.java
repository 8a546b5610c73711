package io.curlake.jobs.account.catalog;

import java.util.Locale;

/** Who says something of an account, in ascending order: the word of a later one counts. */
public enum Origin {
    DELIVERY,
    ORGANIZATION,
    CSV;

    /** The attribute as this origin states it: {@code csv.owner}. */
    String key(String attribute) {
        return this + "." + attribute;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
