package io.curlake.provisioning.policy.deny;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A value of a policy, in which {@code *} stands for any text and {@code ?} for one character. A policy variable like
 * {@code ${aws:username}} could be anything, so what matches because of one is unknown.
 */
final class Glob {
    private static final Pattern ID = Pattern.compile("(?=[A-Za-z]*\\d)[A-Za-z0-9]{10}");
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] parts;
    private final boolean hasVariable;

    private Glob(int[] parts, boolean hasVariable) {
        this.parts = parts;
        this.hasVariable = hasVariable;
    }

    static Glob like(String pattern) {
        return of(pattern, ANY_TEXT, ANY_CHARACTER);
    }

    static Glob exactly(String text) {
        return of(text, '*', '?');
    }

    static Glob likeInAnyCase(String pattern) {
        return like(pattern.toLowerCase(Locale.ROOT));
    }

    /** Whether it matches this text. */
    Truth matches(String text) {
        return after(text).get(parts.length) ? found() : Truth.FALSE;
    }

    /** Whether it matches the texts that begin so and go on: all, none, or some of them. */
    Truth matchesAllUnder(String start) {
        BitSet states = after(start);
        states.clear(parts.length);
        if (states.isEmpty()) {
            return Truth.FALSE;
        }
        return states.stream().anyMatch(this::takesAnyRest) ? found() : Truth.UNKNOWN;
    }

    /** Whether it matches a value of AWS's own, of which no more is known. */
    Truth matchesForeign() {
        if (parts.length > 0 && takesAnyRest(0)) {
            return found();
        }
        boolean isText = Arrays.stream(parts).allMatch(part -> part >= 0);
        return isText || namesSomebody() ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Whether an account, an organization, a user or a role of somebody's is in it, by its id. */
    private boolean namesSomebody() {
        StringBuilder text = new StringBuilder();
        for (int part : parts) {
            text.append(part < 0 ? ' ' : (char) part);
        }
        return ID.matcher(text).find();
    }

    private static Glob of(String pattern, int star, int question) {
        int[] parts = new int[pattern.length()];
        int length = 0;
        boolean hasVariable = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = pattern.startsWith("${", i) ? pattern.indexOf('}', i) : -1;
            if (close == i + 3 && "*?$".indexOf(pattern.charAt(i + 2)) >= 0) {
                parts[length++] = pattern.charAt(i + 2);
                i = close;
            } else if (close > 0) {
                parts[length++] = ANY_TEXT;
                hasVariable = true;
                i = close;
            } else {
                parts[length++] = c == '*' ? star : c == '?' ? question : c;
            }
        }
        return new Glob(Arrays.copyOf(parts, length), hasVariable);
    }

    private Truth found() {
        return hasVariable ? Truth.UNKNOWN : Truth.TRUE;
    }

    private boolean takesAnyRest(int from) {
        for (int i = from; i < parts.length; i++) {
            if (parts[i] != ANY_TEXT) {
                return false;
            }
        }
        return true;
    }

    /** The places in the pattern that can be reached by reading the text. */
    private BitSet after(String text) {
        BitSet states = new BitSet(parts.length + 1);
        states.set(0);
        skipStars(states);
        for (int i = 0; i < text.length(); i++) {
            BitSet next = new BitSet(parts.length + 1);
            char c = text.charAt(i);
            states.stream().filter(state -> state < parts.length).forEach(state -> {
                if (parts[state] == ANY_TEXT) {
                    next.set(state);
                } else if (parts[state] == ANY_CHARACTER || parts[state] == c) {
                    next.set(state + 1);
                }
            });
            skipStars(next);
            states = next;
        }
        return states;
    }

    private void skipStars(BitSet states) {
        for (int i = 0; i < parts.length; i++) {
            if (states.get(i) && parts[i] == ANY_TEXT) {
                states.set(i + 1);
            }
        }
    }
}
