package io.curlake.jobs.account;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CSV of accounts to connect: {@code account_id[,name][,connected_from]}, with that header. */
public final class AccountsFile {
    private static final Set<String> COLUMNS = Set.of("account_id", "name", "connected_from");

    /** A line of the file. */
    public record Line(AccountId id, String name, Optional<BillingPeriod> from) {}

    private AccountsFile() {}

    /** Reads the file; every mistake is refused with its line. */
    public static List<Line> read(String file, String content) {
        List<Line> lines = new ArrayList<>();
        Map<AccountId, Long> seen = new HashMap<>();
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord csvRecord : records) {
                checkHeader(file, csvRecord.getHeader());
                checkLength(file, csvRecord);
                Line line = line(file, csvRecord);
                Long before = seen.putIfAbsent(line.id(), csvRecord.getStartingLineNumber());
                if (before != null) {
                    throw refusal(
                            file,
                            csvRecord.getStartingLineNumber(),
                            "account " + line.id() + " stands in line " + before + " already");
                }
                lines.add(line);
            }
        } catch (CsvParseException e) {
            throw refusal(file, 1, "this is no CSV: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw refusal(file, 1, String.valueOf(e.getMessage()));
        }
        if (lines.isEmpty()) {
            throw refusal(file, 1, "it names no account below its header");
        }
        return lines;
    }

    private static void checkHeader(String file, List<String> header) {
        if (!header.contains("account_id") || !COLUMNS.containsAll(header)) {
            throw refusal(
                    file,
                    1,
                    "its header is '" + String.join(",", header) + "' and must be account_id[,name][,connected_from]");
        }
    }

    private static void checkLength(String file, NamedCsvRecord csvRecord) {
        int fields = csvRecord.getFieldCount();
        int columns = csvRecord.getHeader().size();
        if (fields != columns) {
            throw refusal(
                    file,
                    csvRecord.getStartingLineNumber(),
                    "it has " + fields + (fields == 1 ? " field" : " fields") + " and the header has " + columns);
        }
    }

    private static Line line(String file, NamedCsvRecord csvRecord) {
        try {
            return new Line(
                    new AccountId(csvRecord.getField("account_id").strip()),
                    csvRecord.findField("name").map(String::strip).orElse(""),
                    csvRecord
                            .findField("connected_from")
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .map(BillingPeriod::parse));
        } catch (IllegalArgumentException e) {
            throw refusal(file, csvRecord.getStartingLineNumber(), String.valueOf(e.getMessage()));
        }
    }

    private static Refusal refusal(String file, long line, String reason) {
        return Refusal.usage("Cannot read accounts from " + file + ", line " + line + ": " + reason + ".");
    }
}
