package io.curlake.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** DuckDB in this process, with nothing in it but the table {@code connected} of account ids. */
final class DuckDb {
    /** Statements that give a number of rows. */
    interface Work {
        long on(Statement statement) throws SQLException;
    }

    private DuckDb() {}

    static long run(Set<String> accounts, int threads, Work work) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("CREATE TABLE connected AS SELECT * FROM (VALUES "
                    + accounts.stream().map(id -> "(" + quoted(id) + ")").collect(Collectors.joining(", "))
                    + ") AS v(account_id)");
            return work.on(statement);
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A list of the names of files. */
    static String quoted(Collection<Path> files) {
        return files.stream().map(file -> quoted(file.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
