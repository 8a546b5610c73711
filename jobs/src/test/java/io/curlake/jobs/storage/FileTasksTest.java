package io.curlake.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.model.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.Test;

class FileTasksTest {
    private final FileTasks tasks = new FileTasks(TestSpark.session(), "count the rows of acme");

    @Test
    void resultsComeInTheOrderOfTheFiles() {
        assertThat(tasks.run(List.of(3L, 500L, 20L), size -> size, size -> size * 2))
                .containsExactly(6L, 1_000L, 40L);
    }

    @Test
    void theLargestFilesAreBegunFirstEachInATaskOfItsOwn() {
        assertThat(tasks.run(List.of(3L, 500L, 20L), size -> size, size -> TaskContext.getPartitionId()))
                .containsExactly(2, 0, 1);
    }

    @Test
    void noFilesNeedNoTasks() {
        assertThat(tasks.run(List.<Long>of(), size -> size, size -> size)).isEmpty();
    }

    @Test
    void thousandsOfFilesShareAThousandTasks() {
        List<Long> sizes = LongStream.rangeClosed(1, 2_500).boxed().toList();

        List<Integer> partitions = tasks.run(sizes, size -> size, size -> TaskContext.getPartitionId());

        assertThat(new HashSet<>(partitions)).hasSize(1_000);
        long[] sums = new long[1_000];
        IntStream.range(0, sizes.size()).forEach(i -> sums[partitions.get(i)] += sizes.get(i));
        assertThat(LongStream.of(sums).max().orElse(0))
                .isLessThan(3 * LongStream.of(sums).min().orElse(0));
    }

    @Test
    void theDescriptionIsThatOfTheJobAndOfNoLaterOne() {
        TestSpark.session().sparkContext().setJobDescription("before");

        List<String> during = tasks.run(
                List.of(1L), size -> size, size -> TaskContext.get().getLocalProperty("spark.job.description"));

        assertThat(during).containsExactly("count the rows of acme");
        assertThat(TestSpark.session().sparkContext().getLocalProperty("spark.job.description"))
                .isEqualTo("before");
    }

    @Test
    void aRefusalOfATaskIsAmongTheCauses() {
        FileTasks.FileTask<Long, Long> refusing = size -> {
            throw Refusal.usage("no");
        };

        assertThatThrownBy(() -> tasks.run(List.of(1L), size -> size, refusing))
                .hasRootCauseInstanceOf(Refusal.class)
                .rootCause()
                .hasMessage("no");
    }
}
