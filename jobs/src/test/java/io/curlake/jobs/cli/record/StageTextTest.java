package io.curlake.jobs.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StageTextTest {
    private static final Stage KEPT = Stage.of("load", "kept")
            .of(new Partition("acme", BillingPeriod.parse("2026-10")))
            .rows(2)
            .sum("unblended_cost", "USD", new BigDecimal("1.500000000000000000"))
            .sum("unblended_cost", "EUR", new BigDecimal("0.000000000100000000"))
            .took(0.12345);

    @Test
    void aStageIsALineOfPairs() {
        assertThat(StageText.pairs("r1", KEPT))
                .isEqualTo("run_id=r1 verb=load stage=kept source=acme billing_period=2026-10 rows=2 "
                        + "unblended_cost.EUR=0.0000000001 unblended_cost.USD=1.5 seconds=0.123");
    }

    @Test
    void aStageIsOneJsonObjectWithExactSums() {
        assertThat(StageText.json("r1", KEPT))
                .isEqualTo("{\"run_id\":\"r1\",\"verb\":\"load\",\"stage\":\"kept\",\"source\":\"acme\","
                        + "\"billing_period\":\"2026-10\",\"rows\":2,\"unblended_cost\":{\"EUR\":\"0.0000000001\","
                        + "\"USD\":\"1.5\"},\"seconds\":0.123}");
    }

    @Test
    void aValueThatCouldBeTakenForAPairIsQuoted() {
        assertThat(StageText.pairs("r1", Stage.of("accounts connect", "a=b\n\"c\"")))
                .isEqualTo("run_id=r1 verb=\"accounts connect\" stage=\"a=b\\n\\\"c\\\"\"");
    }
}
