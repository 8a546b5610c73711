package io.curlake.jobs.run.query;

import io.curlake.model.Refusal;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import scala.jdk.javaapi.CollectionConverters;

/** The second look: what names and views stand for is known only once they are resolved. */
final class ResolvedQuery {
    private ResolvedQuery() {}

    /** Refuses a plan that changes something, calls Java, or reads what is no table of the warehouse. */
    static void require(LogicalPlan plan) {
        if (plan instanceof Command || plan instanceof ScriptTransformation) {
            throw refusal(plan.nodeName());
        }
        // A temporary view has a name only; what a catalog knows, also a folder and a catalog before it.
        if (plan instanceof SubqueryAlias alias
                && !alias.identifier().qualifier().isEmpty()) {
            throw refusal("table of a catalog");
        }
        CollectionConverters.asJava(plan.expressions()).forEach(ResolvedQuery::require);
        CollectionConverters.asJava(plan.children()).forEach(ResolvedQuery::require);
        CollectionConverters.asJava(plan.innerChildren()).forEach(inner -> {
            if (inner instanceof LogicalPlan query) {
                require(query);
            }
        });
        CollectionConverters.asJava(plan.subqueries()).forEach(ResolvedQuery::require);
    }

    private static void require(Expression expression) {
        if (expression instanceof CallMethodViaReflection) {
            throw refusal("call of a Java method");
        }
        CollectionConverters.asJava(expression.children()).forEach(ResolvedQuery::require);
    }

    private static Refusal refusal(String what) {
        return Refusal.usage(
                "Cannot run this SQL: only queries over the tables of the warehouse are allowed, and what it names "
                        + "stands for a " + what
                        + ". Query the tables themselves; 'curlake sql --tables' lists them.");
    }
}
