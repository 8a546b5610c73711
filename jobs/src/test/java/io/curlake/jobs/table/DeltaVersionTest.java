package io.curlake.jobs.table;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaVersionTest {
    @Test
    void theDeltaOfTheBuildAndItsPatchesAreUsed() {
        assertThatCode(() -> DeltaVersion.require("4.4.0")).doesNotThrowAnyException();
        assertThatCode(() -> DeltaVersion.require("4.4.12")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.3.1", "4.40.0", "5.0.0"})
    void anotherDeltaIsRefusedByName(String found) {
        assertThatThrownBy(() -> DeltaVersion.require(found))
                .hasMessage(
                        "Cannot use Delta " + found + ": curlake is built for Delta 4.4. Remove the other Delta from "
                                + "the cluster's jars, or submit with --conf spark.driver.userClassPathFirst=true --conf "
                                + "spark.executor.userClassPathFirst=true.");
    }
}
