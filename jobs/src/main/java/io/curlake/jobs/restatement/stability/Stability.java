package io.curlake.jobs.restatement.stability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** How much of a day's cost still moved when it was so many days old, in one currency. */
public record Stability(String currency, List<Age> ages) {
    /** What may still move of a day's cost once it is said to stand still. */
    public static final BigDecimal STILL = new BigDecimal("0.001");

    private static final int PLACES = 9;

    /**
     * All days that were watched when they were that old.
     *
     * @param days how many they were
     * @param cost their unblended cost
     * @param movement what of it moved at this age
     */
    public record Age(int days, BigDecimal cost, Movement movement) {
        /** The moved part of the cost; nothing where there is no cost. */
        public BigDecimal share() {
            return cost.signum() == 0 ? BigDecimal.ZERO : movement.gross().divide(cost, PLACES, RoundingMode.HALF_UP);
        }
    }

    public Stability {
        ages = List.copyOf(ages);
    }

    /** One for each currency of the days. A day counts at every age at which it was watched, whether it moved or not. */
    public static List<Stability> of(List<Movement> movements, List<WatchedDay> days, LocalDate today) {
        return days.stream()
                .map(WatchedDay::currency)
                .distinct()
                .sorted()
                .map(currency -> new Stability(
                        currency,
                        ages(
                                movements.stream()
                                        .filter(m -> m.currency().equals(currency))
                                        .toList(),
                                days.stream()
                                        .filter(d -> d.currency().equals(currency))
                                        .toList(),
                                today)))
                .toList();
    }

    private static List<Age> ages(List<Movement> movements, List<WatchedDay> days, LocalDate today) {
        int oldest = days.stream().mapToInt(day -> day.age(today)).max().orElse(-1);
        List<Age> ages = new ArrayList<>();
        for (int age = 0; age <= oldest; age++) {
            int at = age;
            List<WatchedDay> watched =
                    days.stream().filter(day -> day.wasWatchedAt(at, today)).toList();
            BigDecimal cost = watched.stream().map(day -> day.cost().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!watched.isEmpty()) {
                ages.add(new Age(
                        watched.size(), cost, movement(movements, days.get(0).currency(), at)));
            }
        }
        return ages;
    }

    private static Movement movement(List<Movement> movements, String currency, int age) {
        return movements.stream()
                .filter(m -> m.age() == age)
                .findFirst()
                .orElseGet(() -> new Movement(currency, age, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /**
     * The age from which on no more than {@link #STILL} of a day's cost moved, at all later ages together; empty where
     * it moved more than that at the oldest age that was watched.
     */
    public OptionalInt stillAfter() {
        BigDecimal later = BigDecimal.ZERO;
        OptionalInt still = OptionalInt.empty();
        for (Age age : ages.stream()
                .sorted(Comparator.comparing((Age a) -> a.movement().age()).reversed())
                .toList()) {
            later = later.add(age.share());
            if (later.compareTo(STILL) > 0) {
                return still;
            }
            still = OptionalInt.of(age.movement().age());
        }
        return still;
    }

    /** The oldest age at which some day was watched; -1 where none was. */
    public int oldestAge() {
        return ages.stream().mapToInt(age -> age.movement().age()).max().orElse(-1);
    }
}
