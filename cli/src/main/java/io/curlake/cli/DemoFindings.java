package io.curlake.cli;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.sample.waste.PlantedFinding;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** What was found in the demo's sample beside what is known to be in it: both say the same, or the demo says which differ. */
record DemoFindings(Warehouse warehouse, List<PlantedFinding> known) {
    /** One sentence, and a line for each difference. */
    String proof() {
        TreeSet<String> missed =
                new TreeSet<>(known.stream().map(DemoFindings::text).toList());
        TreeSet<String> wrong = new TreeSet<>(warehouse.tables().rows(TableName.RECOMMENDATION).stream()
                .map(DemoFindings::finding)
                .map(DemoFindings::text)
                .toList());
        TreeSet<String> found = new TreeSet<>(wrong);
        wrong.removeAll(missed);
        missed.removeAll(found);
        if (missed.isEmpty() && wrong.isEmpty()) {
            return "The sample has " + known.size() + " cases of known value: all were found, each saving to the last "
                    + "decimal, and nothing else.";
        }
        StringBuilder text = new StringBuilder("What was found differs from what the sample is known to have:");
        missed.forEach(one -> text.append("\n  missed ").append(one));
        wrong.forEach(one -> text.append("\n  found  ").append(one));
        return text.toString();
    }

    private static PlantedFinding finding(Row row) {
        return new PlantedFinding(
                row.getAs("rule"),
                row.getAs("account_id"),
                row.getAs("region"),
                row.getAs("resource_id"),
                Optional.ofNullable(row.<BigDecimal>getAs("saving")));
    }

    private static String text(PlantedFinding finding) {
        return finding.rule() + ", account " + finding.account() + ", " + finding.region() + ", " + finding.resourceId()
                + ", saving "
                + finding.saving()
                        .map(saving -> saving.stripTrailingZeros().toPlainString())
                        .orElse("not known");
    }
}
