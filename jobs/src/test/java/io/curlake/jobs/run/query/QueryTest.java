package io.curlake.jobs.run.query;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a query is answered; all else is refused and changes nothing. */
class QueryTest {
    @TempDir
    static Path folder;

    private static TestWarehouse test;

    @BeforeAll
    static void write() {
        test = TestWarehouse.in(folder);
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-10-01", "2026-10-02", day -> "1.5")
                .write(test);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            CREATE TABLE t AS SELECT 1                            ~ a CREATE TABLE AS SELECT
            CREATE TABLE t (a INT) USING delta LOCATION '/tmp/t'  ~ a CREATE TABLE
            REPLACE TABLE daily_cost AS SELECT 1                  ~ a REPLACE TABLE AS SELECT
            CREATE TEMPORARY VIEW daily_cost AS SELECT 1          ~ a CREATE VIEW
            CREATE FUNCTION f AS 'java.lang.Runtime'              ~ a CREATE FUNCTION
            CREATE SCHEMA s                                       ~ a CREATE NAMESPACE
            INSERT INTO daily_cost VALUES (1)                     ~ an INSERT INTO
            INSERT INTO delta.`/w/daily_cost` SELECT 1            ~ an INSERT INTO
            INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT 1 ~ an INSERT INTO DIR
            WITH x AS (SELECT 1) INSERT INTO daily_cost SELECT * FROM x ~ an INSERT INTO
            FROM daily_cost INSERT INTO a SELECT 1 INSERT INTO b SELECT 2 ~ an INSERT INTO
            UPDATE delta.`/w/daily_cost` SET rows = 0             ~ an UPDATE TABLE
            DELETE FROM delta.`/w/daily_cost`                     ~ a DELETE FROM TABLE
            MERGE INTO delta.`/w/daily_cost` t USING daily_cost s ON 1 = 1 WHEN MATCHED THEN DELETE ~ a MERGE INTO TABLE
            TRUNCATE TABLE daily_cost                             ~ a TRUNCATE TABLE
            DROP TABLE daily_cost                                 ~ a DROP TABLE
            DROP VIEW daily_cost                                  ~ a DROP VIEW
            ALTER TABLE daily_cost ADD COLUMN x INT               ~ an ADD COLUMNS
            OPTIMIZE delta.`/w/daily_cost`                        ~ an OPTIMIZE TABLE
            VACUUM delta.`/w/daily_cost` RETAIN 0 HOURS           ~ a VACUUM TABLE
            RESTORE TABLE delta.`/w/daily_cost` TO VERSION AS OF 0 ~ a RESTORE TABLE
            CONVERT TO DELTA parquet.`/w/x`                       ~ a CONVERT TO DELTA
            SET spark.sql.variable.substitute = true              ~ a SET
            RESET                                                 ~ a RESET
            SET VARIABLE x = 1                                    ~ a SET VARIABLE
            DECLARE VARIABLE x INT                                ~ a CREATE VARIABLE
            USE spark_catalog                                     ~ a SET CATALOG AND NAMESPACE
            ADD JAR '/tmp/x.jar'                                  ~ an ADD JARS
            ADD FILE '/tmp/x'                                     ~ an ADD FILES
            CACHE TABLE daily_cost                                ~ a CACHE TABLE
            CACHE TABLE x AS SELECT 1                             ~ a CACHE TABLE AS SELECT
            UNCACHE TABLE daily_cost                              ~ an UNCACHE TABLE
            REFRESH TABLE daily_cost                              ~ a REFRESH TABLE
            ANALYZE TABLE daily_cost COMPUTE STATISTICS           ~ an ANALYZE TABLE
            LOAD DATA INPATH '/tmp/x' INTO TABLE daily_cost       ~ a LOAD DATA
            EXPLAIN SELECT 1                                      ~ an EXPLAIN
            SHOW TABLES                                           ~ a SHOW TABLES
            DESCRIBE daily_cost                                   ~ a DESCRIBE RELATION
            EXECUTE IMMEDIATE 'DROP TABLE daily_cost'             ~ an EXECUTE IMMEDIATE
            CALL system.run()                                     ~ a CALL
            SELECT TRANSFORM(rows) USING 'rm -rf /' AS (x) FROM daily_cost ~ a SCRIPT TRANSFORMATION
            SELECT * FROM (SELECT TRANSFORM(1) USING 'id' AS (x)) ~ a SCRIPT TRANSFORMATION
            SELECT (SELECT max(x) FROM (SELECT TRANSFORM(1) USING 'id' AS (x))) ~ a SCRIPT TRANSFORMATION
            WITH a AS (SELECT TRANSFORM(1) USING 'id' AS (x)) SELECT 1 ~ a SCRIPT TRANSFORMATION
            SELECT * FROM daily_cost VERSION AS OF 0              ~ a RELATION TIME TRAVEL
            """)
    void onlyQueriesAreAllowed(String statement, String what) {
        assertRefused(
                statement,
                "Cannot run this SQL: only queries are allowed, and it is " + what
                        + ". Write a query that begins with SELECT, WITH or VALUES; 'curlake sql --tables' lists the "
                        + "tables.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            SELECT * FROM delta.`/w/daily_cost`     ~ only the tables of the warehouse can be read, by their bare names, and it names `delta`.`/w/daily_cost`
            SELECT * FROM text.`/etc/passwd`        ~ only the tables of the warehouse can be read, by their bare names, and it names `text`.`/etc/passwd`
            SELECT (SELECT count(*) FROM csv.`/x`)  ~ only the tables of the warehouse can be read, by their bare names, and it names `csv`.`/x`
            SELECT 1 WHERE EXISTS (TABLE a.b.c)     ~ only the tables of the warehouse can be read, by their bare names, and it names `a`.`b`.`c`
            SELECT reflect('java.lang.System', 'exit', 1)                         ~ the function reflect calls Java, which can do anything
            SELECT JAVA_METHOD('java.lang.System', 'exit', 1)                     ~ the function java_method calls Java, which can do anything
            SELECT system.builtin.try_reflect('java.lang.System', 'exit', 1)      ~ the function try_reflect calls Java, which can do anything
            SELECT sum(rows) FROM daily_cost HAVING reflect('x', 'y') = '1'       ~ the function reflect calls Java, which can do anything
            SELECT transform(array(1), x -> reflect('x', 'y'))                    ~ the function reflect calls Java, which can do anything
            SELECT * FROM VALUES (reflect('x', 'y')) AS t(a)                      ~ the function reflect calls Java, which can do anything
            SELECT IDENTIFIER('ref' || 'lect')('java.lang.System', 'exit', 1)     ~ IDENTIFIER hides what it names
            SELECT * FROM IDENTIFIER('daily_' || 'cost')                         ~ IDENTIFIER hides what it names
            SELECT * FROM table_changes_by_path('/w/daily_cost', 0)               ~ the function table_changes_by_path may read more than the tables of the warehouse
            """)
    void waysAroundTheTablesAreRefused(String query, String reason) {
        assertRefused(
                query,
                "Cannot run this SQL: " + reason + ". Write a query that begins with SELECT, WITH or VALUES; "
                        + "'curlake sql --tables' lists the tables.");
    }

