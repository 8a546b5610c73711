package io.curlake.jobs.table;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest version of each table of a warehouse, from the names of the commits alone: no session, and no log is read. */
public final class TableVersions {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    private TableVersions() {}

    /** @return tables that were never written have no entry */
    public static Map<TableName, Long> of(Storage storage, String warehouse) {
        Map<TableName, Long> versions = new EnumMap<>(TableName.class);
        for (TableName table : TableName.values()) {
            String log = Storage.uri(warehouse) + "/" + table.tableName() + "/_delta_log/";
            newest(storage.files(log)).ifPresent(version -> versions.put(table, version));
        }
        return versions;
    }

    private static OptionalLong newest(List<StoredObject> log) {
        return log.stream()
                .map(object -> COMMIT.matcher(object.fileName()))
                .filter(Matcher::matches)
                .mapToLong(name -> Long.parseLong(name.group(1)))
                .max();
    }
}
