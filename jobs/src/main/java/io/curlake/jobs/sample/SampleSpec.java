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
import java.util.function.Consumer;
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

    public SampleSpec withSeed(long seed) {
        return changed(draft -> draft.seed = seed);
    }

    public SampleSpec withSize(int accounts, int months, long rows) {
        return changed(draft -> {
            draft.accounts = accounts;
            draft.months = months;
            draft.rows = rows;
        });
    }

    public SampleSpec withFormat(ExportFormat format, Delivery delivery) {
        return changed(draft -> {
            draft.format = format;
            draft.delivery = delivery;
        });
    }

    public SampleSpec withExport(String name, String prefix, AccountId payer) {
        return changed(draft -> {
            draft.exportName = name;
            draft.prefix = prefix;
            draft.payer = payer;
        });
    }

    public SampleSpec withLastPeriod(BillingPeriod lastPeriod) {
        return changed(draft -> draft.lastPeriod = lastPeriod);
    }

    public SampleSpec withGranularity(Granularity granularity) {
        return changed(draft -> draft.granularity = granularity);
    }

    public SampleSpec withRowsPerFile(long rowsPerFile) {
        return changed(draft -> draft.rowsPerFile = rowsPerFile);
    }

    public SampleSpec with(SampleVariant variant) {
        Set<SampleVariant> more = EnumSet.of(variant);
        more.addAll(variants);
        return changed(draft -> draft.variants = more);
    }

    public SampleSpec without(SampleVariant variant) {
        Set<SampleVariant> fewer = EnumSet.noneOf(SampleVariant.class);
        fewer.addAll(variants);
        fewer.remove(variant);
        return changed(draft -> draft.variants = fewer);
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

    private SampleSpec changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.spec();
    }

    private static void require(boolean holds, String reason, String asked) {
        if (!holds) {
            throw Refusal.usage("Cannot write a sample of " + asked + ": " + reason + ".");
        }
    }

    /** The parameters while some of them change. */
    private static final class Draft {
        private long seed;
        private int accounts;
        private int months;
        private long rows;
        private ExportFormat format;
        private Delivery delivery;
        private String exportName;
        private String prefix;
        private AccountId payer;
        private BillingPeriod lastPeriod;
        private Granularity granularity;
        private Set<SampleVariant> variants;
        private long rowsPerFile;
        private final String out;

        Draft(SampleSpec spec) {
            seed = spec.seed;
            accounts = spec.accounts;
            months = spec.months;
            rows = spec.rows;
            format = spec.format;
            delivery = spec.delivery;
            exportName = spec.exportName;
            prefix = spec.prefix;
            payer = spec.payer;
            lastPeriod = spec.lastPeriod;
            granularity = spec.granularity;
            variants = spec.variants;
            rowsPerFile = spec.rowsPerFile;
            out = spec.out;
        }

        SampleSpec spec() {
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
                    rowsPerFile);
        }
    }
}
