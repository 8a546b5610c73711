package io.curlake.model.config;

import java.util.regex.Pattern;

/** Whole numbers as they are written in a configuration. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private Numbers() {}

    static int between(int least, int most, String text) {
        int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("'" + text + "' is no whole number from " + least + " to " + most);
        }
        return number;
    }
}
