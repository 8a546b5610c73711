package io.curlake.jobs.report.page;

import io.curlake.jobs.cost.amount.SignedMoney;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers, days and times as people read them. Only what is shown is rounded. */
public final class Numbers {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(1000);
    private static final long THOUSAND = 1000;

    private Numbers() {}

    /** "1,234.56", "−12.30". */
    public static String money(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        return (cents.signum() < 0 ? "−" : "") + String.format(Locale.ROOT, "%,.2f", cents.abs());
    }

    /** "1,234.56 USD"; of a line item without currency "1,234.56 (no currency)". */
    public static String money(BigDecimal amount, String currency) {
        return money(amount) + "\u00a0" + currency(currency);
    }

    public static String currency(String currency) {
        return currency.isEmpty() ? "(no currency)" : currency;
    }

    /** "+12.30", "−12.30". */
    public static String signed(BigDecimal amount) {
        return SignedMoney.of(amount);
    }

    /** "1,234". */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 account", "12 accounts". */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** All digits, with thousands separators: "1,234.5678". */
    public static String exact(BigDecimal amount) {
        String plain = Money.plain(amount.abs());
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = String.format(Locale.ROOT, "%,d", new java.math.BigInteger(whole));
        return (amount.signum() < 0 ? "−" : "") + grouped + (point < 0 ? "" : plain.substring(point));
    }

    /** "12.3 %"; none of nothing. */
    public static Optional<String> percent(BigDecimal part, BigDecimal whole) {
        return ratio(part, whole).map(percent -> String.format(Locale.ROOT, "%,.1f\u00a0%%", percent));
    }

    /** "+12.3 %"; none where there was nothing before, or so little that a percentage says nothing. */
    public static Optional<String> change(BigDecimal before, BigDecimal now) {
        return ratio(now.subtract(before), before.abs())
                .filter(percent -> percent.abs().compareTo(TOO_LARGE) < 0)
                .map(percent -> SignedMoney.of(percent).replaceFirst("\\.(\\d)\\d$", ".$1") + "\u00a0%");
    }

    private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
    }

    /** "October 2026". */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** "5 Oct 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "5 Oct 2026 04:00 UTC". */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** "3 hours before this report". */
    public static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toHours() < 1) {
            return "less than an hour old";
        }
        return age.toDays() < 2 ? count(age.toHours(), "hour") + " old" : count(age.toDays(), "day") + " old";
    }

    /** "1.2 GB". */
    public static String bytes(long bytes) {
        double size = bytes;
        for (String unit : new String[] {"bytes", "kB", "MB", "GB"}) {
            if (size < THOUSAND) {
                return unit.equals("bytes") ? count(bytes, "byte") : String.format(Locale.ROOT, "%.1f %s", size, unit);
            }
            size /= THOUSAND;
        }
        return String.format(Locale.ROOT, "%,.1f TB", size);
    }
}
