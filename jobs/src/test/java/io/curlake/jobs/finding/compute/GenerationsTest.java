package io.curlake.jobs.finding.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationsTest {
    @ParameterizedTest
    @CsvSource({
        "t2.nano, t3.nano",
        "t2.2xlarge, t3.2xlarge",
        "m3.2xlarge, m5.2xlarge",
        "m4.16xlarge, m5.16xlarge",
        "c3.large, c5.large",
        "c4.4xlarge, c5.4xlarge",
        "r3.8xlarge, r5.8xlarge",
        "r4.16xlarge, r5.16xlarge",
        "db.t2.micro, db.t3.micro",
        "db.r4.large, db.r5.large",
    })
    void anOldTypeHasASuccessorOfItsSize(String type, String successor) {
        assertThat(Generations.successor(type)).hasValue(successor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3.medium", "m4.10xlarge", "c3.8xlarge", "c4.8xlarge", "db.m3.medium"})
    void aSizeThatTheSuccessorDoesNotComeInHasNone(String type) {
        assertThat(Generations.successor(type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t3.large", "m5.large", "m6g.large", "t4g.nano", "i3.large", "db.r6g.large", "cache.m4.large"})
    void otherFamiliesHaveNone(String type) {
        assertThat(Generations.successor(type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m4",
                "m4.",
                ".large",
                "u-6tb1.metal",
                "mac1.metal",
                "db.serverless",
                "db.m4.large.tpc1.mem2x"
            })
    void whatIsNoTypeHasNone(String type) {
        assertThat(Generations.successor(type)).isEmpty();
    }
}
