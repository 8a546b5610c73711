package io.curlake.jobs.insight.showback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.insight.showback.TeamRule.Kind;
import io.curlake.model.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamMapFileTest {
    private static final String TWO = "account,,1*,Web\naccount,,2*,Labs\n";

    @Test
    void rulesStandInTheirOrder() {
        TeamMap map = read("""
                tag,team,web-*,Web
                cost-category,Unit,labs,Labs
                account,,111122223333,Central
                fallback,,,Rest
                shared,,Web=60.5;Labs=39.5,Central
                """);

        assertThat(map.rules())
                .containsExactly(
                        new TeamRule(Kind.TAG, "team", "web-*", "Web"),
                        new TeamRule(Kind.COST_CATEGORY, "Unit", "labs", "Labs"),
                        new TeamRule(Kind.ACCOUNT, "", "111122223333", "Central"));
        assertThat(map.fallback()).contains("Rest");
        assertThat(map.sharers()).containsExactly("Web", "Labs", "Rest");
        assertThat(map.shared())
                .containsEntry(
                        "Central",
                        new Split.Fixed(Map.of("Web", new BigDecimal("60.5"), "Labs", new BigDecimal("39.5"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "owner,a,b,C|'owner' is none of tag, cost-category, account, fallback, shared",
                "tag,a,b,|it names no team",
                "tag,,b,C|it has no key",
                "tag,a,,C|it has no pattern; '*' is any value",
                "account,a,b,C|its key must be empty",
                "fallback,,x,C|its pattern must be empty",
                "tag,a,b|it has 3 fields and must have 4",
                "shared,,weekly,Web|'weekly' is none of evenly, proportional and percentages as Web=60;Labs=40",
                "shared,,Labs=90,Web|its percentages add up to 90 and must be 100",
                "shared,,Lab=100,Web|'Lab' is no team that could share; teams are Labs",
                "shared,,evenly,Ops|no rule gives team 'Ops' any cost to share",
            })
    void aMistakeIsRefusedWithItsLine(String line, String reason) {
        assertRefused(TWO + line, 4, reason);
    }

    @Test
    void whatIsSaidTwiceIsRefused() {
        assertRefused(TWO + "fallback,,,A\nfallback,,,B", 5, "there is a fallback already");
        assertRefused(TWO + "shared,,evenly,Web\nshared,,evenly,Web", 5, "team 'Web' is shared already");
    }

    @Test
    void somebodyMustBeLeftToShareWith() {
        assertRefused(TWO + "shared,,evenly,Web\nshared,,evenly,Labs", 4, "there is no other team to share with");
    }

    @Test
    void aFileWithoutRulesIsRefused() {
        assertRefused("fallback,,,A", 1, "it has no rule of a tag, a cost category or an account");
        assertThatThrownBy(() -> TeamMapFile.read("teams.csv", "kind,team\naccount,Web\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read teams from teams.csv, line 1: its header must be 'kind,key,pattern,team'.");
    }

    private static void assertRefused(String lines, int line, String reason) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read teams from teams.csv, line " + line + ": " + reason + ".");
    }

    private static TeamMap read(String lines) {
        return TeamMapFile.read("teams.csv", "kind,key,pattern,team\n" + lines);
    }
}
