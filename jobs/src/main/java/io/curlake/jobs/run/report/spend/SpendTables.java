package io.curlake.jobs.run.report.spend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.spend.Month;
import io.curlake.jobs.report.spend.Outlook;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.report.spend.Spend;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.table.AccountNames;
import io.curlake.jobs.run.report.table.ByCurrency;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Spend by month, day, account, service and tag, from {@code daily_cost}, {@code daily_tag_cost} and {@code forecast}. */
public final class SpendTables {
    private static final int MONTHS = 13;
    private static final int LINES = 20;

    private final Months months;
    private final Days days;
    private final Forecasts forecasts;
    private final ByCurrency<Share> accounts;
    private final ByCurrency<Share> services;
    private final TagTable tags;

    private SpendTables(
            Months months,
            Days days,
            Forecasts forecasts,
            ByCurrency<Share> accounts,
            ByCurrency<Share> services,
            TagTable tags) {
        this.months = months;
        this.days = days;
        this.forecasts = forecasts;
        this.accounts = accounts;
        this.services = services;
        this.tags = tags;
    }

    public static SpendTables read(Warehouse warehouse, Months months, AccountNames names) {
        Days days = Days.read(warehouse, months);
        Forecasts forecasts = Forecasts.read(warehouse, months);
        return new SpendTables(
                months,
                days,
                forecasts,
                shares(warehouse, months, days, forecasts, Forecasts.Key.ACCOUNT, names),
                shares(warehouse, months, days, forecasts, Forecasts.Key.SERVICE, new AccountNames(Map.of())),
                TagTable.read(warehouse, months, days));
    }

    private static ByCurrency<Share> shares(
            Warehouse warehouse, Months months, Days days, Forecasts forecasts, Forecasts.Key key, AccountNames names) {
        List<Row> rows = warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, months.lastTwo())
                .groupBy("currency", key.column())
                .agg(
                        max(key == Forecasts.Key.ACCOUNT ? col("usage_account_name") : lit(""))
                                .as("name"),
                        days.sums())
                .collectAsList();
        List<CurrencyShare> shares = new ArrayList<>();
        for (Row row : rows) {
            String currency = row.getString(0);
            String id = row.getString(1);
            String name = names.of(id, Optional.ofNullable(row.getString(2)).orElse(""));
            shares.add(new CurrencyShare(currency, Days.share(row, id, name, forecasts.of(key, currency, id))));
        }
        shares.sort((a, b) -> Share.DEAREST.compare(a.share, b.share));
        ByCurrency<Share> byCurrency = new ByCurrency<>();
        shares.forEach(share -> byCurrency.add(share.currency, share.share));
        return byCurrency;
    }

    private record CurrencyShare(String currency, Share share) {}

    public Spend of(String currency) {
        Optional<Outlook> outlook = forecasts.outlook(currency);
        return new Spend(
                days.wholeUntil(),
                outlook,
                days.of(months.newest(), currency),
                days.of(months.before(), currency),
                months(currency),
                Top.of(accounts.of(currency), LINES, Share.NONE, Share::plus),
                Top.of(services.of(currency), LINES, Share.NONE, Share::plus),
                tags.of(currency));
    }

    private Top<Month> months(String currency) {
        Map<BillingPeriod, Month> byPeriod = new HashMap<>();
        for (Months.Cost cost : months.costs()) {
            if (cost.currency().equals(currency)) {
                Month month = new Month(
                        cost.period().toString(), cost.cost(), cost.billed(), Map.of(cost.service(), cost.cost()));
                byPeriod.merge(cost.period(), month, SpendTables::together);
            }
        }
        List<Month> newestFirst = byPeriod.entrySet().stream()
                .sorted(Map.Entry.<BillingPeriod, Month>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
        return Top.of(newestFirst, MONTHS, Month.NONE, Month::plus);
    }

    private static Month together(Month one, Month other) {
        Month sum = one.plus(other);
        return new Month(one.label(), sum.cost(), sum.billed(), sum.services());
    }
}
