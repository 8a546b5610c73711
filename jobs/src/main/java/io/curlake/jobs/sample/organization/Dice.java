package io.curlake.jobs.sample.organization;

/**
 * A point of a tree of random numbers. Every branch is a dice of its own, so that a number depends on the labels on the
 * way to it and not on what was drawn before: any row can be made anywhere, in any order. SplitMix64's finalizer.
 */
public record Dice(long bits) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final String HEX = "0123456789abcdef";

    public static Dice of(long seed) {
        return new Dice(mix(seed + GOLDEN));
    }

    /** The branch of that label. */
    public Dice at(long label) {
        return new Dice(mix(bits ^ (label + 1) * GOLDEN));
    }

    /** From 0 inclusive to the bound exclusive. */
    public int below(int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 inclusive to 1 exclusive. */
    public double fraction() {
        return (bits >>> 11) * UNIT;
    }

    /** Whether one of so many throws hits. */
    public boolean hitsOneIn(int throwsPerHit) {
        return below(throwsPerHit) == 0;
    }

    /** Lower-case hexadecimal digits. */
    public String hex(int digits) {
        return text(HEX, digits);
    }

    /** Characters of an alphabet of at most 64. */
    public String text(String alphabet, int length) {
        char[] text = new char[length];
        Dice dice = this;
        for (int i = 0; i < length; i++) {
            if (i % 10 == 0) {
                dice = at(i);
            }
            text[i] = alphabet.charAt((int) (((dice.bits >>> (i % 10 * 6)) & 63) % alphabet.length()));
        }
        return new String(text);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
