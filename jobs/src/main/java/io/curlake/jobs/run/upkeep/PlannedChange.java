package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.upkeep.Removal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One commit that maintenance makes, unless it is only asked what it would do.
 *
 * @param replaced the files that the commit takes away
 */
record PlannedChange(TableName table, List<TableFile> replaced, Effect effect, Runnable commit) {
    static final String NOTE = "{\"verb\":\"maintain\"}";

    Stream<Removal> removals(Instant at) {
        return replaced.stream().map(file -> new Removal(file, effect, at));
    }
}
