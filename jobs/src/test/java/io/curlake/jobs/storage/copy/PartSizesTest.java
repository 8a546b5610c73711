package io.curlake.jobs.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartSizesTest {
    private static final long GIB = 1024L * 1024 * 1024;

    @Test
    void partsCoverEveryByteOnce() {
        assertThat(new PartSizes(5, 4).parts(10))
                .containsExactly(new PartSizes.Part(1, 0, 3), new PartSizes.Part(2, 4, 7), new PartSizes.Part(3, 8, 9));
        assertThat(new PartSizes(5, 4).parts(8))
                .containsExactly(new PartSizes.Part(1, 0, 3), new PartSizes.Part(2, 4, 7));
    }

    @Test
    void theLargestObjectsHaveFewerThanTenThousandParts() {
        assertThat(PartSizes.OF_S3.parts(6 * GIB)).hasSize(12);
        assertThat(PartSizes.OF_S3.parts(5 * 1024 * GIB)).hasSizeLessThan(10_000);
        assertThat(PartSizes.OF_S3.parts(50 * 1024 * GIB - 1)).hasSizeLessThan(10_000);
    }
}
