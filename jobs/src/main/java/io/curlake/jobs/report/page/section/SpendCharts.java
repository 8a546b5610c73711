package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.page.Chart;
import io.curlake.jobs.report.page.Chart.Role;
import io.curlake.jobs.report.page.Chart.Shape;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Span;
import io.curlake.jobs.report.spend.Month;
import io.curlake.jobs.report.spend.Outlook;
import io.curlake.jobs.report.spend.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pictures of spend. */
final class SpendCharts {
    private static final int SERVICES = 6;
    private static final int BARS = 10;

    private SpendCharts() {}

    /** Months as columns of services: the dearest of all months shown, and the others together. */
    static Html months(Book book) {
        List<Month> months = new ArrayList<>(book.spend().months().shown());
        Collections.reverse(months);
        List<String> services = months.stream().reduce(Month.NONE, Month::plus).services().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(SERVICES)
                .map(Map.Entry::getKey)
                .toList();
        Chart chart = new Chart(
                "Spend by month and service",
                Shape.COLUMNS,
                book.currency(),
                months.stream().map(Month::label).toList());
        for (String service : services) {
            chart = chart.with(
                    service,
                    Role.PART,
                    months.stream()
                            .map(month -> month.services().getOrDefault(service, BigDecimal.ZERO))
                            .toList());
        }
        return chart.with(
                        "all other services",
                        Role.REST,
                        months.stream().map(month -> others(month, services)).toList())
                .html();
    }

    private static BigDecimal others(Month month, List<String> services) {
        return services.stream()
                .map(service -> month.services().getOrDefault(service, BigDecimal.ZERO))
                .reduce(month.cost(), BigDecimal::subtract);
    }

    /** How the month grows, beside the one before; and where it is going. */
    static Html days(Book book, Span span) {
        YearMonth month = span.month();
        int length = Math.max(month.lengthOfMonth(), month.minusMonths(1).lengthOfMonth());
        Chart chart = new Chart(
                "Spend up to each day of the month",
                Shape.LINES,
                book.currency(),
                IntStream.rangeClosed(1, length).mapToObj(Integer::toString).toList());
        chart = chart.with(
                span.soFar(),
                Role.NOW,
                summed(book.spend().days(), month, span.hasDays() ? span.until().getDayOfMonth() : 0, length));
        if (book.spend().hasBefore()) {
            YearMonth before = month.minusMonths(1);
            chart = chart.with(
                    span.before(),
                    Role.BEFORE,
                    summed(book.spend().daysBefore(), before, before.lengthOfMonth(), length));
        }
        if (book.spend().outlook().isPresent() && span.hasDays() && !span.isWhole()) {
            chart = chart.with("Forecast", Role.OUTLOOK, outlook(book, span, length));
        }
        return chart.html();
    }

    private static List<@Nullable BigDecimal> summed(
            Map<LocalDate, BigDecimal> days, YearMonth month, int last, int length) {
        List<@Nullable BigDecimal> sums = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= length; day++) {
            if (day <= last) {
                sum = sum.add(days.getOrDefault(month.atDay(day), BigDecimal.ZERO));
            }
            sums.add(day <= last ? sum : null);
        }
        return sums;
    }

    /** From the last whole day to the end of the month. */
    private static List<@Nullable BigDecimal> outlook(Book book, Span span, int length) {
        Outlook outlook = book.spend().outlook().orElseThrow();
        List<@Nullable BigDecimal> values = new ArrayList<>(Collections.nCopies(length, null));
        values.set(span.until().getDayOfMonth() - 1, book.spend().total().wholeDays());
        values.set(span.month().lengthOfMonth() - 1, outlook.forecast());
        return values;
    }

    static Html shares(Book book, Span span, String thing, Top<Share> shares) {
        List<Share> dearest = shares.shown().stream().limit(BARS).toList();
        String title = "Spend by " + thing + (shares.size() > BARS ? ", the " + BARS + " dearest" : "");
        Chart chart = new Chart(
                title,
                Shape.BARS,
                book.currency(),
                dearest.stream()
                        .map(share -> share.name().isEmpty() ? share.id() : share.name())
                        .toList());
        if (!book.spend().hasBefore() || !span.hasDays()) {
            return chart.with(
                            span.soFar(),
                            Role.NOW,
                            dearest.stream().map(Share::cost).toList())
                    .html();
        }
        return chart.with(
                        span.isWhole() ? span.soFar() : span.days(),
                        Role.NOW,
                        dearest.stream().map(Share::wholeDays).toList())
                .with(
                        span.sameDays(),
                        Role.BEFORE,
                        dearest.stream().map(Share::sameDaysBefore).toList())
                .html();
    }
}
