package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;

import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import io.curlake.model.MoneySum;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The exact sums of the {@link CostColumn}s as one aggregate: a struct of DECIMAL(38,18) named by
 * {@link CostColumn#measure}. Each double becomes a decimal before it is added; NaN and infinities, which rejected rows
 * may hold, count as nothing.
 */
public final class CostSums extends Aggregator<Row, MoneySum[], Row> {
    private static final CostColumn[] COLUMNS = CostColumn.values();
    private static final StructType DOUBLES = Arrays.stream(COLUMNS)
            .reduce(new StructType(), (s, c) -> s.add(c.measure(), DataTypes.DoubleType, false), (a, b) -> a);
    private static final StructType DECIMALS = Arrays.stream(COLUMNS)
            .reduce(
                    new StructType(),
                    (s, c) -> s.add(c.measure(), DataTypes.createDecimalType(Money.PRECISION, Money.SCALE), false),
                    (a, b) -> a);

    private CostSums() {}

    /** The aggregate over the cost columns that the rows have; a column they lack sums to zero. */
    public static Column of(Dataset<Row> rows) {
        Set<String> present = Set.of(rows.columns());
        Column[] amounts = Stream.of(COLUMNS)
                .map(CostColumn::columnName)
                .map(name -> present.contains(name) ? coalesce(col(name), lit(0.0)) : lit(0.0))
                .toArray(Column[]::new);
        return udaf(new CostSums(), Encoders.row(DOUBLES)).apply(amounts);
    }

    @Override
    public MoneySum[] zero() {
        return Stream.generate(MoneySum::new).limit(COLUMNS.length).toArray(MoneySum[]::new);
    }

    @Override
    public MoneySum[] reduce(MoneySum[] sums, Row amounts) {
        for (int i = 0; i < sums.length; i++) {
            double amount = amounts.getDouble(i);
            if (Double.isFinite(amount)) {
                sums[i].add(amount);
            }
        }
        return sums;
    }

    @Override
    public MoneySum[] merge(MoneySum[] sums, MoneySum[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(others[i]);
        }
        return sums;
    }

    @Override
    public Row finish(MoneySum[] sums) {
        return RowFactory.create(Arrays.stream(sums).map(MoneySum::total).toArray());
    }

    @Override
    public Encoder<MoneySum[]> bufferEncoder() {
        return Encoders.kryo(MoneySum[].class);
    }

    @Override
    public Encoder<Row> outputEncoder() {
        return Encoders.row(DECIMALS);
    }
}
