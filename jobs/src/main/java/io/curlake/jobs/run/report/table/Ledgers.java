package io.curlake.jobs.run.report.table;

import io.curlake.jobs.report.proof.Proof;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The recorded ledgers of loads, file by file, from {@code reconciliation}: no Spark job. */
record Ledgers(Map<String, List<Row>> byLoad) {
    private static final String ROWS = "rows";
    private static final List<String> MEASURES = Stream.concat(
                    Stream.of(ROWS), Arrays.stream(CostColumn.values()).map(CostColumn::measure))
            .toList();

    static Ledgers read(Warehouse warehouse, Set<String> loads) {
        return new Ledgers(warehouse.tables().rows(TableName.RECONCILIATION, "load_id", loads).stream()
                .collect(Collectors.groupingBy(row -> row.getAs("load_id"))));
    }

    /**
     * A proof for each currency.
     *
     * @param gold what the gold tables hold in a currency, if they are of this load
     */
    List<Proof> of(String load, Function<String, Optional<BigDecimal>> gold) {
        Map<String, List<Row>> byCurrency = byLoad.getOrDefault(load, List.of()).stream()
                .collect(Collectors.groupingBy(row -> row.getAs("currency"), TreeMap::new, Collectors.toList()));
        List<Proof> proofs = new ArrayList<>();
        byCurrency.forEach((currency, files) -> proofs.add(proof(currency, files, gold.apply(currency))));
        return proofs;
    }

    private static Proof proof(String currency, List<Row> files, Optional<BigDecimal> gold) {
        List<Proof.Line> lines = MEASURES.stream()
                .map(measure -> files.stream()
                        .map(file -> line(file, measure))
                        .reduce(Proof.Line::plus)
                        .orElseThrow())
                .toList();
        long unbalanced = files.stream().filter(file -> !balances(file)).count();
        BigDecimal kept =
                lines.get(MEASURES.indexOf(CostColumn.UNBLENDED.measure())).kept();
        return new Proof(currency, files.size(), unbalanced, lines, kept, gold);
    }

    /** Added up again, not only as recorded. */
    private static boolean balances(Row file) {
        return file.<Boolean>getAs("balanced")
                && MEASURES.stream()
                        .allMatch(measure -> line(file, measure).difference().signum() == 0);
    }

    private static Proof.Line line(Row file, String measure) {
        return new Proof.Line(
                measure,
                amount(file, "delivered_" + measure),
                amount(file, "kept_" + measure),
                amount(file, "unconnected_" + measure),
                amount(file, "rejected_" + measure),
                measure.equals(ROWS) ? BigDecimal.ZERO : amount(file, "double_loss_" + measure));
    }

    /** Columns of later versions are NULL in older rows. */
    private static BigDecimal amount(Row file, String column) {
        return Optional.ofNullable(file.<Object>getAs(column))
                .map(value -> new BigDecimal(value.toString()))
                .orElse(BigDecimal.ZERO);
    }
}
