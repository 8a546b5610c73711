package io.curlake.jobs.export.text.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "2018-08-01T00:00:00Z, 1533081600000000",
        "2018-08-01T00:00:00.000Z, 1533081600000000",
        "2018-08-01T00:00:00.5Z, 1533081600500000",
        "2018-08-01T00:00:00.123456789Z, 1533081600123456",
        "2024-02-29T23:59:59Z, 1709251199000000",
        "1969-12-31T23:59:59.999999Z, -1",
    })
    void aTimeReadsAsMicroseconds(String text, long micros) {
        assertThat(TimestampText.micros(text.getBytes(UTF_8))).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2018-08-01",
                "2018-08-01T00:00:00",
                "2018-08-01 00:00:00Z",
                "2018-02-29T00:00:00Z",
                "2018-13-01T00:00:00Z",
                "2018-08-01T24:00:00Z",
                "2018-08-01T00:00:00.Z",
                "2018-08-01T00:00:00+01:00",
                "2018-08-01T00:00:00.1234567890Z",
                "2018-08-01T00:00:00zZ",
                "Z",
                "２018-08-01T00:00Z",
            })
    void whatIsNoTimeReadsAsNone(String text) {
        assertThat(TimestampText.micros(text.getBytes(UTF_8))).isNull();
    }
}
