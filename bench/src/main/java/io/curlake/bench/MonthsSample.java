package io.curlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Deliveries of many months as {@code curlake sample} writes them; written anew for each measurement, which restates one.
 *
 * @param bucket the folder that stands for the bucket
 */
record MonthsSample(ExportFormat format, Path bucket, int months, long rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static MonthsSample write(Workplace workplace, ExportFormat format, int months, long rows) {
        MonthsSample sample = new MonthsSample(format, workplace.emptyFolder("months"), months, rows);
        sample.run(workplace, List.of());
        return sample;
    }

    /** Delivers a period again, as AWS does when it corrects a bill. */
    void restate(Workplace workplace, String period) {
        run(workplace, List.of("--restate", period));
    }

    /** The billing periods, oldest first. */
    List<String> periods() {
        return StreamSupport.stream(truth().spliterator(), false)
                .map(period -> period.get("billing_period").asText())
                .sorted()
                .toList();
    }

    /** Every linked account. */
    Set<String> linkedAccounts() {
        return new TreeSet<>(rowsOfAccounts().keySet());
    }

    /** The account whose share of all line items is nearest to that, of those not excluded. */
    String accountOf(double share, Set<String> excluded) {
        Map<String, Long> accounts = rowsOfAccounts();
        double wanted = share * rows;
        return accounts.keySet().stream()
                .filter(account -> !excluded.contains(account))
                .min(Comparator.comparingDouble(account -> Math.abs(accounts.getOrDefault(account, 0L) - wanted)))
                .orElseThrow();
    }

    long rowsOf(String account) {
        return rowsOfAccounts().getOrDefault(account, 0L);
    }

    private Map<String, Long> rowsOfAccounts() {
        Map<String, Long> accounts = new TreeMap<>();
        for (JsonNode period : truth()) {
            for (JsonNode group : period.get("groups")) {
                accounts.merge(group.get("account").asText(), group.get("rows").asLong(), Long::sum);
            }
        }
        accounts.remove("");
        accounts.remove(SampleExport.PAYER);
        return accounts;
    }

    private void run(Workplace workplace, List<String> more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "sample",
                "--out",
                bucket.toString(),
                "--accounts",
                SampleExport.ACCOUNTS,
                "--months",
                Integer.toString(months),
                "--no-split-cost",
                "--format",
                format.toString(),
                "--rows",
                Long.toString(rows),
                "--rows-per-file",
                Long.toString(Math.max(1, rows / months / 4))));
        arguments.addAll(more);
        workplace.curlake(arguments.toArray(String[]::new));
    }

    private JsonNode truth() {
        try {
            Path file = bucket.resolve(SampleExport.PREFIX)
                    .resolve(SampleExport.NAME)
                    .resolve("truth.json");
            return JSON.readTree(Files.readAllBytes(file)).get("periods");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
