package io.curlake.jobs.run.insight;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings what is worked out from the daily costs of a source up to date. */
public final class Insights {
    private final Warehouse warehouse;
    private final InsightTables tables;

    /**
     * @param warehouse of the run that holds its lock
     * @param requireLock refuses to go on without the lock
     */
    public Insights(Warehouse warehouse, Runnable requireLock) {
        this.warehouse = warehouse;
        this.tables = new InsightTables(warehouse, requireLock);
    }

    /**
     * Replaces forecasts, anomalies and budgets of the newest periods, once {@code daily_cost} is up to date, and the costs of
     * teams of every period whose build or rules changed.
     *
     * @return what is worth saying, in sentences without a full stop
     */
    public List<String> refresh(String source) {
        List<String> remarks = new ArrayList<>();
        SourceCosts costs = SourceCosts.of(warehouse, source);
        costs.history()
                .newest()
                .ifPresent(period -> costs.history().lastComplete().ifPresent(last -> {
                    forecast(costs, period, last).ifPresent(made -> remarks.addAll(made.remarks()));
                    anomalies(costs, last);
                    remarks.addAll(budgets(costs, period, last));
                }));
        new Showback(warehouse, tables).refresh(source);
        return remarks;
    }

    /** None of a month that is over: the table keeps the last forecast that was made of it. */
    private Optional<Forecasts> forecast(SourceCosts costs, BillingPeriod period, LocalDate last) {
        if (!last.isBefore(period.month().atEndOfMonth())) {
            return Optional.empty();
        }
        Forecasts forecasts = Forecasts.of(costs.history(), period, last);
        tables.replace(TableName.FORECAST, costs.partition(period), costs.origin(period), forecasts.rows());
        return Optional.of(forecasts);
    }

    private void anomalies(SourceCosts costs, LocalDate last) {
        Anomalies anomalies = Anomalies.of(warehouse, costs, last);
        anomalies
                .periods()
                .forEach(period -> tables.replace(
                        TableName.ANOMALY, costs.partition(period), costs.origin(period), anomalies.rows(period)));
    }

    private List<String> budgets(SourceCosts costs, BillingPeriod period, LocalDate last) {
        Budgets budgets = Budgets.of(warehouse, costs, last);
        boolean wereAny = warehouse.tables().exists(TableName.BUDGET_STATUS);
        if (wereAny || !budgets.statuses().isEmpty()) {
            tables.replace(TableName.BUDGET_STATUS, costs.partition(period), costs.origin(period), budgets.rows());
        }
        return budgets.remarks();
    }
}
