package io.curlake.provisioning.catalog;

/**
 * Where an export or report is delivered, and in what form.
 *
 * @param outputType CUSTOM; "" of a legacy report
 * @param overwrite CREATE_NEW_REPORT or OVERWRITE_REPORT
 */
public record ExportDestination(
        String bucket,
        String prefix,
        String region,
        String outputType,
        String format,
        String compression,
        String overwrite) {

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
