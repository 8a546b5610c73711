package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.RecordText;
import org.jspecify.annotations.Nullable;

/** Why a record is rejected: the first of its fields, in file order, that cannot be read. */
public final class Complaint {
    private int field = Integer.MAX_VALUE;
    private @Nullable String reason;

    /** Complains that a field's value is not of its kind: {@code line_item_unblended_cost is 'abc', no number}. */
    public void about(int newField, String column, String value, String missedKind) {
        if (newField < field) {
            field = newField;
            reason = column + " is " + RecordText.shown(value) + ", no " + missedKind;
        }
    }

    /** Complains about the record as a whole. */
    public void about(String newReason) {
        field = -1;
        reason = newReason;
    }

    public void clear() {
        field = Integer.MAX_VALUE;
        reason = null;
    }

    public @Nullable String reason() {
        return reason;
    }
}
