package io.curlake.jobs.sample;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.ExportConfig.Granularity;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What sample to write. Equal specs give equal bytes: nothing depends on the clock.
 *
 * @param accounts how many, the payer included
 * @param rows of all months together
 * @param out the folder that stands for the bucket's root: {@code s3a://bucket} or a local path
 * @param lastPeriod the newest month, still open: its invoice ids are empty
 * @param rowsPerFile after how many rows a new data file starts
 */
public record SampleSpec(
        long seed,
        int accounts,
        int months,
        long rows,
        ExportFormat format,
        Delivery delivery,
        String out,
        String exportName,
        String prefix,
        AccountId payer,
        BillingPeriod lastPeriod,
        Granularity granularity,
        Set<SampleVariant> variants,
        long rowsPerFile)
        implements Serializable {
    private static final long LEAST_ROWS_PER_MONTH = 120;

    /** Throws a Refusal for numbers no sample can have. */
    public SampleSpec {
        variants = Set.copyOf(variants);
        require(accounts >= 1, "an organization has at least 1 account", accounts + " accounts");
        require(months >= 1, "it has at least 1 month", months + " months");
        require(rowsPerFile >= 1, "a file has at least 1 row", rowsPerFile + " rows per file");
        require(
                rows >= months * LEAST_ROWS_PER_MONTH,
                "every month needs at least " + LEAST_ROWS_PER_MONTH + " rows, to hold each kind of line item",
                rows + " rows over " + months + " months");
        require(
                format != ExportFormat.LEGACY_PARQUET || delivery == Delivery.OVERWRITE,
                "AWS delivers it in overwrite mode only",
                "legacy-parquet with create-new delivery");
    }

    /** Three months of twelve accounts, CUR 2.0 Parquet in create-new delivery, hourly, the newest month 2026-10. */
    public static SampleSpec into(String out) {
        return new SampleSpec(
                42,
                12,
                3,
                30_000,
                ExportFormat.CUR2_PARQUET,
                Delivery.CREATE_NEW,
                out,
                "acme-export",
                "exports",
                new AccountId("111122223333"),
                BillingPeriod.parse("2026-10"),
                Granularity.HOURLY,
                Set.of(SampleVariant.SPLIT_COST),
                1_000_000);
    }

    public SampleSpec withSeed(long newSeed) {
        return new SampleSpec(
                newSeed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                granularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withSize(int newAccounts, int newMonths, long newRows) {
        return new SampleSpec(
                seed,
                newAccounts,
                newMonths,
                newRows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                granularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withFormat(ExportFormat newFormat, Delivery newDelivery) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                newFormat,
                newDelivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                granularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withExport(String newName, String newPrefix, AccountId newPayer) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                newName,
                newPrefix,
                newPayer,
                lastPeriod,
                granularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withLastPeriod(BillingPeriod newLastPeriod) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                newLastPeriod,
                granularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withGranularity(Granularity newGranularity) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                newGranularity,
                variants,
                rowsPerFile);
    }

    public SampleSpec withRowsPerFile(long newRowsPerFile) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                granularity,
                variants,
                newRowsPerFile);
    }

    public SampleSpec with(SampleVariant variant) {
        Set<SampleVariant> more = EnumSet.of(variant);
        more.addAll(variants);
        return withVariants(more);
    }

    public SampleSpec without(SampleVariant variant) {
        Set<SampleVariant> fewer = EnumSet.noneOf(SampleVariant.class);
        fewer.addAll(variants);
        fewer.remove(variant);
        return withVariants(fewer);
    }

    public boolean has(SampleVariant variant) {
        return variants.contains(variant);
    }

    /** The months, oldest first. */
    public List<BillingPeriod> periods() {
        return IntStream.range(0, months)
                .mapToObj(i -> new BillingPeriod(lastPeriod.month().minusMonths(months - 1L - i)))
                .toList();
    }

    private SampleSpec withVariants(Set<SampleVariant> newVariants) {
        return new SampleSpec(
                seed,
                accounts,
                months,
                rows,
                format,
                delivery,
                out,
                exportName,
                prefix,
                payer,
                lastPeriod,
                granularity,
                newVariants,
                rowsPerFile);
    }

    private static void require(boolean holds, String reason, String asked) {
        if (!holds) {
            throw Refusal.usage("Cannot write a sample of " + asked + ": " + reason + ".");
        }
    }
}
