package io.curlake.jobs.cost;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A public static Java method on Spark's own values as a column, which Spark compiles into its own loops: no value is boxed
 * or converted, as a UDF would.
 */
public record StaticCall(Class<?> type, String method, DataType result, Nulls nulls) {
    /** What becomes of a NULL argument. */
    public enum Nulls {
        GIVE_NULL,
        ARE_PASSED
    }

    /** The call on the values of columns; deterministic. */
    public Column of(Column... arguments) {
        scala.collection.immutable.Seq<Expression> expressions = CollectionConverters.asScala(Arrays.stream(arguments)
                        .map(ExpressionUtils::expression)
                        .toList())
                .toSeq();
        boolean isNullOfNull = nulls == Nulls.GIVE_NULL;
        return ExpressionUtils.column(new StaticInvoke(
                type, result, method, expressions, inputTypes(), isNullOfNull, true, true, Option.empty()));
    }

    @SuppressWarnings("unchecked")
    private static scala.collection.immutable.Seq<AbstractDataType> inputTypes() {
        return (scala.collection.immutable.Seq<AbstractDataType>) (Object) Nil$.MODULE$;
    }
}
