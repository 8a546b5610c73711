package io.curlake.jobs.run.report.table;

import io.curlake.jobs.report.proof.Proof;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedFile;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The recorded ledgers of loads, file by file, from {@code reconciliation}: no Spark job. */
record Ledgers(Map<String, List<Row>> byLoad) {
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
        List<Proof.Line> lines = RecordedFile.MEASURES.stream()
                .map(measure -> files.stream()
                        .map(file -> line(file, measure))
                        .reduce(Proof.Line::plus)
                        .orElseThrow())
                .toList();
        long unbalanced = files.stream().filter(file -> !balances(file)).count();
        BigDecimal kept = lines.get(RecordedFile.MEASURES.indexOf(CostColumn.UNBLENDED.measure()))
                .kept();
        return new Proof(currency, files.size(), unbalanced, lines, kept, gold);
    }

    /** Added up again, not only as recorded. */
    private static boolean balances(Row file) {
        return file.<Boolean>getAs("balanced") && new RecordedFile(file).balances();
    }

    private static Proof.Line line(Row row, String measure) {
        RecordedFile file = new RecordedFile(row);
        return new Proof.Line(
                measure,
                file.amount("delivered", measure),
                file.amount("kept", measure),
                file.amount("unconnected", measure),
                file.amount("rejected", measure),
                file.amount("double_loss", measure));
    }
}
