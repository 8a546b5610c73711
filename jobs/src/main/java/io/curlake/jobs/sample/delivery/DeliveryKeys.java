package io.curlake.jobs.sample.delivery;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportLocation;
import io.curlake.model.config.ExportConfig.Delivery;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of a delivery.
 *
 * <pre>
 * CUR 2.0, create-new  exports/acme/data/BILLING_PERIOD=2024-03/2024-04-02T13:14:43.337Z-6b62…/acme-00001.snappy.parquet
 *                      exports/acme/metadata/BILLING_PERIOD=2024-03/2024-04-02T13:14:43.337Z-6b62…/acme-Manifest.json
 *                      exports/acme/metadata/BILLING_PERIOD=2024-03/acme-Manifest.json
 * CUR 2.0, overwrite   exports/acme/data/BILLING_PERIOD=2024-03/acme-00001.snappy.parquet
 *                      exports/acme/metadata/BILLING_PERIOD=2024-03/acme-Manifest.json
 * legacy, create-new   exports/acme/20221201-20230101/20230103T125721Z/acme-00003.csv.gz
 *                      exports/acme/20221201-20230101/20230103T125721Z/acme-Manifest.json
 *                      exports/acme/20221201-20230101/acme-Manifest.json
 * legacy, overwrite    exports/acme/20221201-20230101/acme-00001.csv.gz
 * legacy Parquet       exports/acme/acme/year=2021/month=8/acme-00002.snappy.parquet
 *                      exports/acme/20210801-20210901/acme-Manifest.json
 * </pre>
 *
 * Source: "Export delivery" of the AWS Data Exports and "Report versions" of the legacy CUR user guide, 2026-11.
 */
public record DeliveryKeys(SampleSpec spec, BillingPeriod period, DeliveryId id, int files) {
    public static DeliveryKeys of(SampleSpec spec, PeriodPlan plan) {
        int files = (int) ((plan.rows() + spec.rowsPerFile() - 1) / spec.rowsPerFile());
        return new DeliveryKeys(spec, plan.period(), DeliveryId.of(spec, plan), files);
    }

    /** The keys of the data files, in order. */
    public List<String> dataFiles() {
        return IntStream.rangeClosed(1, files)
                .mapToObj(number -> dataFolder() + "%s-%05d.%s".formatted(spec.exportName(), number, extension()))
                .toList();
    }

    /** The keys of the manifest, in the order in which AWS writes them: the one that marks the newest delivery last. */
    public List<String> manifests() {
        String name = spec.exportName() + "-Manifest.json";
        String folder = location(spec).manifestFolder(period, spec.format());
        return isCreateNew() ? List.of(folder + deliveryFolder() + name, folder + name) : List.of(folder + name);
    }

    /** Where the truth lies: beside the data, where no reader looks for any. */
    public static String truth(SampleSpec spec) {
        return location(spec).root() + "truth.json";
    }

    /** The bucket that {@link SampleSpec#out} stands for. */
    public static String bucket(SampleSpec spec) {
        String root = root(spec);
        return root.substring(root.lastIndexOf('/') + 1);
    }

    /** The URI of a key. */
    public static String uri(SampleSpec spec, String key) {
        return root(spec) + "/" + key;
    }

    private String dataFolder() {
        String root = location(spec).root();
        return switch (spec.format()) {
            case CUR2_PARQUET, CUR2_CSV -> root + "data/BILLING_PERIOD=" + period + "/" + deliveryFolder();
            case LEGACY_CSV -> root + period.legacyFolder() + "/" + deliveryFolder();
            case LEGACY_PARQUET ->
                root + spec.exportName() + "/year=" + period.month().getYear() + "/month="
                        + period.month().getMonthValue() + "/";
        };
    }

    private String deliveryFolder() {
        if (!isCreateNew()) {
            return "";
        }
        return (spec.format().isLegacy() ? id.assemblyId() : id.cur2Folder()) + "/";
    }

    private String extension() {
        if (spec.format().isParquet()) {
            return "snappy.parquet";
        }
        return spec.format().isLegacy() && spec.has(SampleVariant.ZIP) ? "zip" : "csv.gz";
    }

    private boolean isCreateNew() {
        return spec.delivery() == Delivery.CREATE_NEW;
    }

    private static ExportLocation location(SampleSpec spec) {
        return new ExportLocation(bucket(spec), spec.prefix(), spec.exportName());
    }

    private static String root(SampleSpec spec) {
        return Storage.uri(spec.out()).replaceAll("/+$", "");
    }
}
