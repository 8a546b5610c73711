package io.curlake.jobs.alert;

import java.util.OptionalInt;

/**
 * What a receiver answered.
 *
 * @param host the only part of its address that is no secret
 * @param status the HTTP status; empty where there was no answer
 * @param words what it did: "answered 200"
 */
public record Answer(String host, OptionalInt status, String words, int attempts) {

    static Answer status(String host, int status, int attempts) {
        return new Answer(host, OptionalInt.of(status), "answered " + status, attempts);
    }

    static Answer none(String host, String words, int attempts) {
        return new Answer(host, OptionalInt.empty(), words, attempts);
    }

    public boolean isDelivered() {
        return status.isPresent() && status.getAsInt() / 100 == 2;
    }

    /** Whether the receiver may answer otherwise soon: it has trouble, asks to wait, or cannot be reached. */
    boolean mayPass() {
        return status.isEmpty() || status.getAsInt() >= 500 || status.getAsInt() == 429;
    }

    /** "hooks.example.com answered 500 (3 attempts)". */
    @Override
    public String toString() {
        return host + " " + words + (attempts == 1 ? "" : " (" + attempts + " attempts)");
    }
}
