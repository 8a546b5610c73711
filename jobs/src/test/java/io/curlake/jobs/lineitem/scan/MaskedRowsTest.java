package io.curlake.jobs.lineitem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedRowsTest {
    @Test
    void positionsBeyond32BitsGoToABitmapOfTheirOwn() {
        MaskedRows rows = new MaskedRows();

        rows.add(0);
        rows.add((1L << 31) + 5);
        rows.add((2L << 32) + 7);
        rows.compress();

        assertThat(rows.count()).isEqualTo(3);
        assertThat(rows.bitmaps()).hasSize(3);
        assertThat(rows.bitmaps().get(1).isEmpty()).isTrue();
        assertThat(rows.bitmaps().get(2).toArray()).containsExactly(7);
        assertThat(rows.isMasked((1L << 31) + 5)).isTrue();
        assertThat(rows.isMasked((2L << 32) + 7)).isTrue();
        assertThat(rows.isMasked(7)).isFalse();
        assertThat(rows.isMasked(3L << 32)).isFalse();
    }
}
