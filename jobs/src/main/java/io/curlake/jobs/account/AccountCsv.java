package io.curlake.jobs.account;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.curlake.model.AccountId;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A CSV with one line for each account; every mistake is refused with its line.
 *
 * @param file its name, for refusals
 * @param header which headers it may have
 * @param form how such a header is written, for refusals
 */
record AccountCsv(String file, Predicate<List<String>> header, String form) {

    /** Reads each line, in the order of the file, by a rule that throws IllegalArgumentException for a bad field. */
    <T> List<T> read(String content, Function<NamedCsvRecord, T> rule) {
        List<T> lines = new ArrayList<>();
        Map<AccountId, Long> seen = new HashMap<>();
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord csvRecord : records) {
                checkHeader(csvRecord.getHeader());
                checkLength(csvRecord);
                T line = line(csvRecord, rule);
                checkUnique(csvRecord, seen);
                lines.add(line);
            }
        } catch (CsvParseException e) {
            throw refusal(1, "this is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw refusal(1, String.valueOf(e.getMessage()));
        }
        if (lines.isEmpty()) {
            throw refusal(1, "it names no account below its header");
        }
        return lines;
    }

    static AccountId id(NamedCsvRecord csvRecord) {
        return new AccountId(csvRecord.getField("account_id").strip());
    }

    private void checkHeader(List<String> columns) {
        if (!columns.contains("account_id") || !header.test(columns)) {
            throw refusal(1, "its header is '" + String.join(",", columns) + "' and must be " + form);
        }
    }

    private void checkLength(NamedCsvRecord csvRecord) {
        int fields = csvRecord.getFieldCount();
        int columns = csvRecord.getHeader().size();
        if (fields != columns) {
            throw refusal(
                    csvRecord.getStartingLineNumber(),
                    "it has " + fields + (fields == 1 ? " field" : " fields") + " and the header has " + columns);
        }
    }

    private <T> T line(NamedCsvRecord csvRecord, Function<NamedCsvRecord, T> rule) {
        try {
            return rule.apply(csvRecord);
        } catch (IllegalArgumentException e) {
            throw refusal(csvRecord.getStartingLineNumber(), String.valueOf(e.getMessage()));
        }
    }

    private void checkUnique(NamedCsvRecord csvRecord, Map<AccountId, Long> seen) {
        AccountId id = id(csvRecord);
        Long before = seen.putIfAbsent(id, csvRecord.getStartingLineNumber());
        if (before != null) {
            throw refusal(
                    csvRecord.getStartingLineNumber(), "account " + id + " stands in line " + before + " already");
        }
    }

    private Refusal refusal(long line, String reason) {
        return Refusal.usage("Cannot read accounts from " + file + ", line " + line + ": " + reason + ".");
    }
}
