package io.curlake.model;

/**
 * Where an export delivers: {@code s3://bucket/prefix/name/…}. The prefix may be empty; slashes at its ends are
 * dropped.
 */
public record ExportLocation(String bucket, String prefix, String name) {
    public ExportLocation {
        prefix = prefix.replaceAll("^/+|/+$", "");
    }

    /** The key under which everything of the export lies, ending in a slash. */
    public String root() {
        return (prefix.isEmpty() ? "" : prefix + "/") + name + "/";
    }

    /** The folder of one period's manifest: of CUR 2.0, or of a legacy CUR report. */
    public String manifestFolder(BillingPeriod period, ExportFormat format) {
        return manifestRoot(format) + (format.isLegacy() ? period.legacyFolder() : "BILLING_PERIOD=" + period) + "/";
    }

    /** The key whose folders are the periods with a manifest. */
    public String manifestRoot(ExportFormat format) {
        return format.isLegacy() ? root() : root() + "metadata/";
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + root();
    }
}
