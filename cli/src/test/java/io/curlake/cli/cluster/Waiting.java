package io.curlake.cli.cluster;

/** Waits for another process. */
final class Waiting {
    private static final long MILLIS = 20;

    private Waiting() {}

    static void briefly() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
