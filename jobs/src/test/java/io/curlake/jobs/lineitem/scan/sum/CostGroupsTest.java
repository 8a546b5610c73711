package io.curlake.jobs.lineitem.scan.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.scan.Batches;
import io.curlake.jobs.lineitem.scan.column.Costs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;

class CostGroupsTest {
    private static final StructType SCHEMA = Batches.schema(
                    "line_item_usage_account_id", "line_item_product_code", "line_item_unblended_cost")
            .add("line_item_usage_start_date", DataTypes.TimestampType);

    @Test
    void rowsHaveTheColumnsOfTheTable() {
        CostGroups groups = read(batch("000000000042", "AmazonEC2", 0.1, 0.2));

        List<Row> rows = rows(groups);

        assertThat(rows)
                .singleElement()
                .hasToString("[2026-10-02,000000000042,,AmazonEC2,,,,,,2,0.300000000000000000,"
                        + "0E-18,0E-18,0E-18,0E-18,0E-18,0]");
        assertThat(rows.get(0).size()).isEqualTo(CostGrain.COLUMNS.size());
    }

    @Test
    void mergingAddsWhatIsOfOneGrainAndKeepsTheRest() {
        CostGroups groups = read(batch("1", "A", 1), batch("2", "A", 2));
        CostGroups others = read(batch("3", "B", 4), batch("2", "A", 8, 16));

        assertThat(groups.merge(others)).isSameAs(groups);

        assertThat(shown(groups)).containsExactlyInAnyOrder("1 A 1 1", "2 A 3 26", "3 B 1 4");
        assertThat(shown(others)).containsExactlyInAnyOrder("3 B 1 4", "2 A 2 24");
    }

    @Test
    void slicesMergedAcrossFilesAreTheGroupsOfAllFiles() {
        List<CostGroups> files =
                IntStream.range(0, 4).mapToObj(CostGroupsTest::random).toList();
        CostGroups all = new CostGroups();
        files.forEach(all::merge);

        List<String> slices = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int slice = 0; slice < 5; slice++) {
            CostGroups merged = new CostGroups();
            for (CostGroups file : files) {
                merged.merge(copied(file.split(5).get(slice)));
            }
            sizes.add(merged.size());
            slices.addAll(shown(merged));
        }

        assertThat(slices).containsExactlyInAnyOrderElementsOf(shown(all)).doesNotHaveDuplicates();
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(all.size() / 8, all.size() / 3));
    }

    @Test
    void aCopyFromTheWireIsEqualAndGoesOnMerging() {
        CostGroups groups = random(1);

        CostGroups copy = copied(groups);

        assertThat(shown(copy)).containsExactlyElementsOf(shown(groups));
        assertThat(copy.merge(groups).size()).isEqualTo(groups.size());
        assertThat(shown(copy)).isNotEqualTo(shown(groups));
    }

    @Test
    void aGroupTakesSome150BytesOnTheWire() {
        CostGroups groups = random(1);

        assertThat(bytes(groups).length / groups.size()).isBetween(130, 190);
    }

    @Test
    void noGroupsAreNoRows() {
        CostGroups none = copied(new CostGroups());

        assertThat(none.size()).isZero();
        assertThat(none.split(3))
                .hasSize(3)
                .allSatisfy(slice -> assertThat(slice.size()).isZero());
        assertThat(rows(none)).isEmpty();
    }

    private static CostGroups random(int seed) {
        Random random = new Random(seed);
        return read(Stream.generate(() -> batch(
                        "account" + random.nextInt(60), "product" + random.nextInt(60), random.nextInt(100) / 8.0))
                .limit(4_000)
                .toArray(ColumnarBatch[]::new));
    }

    /** Rows of one account and product, on the second of October. */
    private static ColumnarBatch batch(String account, String product, double... costs) {
        String[] accounts = new String[costs.length];
        String[] products = new String[costs.length];
        Arrays.fill(accounts, account);
        Arrays.fill(products, product);
        OnHeapColumnVector starts = new OnHeapColumnVector(costs.length, DataTypes.TimestampType);
        long micros = Timestamp.from(Instant.parse("2026-10-02T23:00:00Z")).getTime() * 1_000;
        starts.putLongs(0, costs.length, micros);
        return Batches.of(
                costs.length,
                Batches.texts(accounts),
                Batches.texts(products),
                Batches.doubles(Arrays.stream(costs).boxed().toArray(Double[]::new)),
                starts);
    }

    private static CostGroups read(ColumnarBatch... batches) {
        GrainReader grain = new GrainReader(SCHEMA);
        Costs costs = Costs.of(SCHEMA);
        for (ColumnarBatch batch : batches) {
            grain.read(batch);
            costs.read(batch);
            IntStream.range(0, batch.numRows()).forEach(row -> grain.add(costs, row, 0));
        }
        return grain.groups();
    }

    private static List<Row> rows(CostGroups groups) {
        List<Row> rows = new ArrayList<>();
        groups.rows().forEachRemaining(rows::add);
        return rows;
    }

    private static List<String> shown(CostGroups groups) {
        return rows(groups).stream()
                .map(row -> row.get(1) + " " + row.get(3) + " " + row.get(9) + " "
                        + row.getDecimal(10).stripTrailingZeros().toPlainString())
                .toList();
    }

    private static CostGroups copied(CostGroups groups) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(groups)))) {
            return (CostGroups) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(CostGroups groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(groups);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
