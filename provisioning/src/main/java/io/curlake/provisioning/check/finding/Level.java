package io.curlake.provisioning.check.finding;

/** How grave a finding is. */
public enum Level {
    OK("✓"),
    /** The data can be loaded; somebody should know. */
    NOTE("!"),
    /** The data do not arrive, cannot be loaded, or mislead. */
    FAULT("✗");

    private final String mark;

    Level(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }
}
