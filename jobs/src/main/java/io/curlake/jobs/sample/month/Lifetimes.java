package io.curlake.jobs.sample.month;

import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.plan.Tick;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Meters by their position in a tick: the same position is the same resource for two days to three months, then another
 * one takes its place. Meters are kept, because they return every hour.
 */
public final class Lifetimes {
    private static final int KEPT = 1 << 15;
    private static final int LEAST_DAYS = 2;
    private static final int MOST_DAYS = 90;

    private record Kept(long key, Meter meter) {}

    private final Dice dice;
    private final @Nullable Kept[] kept = new @Nullable Kept[KEPT];

    public Lifetimes(Dice dice) {
        this.dice = dice;
    }

    public Meter at(int position, Tick tick, Function<Dice, Meter> maker) {
        Dice resource = resource(position, tick.day());
        int slot = (int) resource.bits() & (KEPT - 1);
        Kept found = kept[slot];
        if (found == null || found.key() != resource.bits()) {
            found = new Kept(resource.bits(), maker.apply(resource));
            kept[slot] = found;
        }
        return found.meter();
    }

    private Dice resource(int position, long day) {
        Dice place = dice.at(position);
        int life = place.between(LEAST_DAYS, MOST_DAYS);
        return place.at((day + place.at(-1).below(life)) / life);
    }
}
