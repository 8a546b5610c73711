package io.curlake.jobs.insight.showback;

/**
 * Which line items are a team's.
 *
 * @param key of a tag or cost category as the console shows it; '' for accounts
 * @param pattern of the value; {@code *} stands for any characters. Line items without a value match no pattern
 */
public record TeamRule(Kind kind, String key, String pattern, String team) {
    /** What of a line item a rule looks at. */
    public enum Kind {
        TAG,
        COST_CATEGORY,
        ACCOUNT
    }
}
