package io.curlake.jobs.sample.organization;

/** UUIDs derived from a seed. */
public final class Uuids {
    private Uuids() {}

    public static String of(Dice dice) {
        String hex = dice.hex(31);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(12, 15) + "-a"
                + hex.substring(15, 18) + "-" + hex.substring(18, 30);
    }
}
