package io.curlake.provisioning.policy.deny;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** IAM's comparisons of one value with what a key can be. */
final class Comparison {
    private static final int ARN_PARTS = 6;
    /** A range that holds so much of the internet may well hold AWS's addresses. */
    private static final int WIDE_PREFIX = 8;

    private Comparison() {}

    /**
     * @param operator in lower case and not negated; the outcome of one that is not known here, as of dates, is open
     * @param wanted the value in the policy
     */
    static Truth of(String operator, String wanted, Possibility given) {
        return switch (operator) {
            case "stringequals" -> given.is(Glob.exactly(wanted));
            case "stringlike" -> given.is(Glob.like(wanted));
            case "stringequalsignorecase", "bool" ->
                given.with(Possibility::lower).is(Glob.exactly(Possibility.lower(wanted)));
            case "arnequals", "arnlike" -> arn(wanted, given);
            case "ipaddress" -> isWide(wanted) ? Truth.UNKNOWN : Truth.FALSE;
            case "numericequals" -> number(given, wanted, order -> order == 0);
            case "numericlessthan" -> number(given, wanted, order -> order < 0);
            case "numericlessthanequals" -> number(given, wanted, order -> order <= 0);
            case "numericgreaterthan" -> number(given, wanted, order -> order > 0);
            case "numericgreaterthanequals" -> number(given, wanted, order -> order >= 0);
            default -> Truth.UNKNOWN;
        };
    }

    /** A star of one part of an ARN does not reach into the next. */
    private static Truth arn(String wanted, Possibility given) {
        if (given instanceof Possibility.Foreign) {
            return given.is(Glob.like(wanted));
        }
        String[] parts = wanted.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS) {
            return given.is(Glob.like(wanted)) == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
        }
        Truth all = Truth.TRUE;
        for (int i = 0; i < ARN_PARTS; i++) {
            all = both(all, part(given, i).is(Glob.like(parts[i])));
        }
        return all;
    }

    private static Possibility part(Possibility given, int i) {
        boolean isLast = i == ARN_PARTS - 1;
        if (given instanceof Possibility.Under under && !isLast) {
            return new Possibility.Text(part(under.start(), i));
        }
        return given.with(arn -> part(arn, i));
    }

    private static String part(String arn, int i) {
        String[] parts = arn.split(":", ARN_PARTS);
        return i < parts.length ? parts[i] : "";
    }

    private static Truth both(Truth a, Truth b) {
        if (a == Truth.FALSE || b == Truth.FALSE) {
            return Truth.FALSE;
        }
        return a == Truth.TRUE ? b : a;
    }

    private static boolean isWide(String range) {
        int slash = range.indexOf('/');
        return slash >= 0
                && !range.startsWith("10.")
                && range.substring(slash + 1).matches("\\d{1,3}")
                && Integer.parseInt(range.substring(slash + 1)) <= WIDE_PREFIX;
    }

    private static Truth number(Possibility given, String wanted, IntPredicate isMet) {
        if (!(given instanceof Possibility.Text text)) {
            return Truth.UNKNOWN;
        }
        try {
            return Truth.of(isMet.test(new BigDecimal(text.value()).compareTo(new BigDecimal(wanted))));
        } catch (NumberFormatException e) {
            return Truth.UNKNOWN;
        }
    }
}
