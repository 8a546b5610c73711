package io.curlake.jobs.export;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a period of a source cannot be loaded, each with the next step. */
public final class DeliveryErrors {
    private final String what;

    DeliveryErrors(String source, BillingPeriod period) {
        this.what = "Cannot load billing period " + period + " of '" + source + "': ";
    }

    Refusal noManifest(String folder) {
        return new Refusal(
                ExitCode.NOTHING_DELIVERED,
                what + "no manifest at " + folder
                        + ". A new export delivers within 24 hours; check bucket, prefix and name in the configuration.");
    }

    Refusal missing(String file) {
        return torn(
                "the manifest lists " + file + ", which does not exist",
                ". Run again after the next delivery; if it stays missing, look for a lifecycle rule or a person that "
                        + "removes objects.");
    }

    Refusal empty(String file) {
        return torn("the manifest lists " + file + ", which is empty", ". Run again after the next delivery.");
    }

    Refusal changed(String file) {
        return torn(
                file + " changed while it was read",
                ": AWS is delivering. Nothing was published; run again in some minutes. An export with create-new "
                        + "delivery never changes under a reader.");
    }

    Refusal otherFormat(String key, ExportFormat format) {
        return unreadable("the manifest lists '" + key + "', and the configuration says format " + format
                + ". Correct 'format' of the source's export.");
    }

    Refusal otherPeriod(String key) {
        return unreadable("the manifest lists '" + key + "', which belongs to another period. Ask AWS support to "
                + "deliver the period again.");
    }

    Refusal otherDelivery(String key, String deliveryId) {
        return unreadable("the manifest lists '" + key + "', which belongs to another delivery than " + deliveryId
                + ". Run again after the next delivery.");
    }

    /** The files of one delivery disagree about a column, or a column has a type that no reader expects. */
    public Refusal columnType(String column, String type, String file, String expected) {
        return unreadable("column '" + column + "' is " + type + " in " + file + " and should be " + expected
                + ". Nothing was published; ask AWS support, or recreate the export.");
    }

    Refusal lacksColumn(String column) {
        return unreadable("no file has the column '" + column
                + "', and without it nothing can be proved. Select it in the export's query.");
    }

    /** A pinned file of a loaded delivery is no longer what it was. */
    public Refusal gone(String file) {
        return new Refusal(
                ExitCode.DELIVERY_UNREADABLE,
                what.replace("load", "reconcile") + file
                        + " is no longer what it was when it was loaded: a newer delivery replaced it, or it was "
                        + "removed. Run 'curlake load', then reconcile again.");
    }

    /** The export was deleted and made again, or another one writes to the same place. */
    public Refusal otherExport(String before, String now) {
        return unreadable("its manifest is of export '" + now + "', earlier deliveries were of '" + before
                + "'. If the export was made again on purpose, run with --accept-new-export.");
    }

    /**
     * Columns that cost measures are made of are no longer delivered.
     *
     * @param effects by column, what a measure is without it
     */
    public Refusal lostCosts(String deliveryBefore, Map<String, String> effects) {
        String columns = effects.entrySet().stream()
                .map(lost -> "'" + lost.getKey() + "' (without it " + lost.getValue() + ")")
                .collect(Collectors.joining(", "));
        return unreadable((effects.size() == 1 ? "a cost column is" : effects.size() + " cost columns are")
                + " gone that delivery '" + deliveryBefore + "' had: " + columns
                + ". Nothing was published; select what is missing in the export's query again, or, if it is meant, "
                + "run with --accept-lost-column.");
    }

    /** A period that had rows is delivered with none. */
    public Refusal emptied(long rowsBefore) {
        return unreadable("the manifest lists no files, and the delivery before had " + rowsBefore
                + (rowsBefore == 1 ? " row" : " rows")
                + ". If the period really has no cost, run with --accept-empty.");
    }

    /** Rows that cannot be read, and the configuration does not put them into quarantine. */
    public Refusal rejectedRows(long rows, String first) {
        return unreadable(rows + (rows == 1 ? " row" : " rows") + " cannot be read, first " + first
                + ". Nothing was published; to load the rest and keep such rows in rejected_row, set "
                + "'on-rejected: quarantine'.");
    }

    /** The proof failed: names how much, where, and that nothing is visible. */
    public Refusal unbalanced(List<String> imbalances) {
        String more = imbalances.size() > 1 ? " (and " + (imbalances.size() - 1) + " more)" : "";
        return new Refusal(
                ExitCode.LEDGER_UNBALANCED,
                what + "the ledger does not balance: " + imbalances.get(0) + more
                        + ". Nothing was published. Run again; if it stays, report it as a defect of curlake.");
    }

    /** The same files, to the etag, deliver something else than they did. */
    public Refusal deliversOtherAmounts(String deliveryId, Instant then, List<String> differences) {
        String more = differences.size() > 1 ? " (and " + (differences.size() - 1) + " more)" : "";
        return new Refusal(
                ExitCode.LEDGER_UNBALANCED,
                what + "delivery '" + deliveryId + "' has the files that were loaded at " + then
                        + ", to the etag, and yet delivers something else: " + differences.get(0) + more
                        + ". Nothing was published. Run again; if it stays, report it as a defect of curlake.");
    }

    /** The ledger balances, and yet a row of an account that nobody connected would be visible. */
    public Refusal stranger(String account) {
        return new Refusal(
                ExitCode.LEDGER_UNBALANCED,
                what + "rows of account " + account + ", which is not connected, would be visible. Nothing was "
                        + "published. Run again; if it stays, report it as a defect of curlake.");
    }

    /** The proof of a loaded period failed. */
    public Refusal disproved(List<String> imbalances) {
        return new Refusal(
                ExitCode.LEDGER_UNBALANCED,
                what.replace("load", "reconcile") + "the ledger does not balance: " + imbalances.get(0)
                        + ". Something changed line_item or unconnected_cost besides curlake; load the period again "
                        + "after removing its row from 'delivery', and find out what did it.");
    }

    private Refusal torn(String seen, String advice) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, what + seen + advice, new TornDelivery(seen));
    }

    private Refusal unreadable(String reason) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, what + reason);
    }
}
