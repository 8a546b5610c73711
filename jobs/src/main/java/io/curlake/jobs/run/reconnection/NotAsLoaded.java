package io.curlake.jobs.run.reconnection;

/** Why a delivery that is in the table already has to be loaded again for other connected accounts. */
public final class NotAsLoaded extends RuntimeException {
    /** The reason where nobody knows more. */
    public static final String LINE_ITEM = "line_item no longer holds the delivery as it was loaded; reading it again";

    /** @param reason for a person, and what follows from it */
    public NotAsLoaded(String reason) {
        super(reason);
    }
}
