package io.curlake.jobs.run.query;

import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Looks at everything that a parsed statement holds, and refuses what is not known to be part of a query: a kind of plan that
 * Spark or Delta adds one day is refused until it is named here. Nothing is resolved or run before.
 */
final class OnlyQueries {
    /** The plans that Spark's parser makes of queries, by class; as of Spark 4.1. */
    private static final Set<String> PARTS_OF_QUERIES = Set.of(
            "Aggregate",
            "Distinct",
            "Except",
            "Filter",
            "Generate",
            "GlobalLimit",
            "Intersect",
            "Join",
            "LateralJoin",
            "LimitAll",
            "LocalLimit",
            "LocalRelation",
            "Offset",
            "OneRowRelation",
            "PipeOperator",
            "Pivot",
            "Project",
            "RepartitionByExpression",
            "Sample",
            "Sort",
            "SubqueryAlias",
            "Union",
            "Unpivot",
            "UnresolvedHaving",
            "UnresolvedHint",
            "UnresolvedInlineTable",
            "UnresolvedRelation",
            "UnresolvedSubqueryColumnAliases",
            "UnresolvedTVFAliases",
            "UnresolvedTableValuedFunction",
            "UnresolvedWith",
            "WithWindowDefinition");

    /** They call any Java method there is, by its name. */
    private static final Set<String> CALLING_JAVA = Set.of("java_method", "reflect", "try_reflect");

    /** Functions that stand for tables and read none. */
    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "collations",
            "explode",
            "explode_outer",
            "inline",
            "inline_outer",
            "json_tuple",
            "posexplode",
            "posexplode_outer",
            "range",
            "sql_keywords",
            "stack",
            "variant_explode",
            "variant_explode_outer");

    private final Set<String> relations = new TreeSet<>();

    private OnlyQueries() {}

    /** The names of what a query reads, as it writes them; refuses what is no query. */
    static Set<String> relationsOf(LogicalPlan statement) {
        OnlyQueries query = new OnlyQueries();
        query.look(statement);
        return query.relations;
    }

    /** Plans hide others in any of their fields, in lists and options, and in expressions. */
    private void look(Object part) {
        if (part instanceof LogicalPlan plan) {
            require(plan);
        }
        require(part);
        if (part instanceof scala.collection.Iterable<?> parts) {
            CollectionConverters.asJava(parts).forEach(this::look);
        } else if (part instanceof Product parts) {
            CollectionConverters.asJava(parts.productIterator()).forEachRemaining(this::look);
        }
    }

    private static void require(LogicalPlan plan) {
        String kind = plan.getClass().getSimpleName().replace("$", "");
        if (plan instanceof PlanWithUnresolvedIdentifier) {
            throw hidden();
        }
        if (!PARTS_OF_QUERIES.contains(kind)) {
            throw refusal("only queries are allowed, and it is " + withArticle(statement(kind)));
        }
    }

    private void require(Object part) {
        if (part instanceof UnresolvedRelation relation) {
            relations.add(single(relation));
        } else if (part instanceof UnresolvedFunction function && CALLING_JAVA.contains(last(function.nameParts()))) {
            throw refusal("the function " + last(function.nameParts()) + " calls Java, which can do anything");
        } else if (part instanceof UnresolvedTableValuedFunction function
                && !TABLE_FUNCTIONS.contains(last(function.name()))) {
            throw refusal("the function " + last(function.name()) + " may read more than the tables of the warehouse");
        } else if (part instanceof ExpressionWithUnresolvedIdentifier) {
            throw hidden();
        }
    }

    private static Refusal hidden() {
        return refusal("IDENTIFIER hides what it names");
    }

    /** A path or a catalog before the name leads around the tables, and around their logs. */
    private static String single(UnresolvedRelation relation) {
        List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
        if (parts.size() > 1) {
            throw refusal("only the tables of the warehouse can be read, by their bare names, and it names "
                    + parts.stream().map(part -> "`" + part + "`").collect(Collectors.joining(".")));
        }
        return parts.get(0);
    }

    private static String last(scala.collection.Seq<String> parts) {
        List<String> names = new ArrayList<>(CollectionConverters.asJava(parts));
        return names.get(names.size() - 1).toLowerCase(Locale.ROOT);
    }

    /** "MERGE INTO TABLE" of {@code MergeIntoTable}. */
    private static String statement(String kind) {
        return kind.replaceAll("^Unresolved|(Statement|Command|Query)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    private static String withArticle(String words) {
        return ("AEIOU".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    private static Refusal refusal(String reason) {
        return Refusal.usage(
                "Cannot run this SQL: " + reason + ". Write a query that begins with SELECT, WITH or VALUES; "
                        + "'curlake sql --tables' lists the tables.");
    }
}
