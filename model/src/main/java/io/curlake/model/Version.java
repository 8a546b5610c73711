package io.curlake.model;

/** Which curlake this is: the version of the parent pom. */
public final class Version {
    public static final String CURRENT = "0.1.0";

    private Version() {}
}
