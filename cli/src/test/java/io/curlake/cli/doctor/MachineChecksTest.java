package io.curlake.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineChecksTest {
    private static final long GIB = 1L << 30;

    @Test
    void javaMustBe17() {
        assertThat(MachineChecks.java(17, "/jdk").level()).isEqualTo(Level.OK);
        assertThat(MachineChecks.java(21, "/jdk"))
                .isEqualTo(Finding.fault(
                        "java",
                        "JDK 21 in /jdk; Hadoop and Spark run on 17 only",
                        "Install JDK 17, and set JAVA_HOME to it."));
    }

    @Test
    void aHeapThatIsSmallOrLargerThanTheMachineIsTold() {
        assertThat(MachineChecks.memory(3 * GIB, 16 * GIB).level()).isEqualTo(Level.OK);
        assertThat(MachineChecks.memory(GIB, 16 * GIB).level()).isEqualTo(Level.NOTE);
        assertThat(MachineChecks.memory(3 * GIB, 2 * GIB).level()).isEqualTo(Level.FAULT);
    }

    @Test
    void aDiskThatIsNearlyFullIsTold() {
        Path folder = Path.of("/tmp");

        assertThat(MachineChecks.disk("disk", folder, 20 * GIB).level()).isEqualTo(Level.OK);
        assertThat(MachineChecks.disk("disk", folder, 5 * GIB).level()).isEqualTo(Level.NOTE);
        assertThat(MachineChecks.disk("disk", folder, GIB / 2))
                .isEqualTo(Finding.fault("disk", "0.5 GiB free for /tmp", "Make room: Spark spills there."));
    }

    @Test
    void aClockThatIsFarOffIsAFault() {
        assertThat(CredentialsCheck.clock(Duration.ofSeconds(1)).meaning()).isEqualTo("as AWS's");
        assertThat(CredentialsCheck.clock(Duration.ofSeconds(30)))
                .isEqualTo(Finding.ok("clock", "30 s ahead of AWS's"));
        assertThat(CredentialsCheck.clock(Duration.ofMinutes(-2)))
                .isEqualTo(Finding.note("clock", "120 s behind AWS's", "Let NTP set it."));
        assertThat(CredentialsCheck.clock(Duration.ofMinutes(6)).level()).isEqualTo(Level.FAULT);
    }
}
