package io.curlake.jobs.cli.sql;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.run.query.QueryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** An answer as a table for people: numbers to the right and whole, wide texts cut. */
final class AnswerTable {
    /** Characters of a text; numbers are never cut. */
    private static final int WIDEST = 60;

    private static final String MARK = "…";

    private final QueryResult answer;
    private long cut;

    AnswerTable(QueryResult answer) {
        this.answer = answer;
    }

    String text() {
        cut = 0;
        List<List<String>> lines = answer.rows().stream().map(this::cells).toList();
        List<ColumnData<List<String>>> columns = new ArrayList<>();
        StructField[] fields = answer.columns().fields();
        for (int i = 0; i < fields.length; i++) {
            columns.add(column(fields[i], i));
        }
        return AsciiTable.getTable(AsciiTable.FANCY_ASCII, lines, columns);
    }

    /** How many values {@link #text} has cut; names of columns count, too. */
    long cut() {
        return cut;
    }

    /** What to say of that. */
    String notice() {
        return String.format(
                Locale.ROOT,
                "%,d %s wider than %d characters %s cut, marked with %s; --csv and --json have %s whole.",
                cut,
                cut == 1 ? "value" : "values",
                WIDEST,
                cut == 1 ? "is" : "are",
                MARK,
                cut == 1 ? "it" : "them");
    }

    private ColumnData<List<String>> column(StructField field, int index) {
        HorizontalAlign align = isNumber(field) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(narrow(visible(field.name())))
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(Integer.MAX_VALUE)
                .with(cells -> cells.get(index));
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            String text = value == null ? "NULL" : visible(Values.text(value));
            cells.add(isNumber(answer.columns().fields()[i]) ? text : narrow(text));
        }
        return cells;
    }

    private String narrow(String text) {
        if (text.codePointCount(0, text.length()) <= WIDEST) {
            return text;
        }
        cut++;
        return text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + MARK;
    }

    private static boolean isNumber(StructField field) {
        return field.dataType() instanceof NumericType;
    }

    /** A tag may hold line breaks, and what makes a terminal do things. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> visible.append("\\n");
                case '\r' -> visible.append("\\r");
                case '\t' -> visible.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        visible.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        visible.appendCodePoint(c);
                    }
                }
            }
        });
        return visible.toString();
    }
}
