package io.curlake.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/**
 * DuckDB's way to two of curlake's gold tables: costs by day, as sums of doubles, straight from the delivered Parquet files.
 * No tags, no bridge, no FOCUS, no proof, no table.
 */
final class DuckDbAggregates {
    private static final String AMORTIZED = """
            CASE line_item_line_item_type
              WHEN 'SavingsPlanCoveredUsage' THEN savings_plan_savings_plan_effective_cost
              WHEN 'SavingsPlanRecurringFee' THEN savings_plan_total_commitment_to_date - savings_plan_used_commitment
              WHEN 'SavingsPlanNegation' THEN 0
              WHEN 'SavingsPlanUpfrontFee' THEN 0
              WHEN 'DiscountedUsage' THEN reservation_effective_cost
              WHEN 'RIFee' THEN reservation_unused_amortized_upfront_fee_for_billing_period + reservation_unused_recurring_fee
              WHEN 'Fee' THEN CASE WHEN reservation_reservation_a_r_n <> '' THEN 0 ELSE line_item_unblended_cost END
              ELSE line_item_unblended_cost END""";
    private static final String COSTS = """
            count(*), sum(line_item_usage_amount), sum(line_item_unblended_cost), sum(line_item_net_unblended_cost),
            sum(line_item_blended_cost), sum(%s), sum(pricing_public_on_demand_cost)""".formatted(AMORTIZED);

    private final SampleExport sample;
    private final Set<String> accounts;
    private final int threads;

    DuckDbAggregates(SampleExport sample, Set<String> accounts, int threads) {
        this.sample = sample;
        this.accounts = accounts;
        this.threads = threads;
    }

    /** Writes two Parquet files; gives the number of their rows. */
    long to(Path folder) throws SQLException {
        String dailyCost = copy(
                "bill_payer_account_id, line_item_usage_account_id, line_item_product_code, product_servicecode, "
                        + "product_region_code, line_item_line_item_type, line_item_usage_type LIKE '%SpotUsage%', "
                        + "line_item_currency_code",
                folder.resolve("daily_cost.parquet"));
        String dailyResourceCost = copy(
                "line_item_usage_account_id, product_region_code, line_item_resource_id, line_item_currency_code",
                folder.resolve("daily_resource_cost.parquet"));
        return DuckDb.run(
                accounts,
                threads,
                statement -> (long) statement.executeUpdate(dailyCost) + statement.executeUpdate(dailyResourceCost));
    }

    private String copy(String grain, Path file) {
        return "COPY (SELECT CAST(line_item_usage_start_date AS DATE), " + grain + ", " + COSTS + " FROM read_parquet("
                + DuckDb.quoted(sample.files())
                + ") SEMI JOIN connected ON line_item_usage_account_id = connected.account_id GROUP BY ALL) TO "
                + DuckDb.quoted(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)";
    }
}
