package io.curlake.jobs.report;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The first lines of a list, and all others as one, so that a page says what it leaves out.
 *
 * @param more how many lines are not shown
 * @param rest those lines added up; none where all are shown
 * @param total all lines added up
 */
public record Top<T>(List<T> shown, long more, Optional<T> rest, T total) {

    /** The first so many lines. One line is never left out alone: a line that says so would take its place. */
    public static <T> Top<T> of(List<T> lines, int limit, T none, BinaryOperator<T> plus) {
        int shown = lines.size() <= limit + 1 ? lines.size() : limit;
        List<T> others = lines.subList(shown, lines.size());
        return new Top<>(
                List.copyOf(lines.subList(0, shown)),
                others.size(),
                others.stream().reduce(plus),
                lines.stream().reduce(none, plus));
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /** How many lines there are, shown or not. */
    public long size() {
        return shown.size() + more;
    }
}
