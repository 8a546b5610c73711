package io.curlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void theMedianOfEachFigureIsTakenByItself() {
        List<Measurement> measured =
                List.of(new Measurement(9, 2, 300), new Measurement(1, 4, 100), new Measurement(5, 30, 200));

        assertThat(Measurement.medianOf(measured)).isEqualTo(new Measurement(5, 4, 200));
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        List<Measurement> measured = List.of(new Measurement(1, 2, 100), new Measurement(2, 4, 300));

        assertThat(Measurement.medianOf(measured)).isEqualTo(new Measurement(1.5, 3, 200));
    }
}
