package io.curlake.model;

/**
 * A refusal a person can act on. The message names the thing, the reason and the next step: "Cannot load billing period
 * 2026-10 of 'acme': no manifest at …. A new export delivers within 24 hours." It never holds a secret.
 */
public final class Refusal extends RuntimeException {
    private final ExitCode exitCode;

    public Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public Refusal(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A mistake on the command line or in the configuration. */
    public static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
