package io.curlake.jobs.insight.showback;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.showback.TeamCost.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedCostsTest {
    private static final List<TeamCost> COSTS =
            List.of(cost("Web", "1", "30"), cost("Labs", "1", "10"), cost("Ops", "0.1", "1"), cost("", "5", "7"));

    @Test
    void evenlyIsTheSameForAll() {
        assertThat(split("evenly"))
                .containsExactly(
                        "Web OWN 1 30",
                        "Labs OWN 1 10",
                        "Web SHARED 0.05 0.5",
                        "Labs SHARED 0.05 0.5",
                        " UNMAPPED 5 7");
    }

    @Test
    void proportionalIsAsTheTeamsCostThemselves() {
        assertThat(split("proportional")).contains("Web SHARED 0.075 0.75", "Labs SHARED 0.025 0.25");
    }

    @Test
    void fixedIsAsStated() {
        assertThat(split("Web=100")).contains("Web SHARED 0.1 1").noneMatch(line -> line.startsWith("Labs SHARED"));
    }

    @Test
    void whereNobodyCostAnythingProportionalIsEvenly() {
        List<TeamCost> split = SharedCosts.split(map("proportional"), List.of(cost("Ops", "0.1", "1")));

        assertThat(words(split)).containsExactly("Web SHARED 0.05 0.5", "Labs SHARED 0.05 0.5");
    }

    @Test
    void partsOfTwoSharedTeamsAreOneCost() {
        TeamMap map = TeamMapFile.read("teams.csv", """
                kind,key,pattern,team
                account,,1,Web
                account,,2,Ops
                account,,3,Net
                shared,,evenly,Ops
                shared,,evenly,Net
                """);

        assertThat(words(SharedCosts.split(map, List.of(cost("Ops", "0.1", "1"), cost("Net", "0.2", "2")))))
                .containsExactly("Web SHARED 0.3 3");
    }

    private static List<String> split(String how) {
        return words(SharedCosts.split(map(how), COSTS));
    }

    private static TeamMap map(String how) {
        return TeamMapFile.read("teams.csv", """
                kind,key,pattern,team
                account,,1,Web
                account,,2,Labs
                account,,3,Ops
                shared,,%s,Ops
                """.formatted(how));
    }

    private static TeamCost cost(String team, String unblended, String netAmortized) {
        return new TeamCost(
                new TeamCost.Key(
                        Optional.of(LocalDate.parse("2026-11-01")),
                        team,
                        team.isEmpty() ? Kind.UNMAPPED : Kind.OWN,
                        "000000000042",
                        "AmazonEC2",
                        "USD"),
                new BigDecimal(unblended),
                new BigDecimal(netAmortized));
    }

    private static List<String> words(List<TeamCost> costs) {
        return costs.stream()
                .map(cost -> cost.key().team() + " " + cost.key().kind() + " " + plain(cost.unblended()) + " "
                        + plain(cost.netAmortized()))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