    @Test
    void twoStatementsAreNoQuery() {
        assertRefused(
                "SELECT 1; DROP TABLE daily_cost",
                "Cannot run this SQL at line 1, column 11: Syntax error at or near 'DROP': extra input 'DROP'.");
    }

    @Test
    void secretsOfTheProcessAreNotPutIntoQueries() {
        System.setProperty("curlake.test.secret", "hush");

        assertThat(answer("SELECT '${system:curlake.test.secret}${env:PATH}'"))
                .containsExactly("${system:curlake.test.secret}${env:PATH}");
    }

    @Test
    void aViewThatCallsJavaIsFoundOut() {
        SparkSession spark = test.warehouse().spark();
        spark.sql("CREATE TEMPORARY VIEW trap AS SELECT reflect('java.util.UUID', 'randomUUID') AS id");
        org.apache.spark.sql.classic.SparkSession session = (org.apache.spark.sql.classic.SparkSession) spark;
        try {
            assertThatThrownBy(() -> ResolvedQuery.require(
                            session.table("trap").queryExecution().analyzed()))
                    .hasMessage(
                            "Cannot run this SQL: only queries over the tables of the warehouse are allowed, and what "
                                    + "it names stands for a call of a Java method. Query the tables themselves; "
                                    + "'curlake sql --tables' lists them.");
        } finally {
            spark.catalog().dropTempView("trap");
        }
    }

