package io.curlake.jobs.run.due;

import io.curlake.jobs.run.PeriodResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attempts the periods of a source, newest first. Those that AWS is delivering are attempted again after a pause, all
 * together and when the others are done, so that many of them wait no longer than one.
 */
public final class Rounds {
    private final OpenRun run;
    private final Map<PeriodRun, PeriodResult> results = new LinkedHashMap<>();

    public Rounds(OpenRun run) {
        this.run = run;
    }

    /** What became of each period, in the order given. */
    public List<PeriodResult> attempt(List<PeriodRun> periods) {
        // Who asks for one delivery is there to ask again.
        Patience patience = run.request().delivery().isEmpty() ? run.patience() : Patience.NONE;
        List<PeriodRun> open = periods;
        for (int round = 1; !open.isEmpty(); round++) {
            if (round > 1) {
                patience.pause().accept(patience.pauses().get(round - 2));
            }
            open = attempt(open, patience, round);
        }
        return periods.stream()
                .flatMap(period -> Optional.ofNullable(results.get(period)).stream())
                .toList();
    }

    /** The periods to attempt again. */
    private List<PeriodRun> attempt(List<PeriodRun> periods, Patience patience, int round) {
        List<PeriodRun> again = new ArrayList<>();
        for (PeriodRun period : periods) {
            Attempt attempt = period.attempt();
            if (attempt.torn().isPresent() && round < patience.attempts()) {
                Duration pause = patience.pauses().get(round - 1);
                run.progress()
                        .notice(attempt.result().partition() + ": "
                                + attempt.torn().get().getMessage() + "; attempt " + (round + 1) + " of "
                                + patience.attempts() + " in " + pause.toSeconds() + " s");
                again.add(period);
            } else {
                PeriodResult result = attempt.torn().isPresent()
                        ? attempt.result().refusedBesides(patience.tried())
                        : attempt.result();
                results.put(period, result);
                run.progress().done(result);
            }
        }
        return again;
    }
}
