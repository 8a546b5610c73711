package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    private static final List<ExitCode> BY_PRECEDENCE = List.of(
            ExitCode.UNEXPECTED,
            ExitCode.LEDGER_UNBALANCED,
            ExitCode.DELIVERY_UNREADABLE,
            ExitCode.PERMISSION_DENIED,
            ExitCode.NOTHING_DELIVERED,
            ExitCode.DONE);

    @Test
    void theCodesAreTheDocumentedOnes() {
        assertThat(Arrays.stream(ExitCode.values()).map(code -> code + " " + code.code()))
                .containsExactlyInAnyOrder(
                        "DONE 0",
                        "UNEXPECTED 1",
                        "USAGE 2",
                        "NOTHING_DELIVERED 3",
                        "PERMISSION_DENIED 4",
                        "DELIVERY_UNREADABLE 5",
                        "LEDGER_UNBALANCED 6",
                        "LOCKED 7",
                        "INTERRUPTED 130");
    }

    @Test
    void ofTwoOutcomesTheWorseOneIsReportedInWhicheverOrder() {
        for (int worse = 0; worse < BY_PRECEDENCE.size(); worse++) {
            for (int better = worse; better < BY_PRECEDENCE.size(); better++) {
                ExitCode one = BY_PRECEDENCE.get(worse);
                ExitCode other = BY_PRECEDENCE.get(better);

                assertThat(one.and(other)).isEqualTo(one);
                assertThat(other.and(one)).isEqualTo(one);
            }
        }
    }

    @Test
    void whatEndsARunAtOncePrevails() {
        assertThat(List.of(ExitCode.USAGE, ExitCode.LOCKED, ExitCode.INTERRUPTED))
                .allSatisfy(code -> assertThat(ExitCode.UNEXPECTED.and(code)).isEqualTo(code));
    }
}