    @Test
    void aTableOfTheCatalogIsNoTableOfTheWarehouse() {
        SparkSession spark = test.warehouse().spark();
        spark.sql("CREATE TABLE stray (a INT) USING parquet LOCATION '" + folder.resolve("stray") + "'");
        try {
            assertRefused(
                    "SELECT count(*) FROM stray",
                    "Cannot run this SQL: only queries over the tables of the warehouse are allowed, and what it names "
                            + "stands for a table of a catalog. "
                            + "Query the tables themselves; 'curlake sql --tables' lists them.");
        } finally {
            spark.sql("DROP TABLE stray");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM daily_cost",
                "SELECT count(*) FROM DAILY_COST;",
                "WITH daily AS (SELECT rows FROM daily_cost) SELECT sum(rows) FROM daily",
                "SELECT count(*) FROM daily_cost a JOIN daily_cost b USING (usage_date) LEFT JOIN budget_status c ON true",
                "FROM daily_cost |> WHERE rows > 0 |> AGGREGATE count(*)",
                "SELECT sum(rows) OVER w FROM daily_cost WINDOW w AS () LIMIT 1",
                "SELECT /*+ REPARTITION(1) */ count(*) FROM (VALUES (1), (2)) AS t(a)",
                "SELECT count(*) FROM daily_cost GROUP BY ALL HAVING count(*) > 0 ORDER BY 1 LIMIT 1 OFFSET 0",
                "SELECT count(*) FROM ((SELECT 1 UNION SELECT 2 EXCEPT SELECT 3) INTERSECT SELECT id FROM range(9))",
                "SELECT count(*) FROM daily_cost LATERAL VIEW explode(array(1)) AS x",
                "SELECT count(*) FROM daily_cost, LATERAL (SELECT 1) WHERE usage_date IN (SELECT usage_date FROM daily_cost)",
                "SELECT a + b FROM (SELECT rows, line_item_type FROM daily_cost) PIVOT (sum(rows) FOR line_item_type IN "
                        + "('Usage' AS a)), (SELECT 0 AS b)",
                "SELECT count(*) FROM (SELECT 1 AS a, 1 AS b) UNPIVOT (v FOR k IN (a, b))",
                "SELECT count(*) FROM daily_cost TABLESAMPLE (100 PERCENT)",
                "TABLE daily_cost |> AGGREGATE count(*)",
                "VALUES (2)"
            })
    void queriesOfEveryShapeAreAnswered(String query) {
        assertThat(answer(query)).containsExactly("2");
    }

    @Test
    void aSessionOfItsOwnLeavesNoViewBehind() {
        // Other tests share the session.
        test.warehouse().spark().catalog().dropTempView("daily_resource_cost");

        answer("SELECT count(*) FROM daily_resource_cost");

        assertThat(test.warehouse().spark().catalog().tableExists("daily_resource_cost"))
                .isFalse();
    }

    private static List<String> answer(String query) {
        return new Query(test.warehouse())
                .run(query, 10).rows().stream().map(QueryTest::first).toList();
    }

    private static String first(Row row) {
        return String.valueOf(row.get(0));
    }

    private static void assertRefused(String statement, String message) {
        long before = version();

        assertThatThrownBy(() -> new Query(test.warehouse()).run(statement, 10))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Optional.of(refusal.exitCode())).contains(ExitCode.USAGE))
                .hasMessage(message);
        assertThat(version()).isEqualTo(before);
    }

    private static long version() {
        return test.table(TableName.DAILY_COST).version();
    }
}
