package io.curlake.provisioning.catalog;

import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the SQL statement of an export selects. AWS accepts columns, map members and aliases from one table, a WHERE and
 * a LIMIT; no functions. A text that is no such statement selects nothing.
 *
 * @param condition the text after WHERE
 * @param limit the text after LIMIT
 */
public record SelectedColumns(List<Selected> list, String table, Optional<String> condition, Optional<String> limit) {
    /**
     * One item of the list.
     *
     * @param column the table's, in lower case; {@code *} for all
     * @param member of a map column
     * @param alias the name it is delivered under
     */
    public record Selected(String column, Optional<String> member, Optional<String> alias) {}

    public SelectedColumns {
        list = List.copyOf(list);
    }

    public static SelectedColumns of(String statement) {
        List<SqlToken> tokens = SqlToken.of(statement);
        int from = position(tokens, "from");
        if (tokens.isEmpty() || !tokens.get(0).is("select") || from < 0) {
            return new SelectedColumns(List.of(), "", Optional.empty(), Optional.empty());
        }
        int limit = position(tokens, "limit");
        String table = from + 1 < tokens.size() ? tokens.get(from + 1).value() : "";
        return new SelectedColumns(
                items(tokens.subList(1, from)),
                table,
                clause(statement, tokens, position(tokens, "where"), limit),
                clause(statement, tokens, limit, -1));
    }

    /** Whether the column is delivered as a whole and under its own name. */
    public boolean delivers(LineItemColumn column) {
        return list.stream()
                .anyMatch(item -> item.column().equals("*")
                        || (isWhole(item, column)
                                && item.alias().map(column.columnName()::equals).orElse(true)));
    }

    /** The other name under which the column is delivered. */
    public Optional<String> otherName(LineItemColumn column) {
        return delivers(column)
                ? Optional.empty()
                : list.stream()
                        .filter(item -> isWhole(item, column))
                        .findFirst()
                        .flatMap(Selected::alias);
    }

    private static boolean isWhole(Selected item, LineItemColumn column) {
        return item.column().equals(column.columnName()) && item.member().isEmpty();
    }

    private static int position(List<SqlToken> tokens, String keyword) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(keyword)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> clause(String statement, List<SqlToken> tokens, int start, int end) {
        if (start < 0) {
            return Optional.empty();
        }
        int last = end < 0 ? statement.length() : tokens.get(end).start();
        return Optional.of(statement
                .substring(tokens.get(start).end(), last)
                .replaceAll("\\s+", " ")
                .replaceAll(";?\\s*$", "")
                .strip());
    }

    private static List<Selected> items(List<SqlToken> tokens) {
        List<Selected> items = new ArrayList<>();
        List<SqlToken> item = new ArrayList<>();
        for (SqlToken token : tokens) {
            if (token.isSign(",")) {
                item(item).ifPresent(items::add);
                item.clear();
            } else {
                item.add(token);
            }
        }
        item(item).ifPresent(items::add);
        return items;
    }

    /** Words are the column, then a member after a dot or in brackets, then the alias with or without AS. */
    private static Optional<Selected> item(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> member = Optional.empty();
        Optional<String> alias = Optional.empty();
        boolean memberFollows = false;
        for (SqlToken token : tokens.subList(1, tokens.size())) {
            if (token.isSign(".") || token.isSign("[")) {
                memberFollows = true;
            } else if (memberFollows) {
                member = Optional.of(token.value());
                memberFollows = false;
            } else if (!token.is("as") && !token.isSign("]")) {
                alias = Optional.of(token.value());
            }
        }
        return Optional.of(new Selected(tokens.get(0).value().toLowerCase(Locale.ROOT), member, alias));
    }
}
