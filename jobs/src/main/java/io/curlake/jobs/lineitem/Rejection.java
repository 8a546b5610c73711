package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import io.curlake.model.LineItemColumn;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Why a row of canonical columns is no line item of its period: a sentence, or null for a good row. */
public final class Rejection {
    private static final String ACCOUNT = LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID.columnName();
    private static final String PERIOD_START = LineItemColumn.BILL_BILLING_PERIOD_START_DATE.columnName();

    private Rejection() {}

    /** What disqualifies a row whoever owns it. */
    public static Column ofAnyAccount(Dataset<Row> rows, BillingPeriod period) {
        Set<String> present = Set.of(rows.columns());
        List<Column> reasons = new ArrayList<>();
        if (present.contains(Provenance.REASON)) {
            reasons.add(col(Provenance.REASON));
        }
        if (present.contains(PERIOD_START)) {
            reasons.add(otherPeriod(period));
        }
        CostColumn.lineItemColumns().stream().filter(present::contains).forEach(name -> reasons.add(noAmount(name)));
        return reasons.isEmpty() ? lit(null).cast(DataTypes.StringType) : coalesce(reasons.toArray(Column[]::new));
    }

    /** What disqualifies a row that no connected account owns: besides the rest, an id that can be no account's. */
    public static Column ofUnconnectedAccount(Dataset<Row> rows, BillingPeriod period) {
        return coalesce(ofAnyAccount(rows, period), noAccount());
    }

    private static Column otherPeriod(BillingPeriod period) {
        Column start = col(PERIOD_START);
        return when(
                start.notEqual(lit(Timestamp.from(period.start()))),
                concat(
                        lit(PERIOD_START + " is "),
                        start.cast(DataTypes.StringType),
                        lit(" UTC, outside billing period " + period)));
    }

    private static Column noAmount(String name) {
        Column amount = col(name);
        // NaN is neither below nor above anything but compares greater than infinity in Spark.
        return when(
                amount.geq(Double.POSITIVE_INFINITY).or(amount.leq(Double.NEGATIVE_INFINITY)),
                concat(lit(name + " is "), amount.cast(DataTypes.StringType), lit(", no amount")));
    }

    private static Column noAccount() {
        return when(
                col(ACCOUNT).notEqual("").and(col(ACCOUNT).rlike("^[0-9]{12}$").unary_$bang()),
                concat(
                        lit(ACCOUNT + " is '"),
                        col(ACCOUNT),
                        lit("', no account id of 12 digits (were leading zeros lost?)")));
    }
}
