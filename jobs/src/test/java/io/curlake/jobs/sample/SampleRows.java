package io.curlake.jobs.sample;

import io.curlake.jobs.sample.charges.Charges;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** The line items of a spec without Spark and files. */
final class SampleRows {
    private SampleRows() {}

    static void forEach(SampleSpec spec, Consumer<LineItem> consumer) {
        SamplePlan plan = SamplePlan.of(spec);
        for (PeriodPlan period : plan.periods()) {
            Charges charges = new Charges(spec, plan, period);
            for (long row = 0; row < period.rows(); row++) {
                consumer.accept(charges.at(row));
            }
        }
    }

    static LineItem at(SampleSpec spec, BillingPeriod period, long row) {
        SamplePlan plan = SamplePlan.of(spec);
        return new Charges(spec, plan, plan.plan(period, 0)).at(row);
    }

    static BigDecimal money(LineItem item, LineItemColumn column) {
        return Money.of(item.number(column));
    }
}
