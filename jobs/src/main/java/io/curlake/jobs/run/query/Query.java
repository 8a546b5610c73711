package io.curlake.jobs.run.query;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.query.QueryResult.Rest;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import scala.Option;

/**
 * The use case {@code sql}: answers a query over the newest version of the tables, each under its bare name. What is no query is
 * refused before anything is resolved; what was resolved is looked at once more before it runs.
 */
public final class Query {
    private final Warehouse warehouse;
    private final SparkSession session;

    public Query(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.session = session((SparkSession) warehouse.spark());
    }

    /** A session of its own: its views and settings are nobody else's. */
    private static SparkSession session(SparkSession ofWarehouse) {
        SparkSession session = ofWarehouse.newSession();
        // ${env:NAME} and ${spark.…} in a query would print what is secret.
        session.conf().set("spark.sql.variable.substitute", "false");
        session.conf().set("spark.sql.runSQLOnFiles", "false");
        session.conf().set("spark.sql.datetime.java8API.enabled", "true");
        session.conf().set("spark.sql.session.timeZone", "UTC");
        return session;
    }

    /**
     * Answers the query. Refuses what is no query; mistakes in it come as one sentence.
     *
     * @param limit so many rows at most
     */
    public QueryResult run(String sql, int limit) {
        Option<SparkSession> active = SparkSession.getActiveSession();
        // Spark's parser takes its settings from the thread's session.
        SparkSession.setActiveSession(session);
        try {
            LogicalPlan statement = session.sessionState().sqlParser().parsePlan(sql);
            register(OnlyQueries.relationsOf(statement));
            return answer(org.apache.spark.sql.classic.Dataset.ofRows(session, resolved(statement)), limit);
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            throw SqlErrors.of(e).orElseThrow(() -> unchecked(e));
        } finally {
            if (active.isDefined()) {
                SparkSession.setActiveSession(active.get());
            } else {
                SparkSession.clearActiveSession();
            }
        }
    }

    /** Opening a table takes a while: those that the query does not name are left alone. */
    private void register(Set<String> relations) {
        Tables tables =
                Warehouse.open(session, warehouse.config(), warehouse.clock()).tables();
        Set<String> names =
                relations.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Arrays.stream(TableName.values())
                .filter(table -> names.contains(table.tableName()))
                .forEach(table -> tables.read(table).createOrReplaceTempView(table.tableName()));
    }

    private LogicalPlan resolved(LogicalPlan statement) {
        LogicalPlan resolved = session.sessionState()
                .executePlan(statement, org.apache.spark.sql.execution.CommandExecutionMode.SKIP())
                .analyzed();
        ResolvedQuery.require(resolved);
        return resolved;
    }

    private static QueryResult answer(Dataset<Row> answer, int limit) {
        List<Row> rows =
                answer.limit(limit == Integer.MAX_VALUE ? limit : limit + 1).collectAsList();
        return rows.size() > limit
                ? new QueryResult(answer.schema(), rows.subList(0, limit), Rest.MORE_ROWS)
                : new QueryResult(answer.schema(), rows, Rest.NOTHING);
    }

    private static RuntimeException unchecked(Exception e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
}
