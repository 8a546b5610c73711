package io.curlake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedProcessTest {
    @TempDir
    private Path folder;

    @Test
    void userAndSystemTimeTogetherAreTheCpuTime() {
        assertThat(TimedProcess.measurement("12.500 3.250 1.500\n", 7)).isEqualTo(new Measurement(12.5, 4.75, 7));
    }

    @Test
    void aLocaleMayWriteACommaBeforeTheFraction() {
        assertThat(TimedProcess.measurement("0,500 0,250 0,000\n", 0)).isEqualTo(new Measurement(0.5, 0.25, 0));
    }

    @Test
    void thePeakIsTheHighWaterMarkOfTheKernel() {
        List<String> status = List.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t  2048 kB", "VmRSS:\t   100 kB");

        assertThat(TimedProcess.peakIn(status)).isEqualTo(2048 * 1024);
    }

    @Test
    void theOutputIsThatOfTheCommandAlone() {
        TimedProcess process = new TimedProcess(folder.resolve("echo"), Map.of("WORD", "kept"));

        TimedProcess.Outcome outcome = process.run(List.of("bash", "-c", "echo noise >&2; echo $WORD"));

        assertThat(outcome.output()).isEqualTo("kept\n");
    }

    @Test
    void aCommandThatFailsIsShownWithItsWords() {
        TimedProcess process = new TimedProcess(folder.resolve("fail"), Map.of());

        assertThatThrownBy(() -> process.run(List.of("bash", "-c", "echo no such month >&2; exit 3")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it ended with 3.\nno such month");
    }
}
