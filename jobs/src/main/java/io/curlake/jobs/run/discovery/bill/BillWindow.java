package io.curlake.jobs.run.discovery.bill;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.SourceConfig;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The last days of the bill of a source, and the accounts whose cost is taken from it: an account that is connected to
 * several sources would else cost twice.
 *
 * @param to the newest day of {@code daily_cost}
 */
public record BillWindow(String source, Set<String> accounts, LocalDate to) implements Serializable {
    public static final int DAYS = 30;

    public BillWindow {
        accounts = new TreeSet<>(accounts);
    }

    /** The windows of all sources that were built: an account's cost is of the source that knows the newest day. */
    public static List<BillWindow> of(Warehouse warehouse, ConnectedAccounts connected) {
        Set<Partition> built = RecordedBuild.all(warehouse).keySet();
        List<BillWindow> newestFirst = warehouse.config().sources().stream()
                .map(SourceConfig::name)
                .flatMap(source -> of(warehouse, connected, source, built))
                .sorted(Comparator.comparing(BillWindow::to).reversed())
                .toList();
        Set<String> taken = new HashSet<>();
        List<BillWindow> windows = new ArrayList<>();
        for (BillWindow window : newestFirst) {
            Set<String> rest = window.accounts.stream().filter(taken::add).collect(Collectors.toSet());
            windows.add(new BillWindow(window.source, rest, window.to));
        }
        return windows;
    }

    private static Stream<BillWindow> of(
            Warehouse warehouse, ConnectedAccounts connected, String source, Set<Partition> built) {
        return built.stream()
                .filter(partition -> partition.source().equals(source))
                .max(Comparator.comparing(Partition::period))
                .flatMap(newest ->
                        lastDay(warehouse, newest).map(to -> new BillWindow(source, accounts(connected, newest), to)))
                .stream();
    }

    private static Optional<LocalDate> lastDay(Warehouse warehouse, Partition partition) {
        Row row = warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, partition)
                .agg(max("usage_date"))
                .first();
        return row.isNullAt(0) ? Optional.empty() : Optional.of(row.getDate(0).toLocalDate());
    }

    private static Set<String> accounts(ConnectedAccounts connected, Partition partition) {
        return connected.in(partition.source(), partition.period()).stream()
                .map(AccountId::value)
                .collect(Collectors.toSet());
    }

    /** The first of {@link #DAYS}. */
    public LocalDate from() {
        return from(DAYS);
    }

    LocalDate from(int days) {
        return to.minusDays(days - 1L);
    }

    /** The billing periods of so many days. */
    public Set<Partition> partitions(int days) {
        Set<Partition> partitions = new HashSet<>();
        for (YearMonth month = YearMonth.from(from(days));
                !month.isAfter(YearMonth.from(to));
                month = month.plusMonths(1)) {
            partitions.add(new Partition(source, new BillingPeriod(month)));
        }
        return partitions;
    }

    /** The rows of the last days of accounts of the window. */
    public Dataset<Row> of(Dataset<Row> daily, int days) {
        Column isOfTheDays = col("usage_date").between(lit(Date.valueOf(from(days))), lit(Date.valueOf(to)));
        return daily.filter(isOfTheDays.and(col("usage_account_id").isin(accounts.toArray())));
    }
}
