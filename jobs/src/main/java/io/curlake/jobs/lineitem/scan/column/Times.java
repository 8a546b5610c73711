package io.curlake.jobs.lineitem.scan.column;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The times of one column of a file, in microseconds since 1970-01-01 UTC. */
public final class Times {
    /** Stands for a time that is absent. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** Stands for the day of a time that is absent. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final long MICROS_OF_A_DAY = 86_400_000_000L;

    private final int position;
    private long minimum = Long.MAX_VALUE;
    private long maximum = Long.MIN_VALUE;
    private long nulls;

    private Times(int position) {
        this.position = position;
    }

    /** @param schema the columns of the batches; where it lacks the column, every time is absent */
    public static Times of(StructType schema, String column) {
        return new Times(Arrays.asList(schema.fieldNames()).indexOf(column));
    }

    /** @param position of the column in the batches */
    public static Times at(int position) {
        return new Times(position);
    }

    /** The time of each row. */
    public long[] read(ColumnarBatch batch) {
        int rows = batch.numRows();
        if (position < 0 || isAllNull(batch.column(position))) {
            long[] absent = new long[rows];
            Arrays.fill(absent, ABSENT);
            nulls += rows;
            return absent;
        }
        ColumnVector column = batch.column(position);
        long[] times = column.getLongs(0, rows);
        if (column.hasNull()) {
            for (int row = 0; row < rows; row++) {
                if (column.isNullAt(row)) {
                    times[row] = ABSENT;
                    nulls++;
                }
            }
        }
        widenRange(times);
        return times;
    }

    /** The UTC day of each row, as days since 1970, or {@link #NO_DAY}. */
    public int[] readDays(ColumnarBatch batch) {
        long[] times = read(batch);
        int[] days = new int[times.length];
        for (int row = 0; row < days.length; row++) {
            days[row] = times[row] == ABSENT ? NO_DAY : (int) Math.floorDiv(times[row], MICROS_OF_A_DAY);
        }
        return days;
    }

    /** The first and the last time; empty where no row has one. */
    public Optional<ValueRange<Instant>> range() {
        return minimum > maximum
                ? Optional.empty()
                : Optional.of(new ValueRange<>(instant(minimum), instant(maximum), nulls));
    }

    private void widenRange(long[] times) {
        long least = minimum;
        long most = maximum;
        for (long time : times) {
            least = time == ABSENT ? least : Math.min(least, time);
            // What is absent is below every time.
            most = Math.max(most, time);
        }
        minimum = least;
        maximum = most;
    }

    private static boolean isAllNull(ColumnVector column) {
        return column instanceof WritableColumnVector vector && vector.isAllNull();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
