package io.curlake.jobs.cli.gold;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.run.bridge.migration.ComparedPeriod;
import io.curlake.jobs.run.bridge.migration.Concern;
import io.curlake.jobs.run.bridge.migration.Concern.Weight;
import io.curlake.jobs.run.bridge.migration.MigrationResult;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Money;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether one source can take the place of another: the totals side by side, what differs, and a verdict. */
public final class MigrationReport {
    /** So many lines of each dimension are printed. */
    private static final int LINES = 5;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final MigrationResult result;
    private final String from;
    private final String to;

    private MigrationReport(MigrationResult result) {
        this.result = result;
        this.from = result.request().from().name();
        this.to = result.request().to().name();
    }

    private record Line(String name, String from, String to, String difference) {}

    public static String of(MigrationResult result) {
        return new MigrationReport(result).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        result.periods().forEach(period -> text.append(period(period)).append('\n'));
        only(result.onlyFrom(), from, text);
        only(result.onlyTo(), to, text);
        return text.append(verdict()).toString();
    }

    private static void only(List<BillingPeriod> periods, String source, StringBuilder text) {
        if (!periods.isEmpty()) {
            text.append("· only '")
                    .append(source)
                    .append("' has loaded ")
                    .append(list(periods))
                    .append('\n');
        }
    }

    private static String list(List<BillingPeriod> periods) {
        return periods.stream().map(BillingPeriod::toString).collect(Collectors.joining(", "));
    }

    private String verdict() {
        String all = result.periods().size() == 1
                ? ""
                : " in all " + result.periods().size() + " periods compared";
        return switch (result.verdict()) {
            case SAFE -> "Safe to switch from '" + from + "' to '" + to + "'" + all + ".";
            case SAFE_BUT -> "Safe to switch from '" + from + "' to '" + to + "', but for what '!' says above.";
            case NOT_SAFE ->
                "Not safe to switch from '" + from + "' to '" + to + "': see ✗ above, of "
                        + list(result.periods().stream()
                                .filter(period -> period.verdict() == ComparedPeriod.Verdict.NOT_SAFE)
                                .map(period -> period.pair().period())
                                .toList())
                        + ".";
        };
    }

    private String period(ComparedPeriod period) {
        StringBuilder text = new StringBuilder();
        text.append(period.pair().period()).append(": ");
        text.append(delivery(period.pair().from())).append("\n      →  ");
        text.append(delivery(period.pair().to())).append('\n');
        text.append(table("Delivered, all accounts", totals(period))).append('\n');
        for (Dimension dimension : Dimension.values()) {
            different(period, dimension, text);
        }
        ConcernWords words = new ConcernWords(period.pair(), period.isOpen());
        lines(words, period.concerns(Weight.UNSAFE), "✗ ", text);
        lines(words, period.concerns(Weight.CHANGE), "! ", text);
        lines(words, period.concerns(Weight.NOTE), "· ", text);
        return text.append(period.pair().period())
                .append(": ")
                .append(words.verdict(period))
                .append('\n')
                .toString();
    }

    private static String delivery(LoadedDelivery loaded) {
        return "'" + loaded.partition().source() + "' (" + loaded.format() + "), delivery " + loaded.deliveryId()
                + ", loaded " + MINUTE.format(loaded.loadedAt());
    }

    private static List<Line> totals(ComparedPeriod period) {
        List<Line> lines = new ArrayList<>();
        for (ComparedSum total : period.delivered(Dimension.TOTAL)) {
            lines.add(new Line(
                    "line items, " + total.currency(),
                    String.valueOf(total.fromRows()),
                    String.valueOf(total.toRows()),
                    String.valueOf(total.toRows() - total.fromRows())));
            total.measures().keySet().forEach(name -> lines.add(line(total, name, name + ", " + total.currency())));
        }
        return lines;
    }

    private void different(ComparedPeriod period, Dimension dimension, StringBuilder text) {
        if (dimension == Dimension.TOTAL) {
            return;
        }
        List<ComparedSum> different = period.delivered(dimension).stream()
                .filter(sum -> !sum.isExact())
                .toList();
        if (!different.isEmpty()) {
            String by = "Delivered, by " + dimension.lowerCase().replace('_', ' ');
            text.append(table(
                            by,
                            different.stream()
                                    .limit(LINES)
                                    .map(MigrationReport::line)
                                    .toList()))
                    .append('\n');
            more(different.size(), text);
        }
    }

    private static void more(int lines, StringBuilder text) {
        if (lines > LINES) {
            text.append("· and ").append(lines - LINES).append(" more\n");
        }
    }

    private static Line line(ComparedSum sum) {
        String name = sum.mostDifferent();
        return line(sum, name, ConcernWords.value(sum.value()) + ": " + name + ", " + sum.currency());
    }

    private static Line line(ComparedSum sum, String measure, String name) {
        ComparedSum.Measure found = sum.measure(measure);
        boolean isRounding = found.isSameButRounding() && !found.isExact();
        return new Line(
                name,
                Money.plain(found.from()),
                Money.plain(found.to()),
                Money.plain(found.change()) + (isRounding ? " rounding" : ""));
    }

    /** A kind of which there are many is not printed in full. */
    private static void lines(ConcernWords words, List<Concern> concerns, String sign, StringBuilder text) {
        for (Concern.Kind kind : Concern.Kind.values()) {
            List<Concern> ofKind =
                    concerns.stream().filter(concern -> concern.kind() == kind).toList();
            ofKind.stream()
                    .limit(LINES)
                    .forEach(concern ->
                            text.append(sign).append(words.of(concern)).append('\n'));
            more(ofKind.size(), text);
        }
    }

    private String table(String header, List<Line> lines) {
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                lines,
                List.of(
                        new Column()
                                .header(header)
                                .headerAlign(HorizontalAlign.LEFT)
                                .dataAlign(HorizontalAlign.LEFT)
                                .maxWidth(80)
                                .with(Line::name),
                        new Column().header(from).maxWidth(60).with(Line::from),
                        new Column().header(to).maxWidth(60).with(Line::to),
                        new Column().header("Difference").maxWidth(60).with(Line::difference)));
    }
}
