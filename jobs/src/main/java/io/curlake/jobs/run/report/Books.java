package io.curlake.jobs.run.report;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.report.concern.Unconnected;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.spend.SpendTables;
import io.curlake.jobs.run.report.table.AccountNames;
import io.curlake.jobs.run.report.table.AnomalyTable;
import io.curlake.jobs.run.report.table.ByCurrency;
import io.curlake.jobs.run.report.table.CommitmentTables;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.run.report.table.RestatementTable;
import io.curlake.jobs.run.report.table.RestatementWindow;
import io.curlake.jobs.run.report.table.UnconnectedTable;
import java.util.List;
import java.util.TreeSet;

/** The books of one source, by currency. Each table is asked once for all currencies. */
final class Books {
    private static final int LINES = 20;

    private final Warehouse warehouse;
    private final Months months;

    Books(Warehouse warehouse, Months months) {
        this.warehouse = warehouse;
        this.months = months;
    }

    List<Book> of(RestatementWindow window) {
        AccountNames names = AccountNames.of(warehouse, months.source());
        SpendTables spend = SpendTables.read(warehouse, months, names);
        ByCurrency<Unconnected.Account> dropped = new UnconnectedTable(warehouse, months, names).read();
        CommitmentTables commitments = CommitmentTables.read(warehouse, months);
        ByCurrency<Anomaly> anomalies = new AnomalyTable(warehouse, months, names).read();
        RestatementTable restatements = RestatementTable.read(warehouse, months.source(), window);
        TreeSet<String> currencies = new TreeSet<>(months.currencies());
        currencies.addAll(dropped.currencies());
        currencies.addAll(commitments.currencies());
        currencies.addAll(restatements.currencies());
        return currencies.stream()
                .map(currency -> new Book(
                        months.source(),
                        months.newest(),
                        currency,
                        spend.of(currency),
                        new Unconnected(
                                months.billed(months.newest(), currency),
                                Top.of(
                                        dropped.of(currency),
                                        LINES,
                                        Unconnected.Account.NONE,
                                        Unconnected.Account::plus)),
                        commitments.of(currency),
                        Top.of(anomalies.of(currency), LINES, Anomaly.NONE, Anomaly::plus),
                        restatements.of(currency)))
                .toList();
    }
}
