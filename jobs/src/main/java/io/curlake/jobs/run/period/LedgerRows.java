package io.curlake.jobs.run.period;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.model.CostAmounts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A ledger as rows of the table {@code reconciliation}. */
final class LedgerRows {
    private LedgerRows() {}

    static List<Row> of(Delivery delivery, String loadId, Instant provedAt, Ledger ledger) {
        List<Row> rows = new ArrayList<>();
        for (LedgerSide.Entry entry : ledger.entries()) {
            List<Object> values = new ArrayList<>();
            values.add(delivery.source());
            values.add(delivery.period().toString());
            values.add(delivery.id());
            values.add(loadId);
            values.add(Timestamp.from(provedAt));
            values.add(delivery.file(entry.file()).key());
            values.add(entry.currency());
            values.add(ledger.balances());
            for (LedgerSide side :
                    List.of(ledger.delivered(), ledger.kept(), ledger.unconnected(), ledger.rejected())) {
                CostAmounts amounts = side.at(entry);
                values.add(amounts.rows());
                values.addAll(amounts.amounts());
            }
            values.addAll(ledger.doubleLoss().at(entry).amounts());
            rows.add(RowFactory.create(values.toArray()));
        }
        return rows;
    }
}
