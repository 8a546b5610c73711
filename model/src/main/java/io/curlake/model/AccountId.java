package io.curlake.model;

import java.io.Serializable;
import java.util.regex.Pattern;

/** An AWS account id: twelve digits, kept as text because the first may be zeros. */
public record AccountId(String value) implements Comparable<AccountId>, Serializable {
    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");
    private static final Pattern FEWER_DIGITS = Pattern.compile("\\d{1,11}");

    /** Throws IllegalArgumentException with what is wrong with the text. */
    public AccountId {
        if (!TWELVE_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException(complaint(value));
        }
    }

    public static boolean isValid(String text) {
        return TWELVE_DIGITS.matcher(text).matches();
    }

    private static String complaint(String value) {
        String complaint = "'" + value + "' is no account id: an account id has 12 digits";
        return FEWER_DIGITS.matcher(value).matches()
                ? complaint + ", this has " + value.length() + " (did a spreadsheet drop leading zeros? then it is '"
                        + "0".repeat(12 - value.length()) + value + "')"
                : complaint;
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
