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
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Calls of public static methods that Spark compiles into its own loops: no boxes, no conversions, as a UDF has them. */
final class Compiled {
    private Compiled() {}

    /** NULL where an argument is NULL. The method takes and gives Spark's internal values, and is deterministic. */
    static Column call(Class<?> type, DataType result, String method, Column... arguments) {
        Seq<Expression> expressions = CollectionConverters.asScala(Arrays.stream(arguments)
                        .map(ExpressionUtils::expression)
                        .toList())
                .toSeq();
        return ExpressionUtils.column(
                new StaticInvoke(type, result, method, expressions, noInputTypes(), true, true, true, Option.empty()));
    }

    @SuppressWarnings("unchecked")
    private static Seq<AbstractDataType> noInputTypes() {
        return (Seq<AbstractDataType>) (Object) Nil$.MODULE$;
    }
}
