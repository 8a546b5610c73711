package io.curlake.jobs.run.due;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void threeMoreAttemptsTakeAboutAMinute() {
        assertThat(Patience.DEFAULT.pauses()).hasToString("[PT5S, PT15S, PT45S]");
        assertThat(Patience.DEFAULT.tried()).isEqualTo(" Tried 4 times over 65 s.");
    }

    @Test
    void ofOneAttemptNothingIsSaid() {
        assertThat(Patience.NONE.tried()).isEmpty();
    }
}
