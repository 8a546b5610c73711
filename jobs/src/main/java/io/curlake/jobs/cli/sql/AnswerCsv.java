package io.curlake.jobs.cli.sql;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.curlake.jobs.run.query.QueryResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** An answer as CSV (RFC 4180, but for lines that end as those of Unix do). NULL is nothing, an empty text is {@code ""}. */
final class AnswerCsv {
    private AnswerCsv() {}

    static String of(QueryResult answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(answer.columns().fieldNames());
            answer.rows().forEach(row -> csv.writeRecord(fields(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<@Nullable String> fields(Row row) {
        List<@Nullable String> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            fields.add(value == null ? null : Values.text(value));
        }
        return fields;
    }
}
