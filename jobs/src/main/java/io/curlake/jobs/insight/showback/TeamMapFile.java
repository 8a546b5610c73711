package io.curlake.jobs.insight.showback;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link TeamMap} as a CSV: {@code kind,key,pattern,team}. Kinds are {@code tag}, {@code cost-category} and {@code account},
 * {@code fallback} without key and pattern, and {@code shared}, whose pattern is {@code evenly}, {@code proportional} or
 * percentages as {@code Web=60;Labs=40}.
 */
public final class TeamMapFile {
    private static final List<String> HEADER = List.of("kind", "key", "pattern", "team");
    private static final Pattern PART = Pattern.compile("\\s*(.+?)\\s*=\\s*(\\d{1,3}(?:\\.\\d{1,9})?)\\s*");

    private final String file;
    private final List<TeamRule> rules = new ArrayList<>();
    private final Map<String, Split> shared = new LinkedHashMap<>();
    private final Map<String, Long> sharedLines = new LinkedHashMap<>();
    private Optional<String> fallback = Optional.empty();

    private TeamMapFile(String file) {
        this.file = file;
    }

    /** Reads the file; every mistake is refused with its line. */
    public static TeamMap read(String file, String content) {
        return new TeamMapFile(file).read(content.startsWith("\uFEFF") ? content.substring(1) : content);
    }

    private TeamMap read(String content) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(content)) {
            for (NamedCsvRecord line : records) {
                long number = line.getStartingLineNumber();
                require(line.getHeader().equals(HEADER), 1, () -> "its header must be 'kind,key,pattern,team'");
                require(
                        line.getFieldCount() == HEADER.size(),
                        number,
                        () -> "it has " + line.getFieldCount() + " fields and must have 4");
                add(line, number);
            }
        } catch (CsvParseException | IOException e) {
            throw refusal(1, "this is no CSV: " + e.getMessage());
        }
        require(!rules.isEmpty(), 1, () -> "it has no rule of a tag, a cost category or an account");
        TeamMap map = new TeamMap(rules, fallback, shared);
        shared.forEach((team, split) -> check(map, team, split));
        return map;
    }

    private void add(NamedCsvRecord line, long number) {
        String kind = field(line, "kind");
        String team = field(line, "team");
        require(!team.isEmpty(), number, () -> "it names no team");
        switch (kind) {
            case "tag" -> rules.add(rule(line, TeamRule.Kind.TAG));
            case "cost-category" -> rules.add(rule(line, TeamRule.Kind.COST_CATEGORY));
            case "account" -> rules.add(rule(line, TeamRule.Kind.ACCOUNT));
            case "fallback" -> {
                requireEmpty(line, "key");
                requireEmpty(line, "pattern");
                require(fallback.isEmpty(), number, () -> "there is a fallback already");
                fallback = Optional.of(team);
            }
            case "shared" -> {
                requireEmpty(line, "key");
                require(!shared.containsKey(team), number, () -> "team '" + team + "' is shared already");
                shared.put(team, split(field(line, "pattern"), number));
                sharedLines.put(team, number);
            }
            default -> throw refusal(number, "'" + kind + "' is none of tag, cost-category, account, fallback, shared");
        }
    }

    private TeamRule rule(NamedCsvRecord line, TeamRule.Kind kind) {
        long number = line.getStartingLineNumber();
        require(!field(line, "pattern").isEmpty(), number, () -> "it has no pattern; '*' is any value");
        switch (kind) {
            case ACCOUNT -> requireEmpty(line, "key");
            case TAG, COST_CATEGORY -> require(!field(line, "key").isEmpty(), number, () -> "it has no key");
        }
        return new TeamRule(kind, field(line, "key"), field(line, "pattern"), field(line, "team"));
    }

    private Split split(String text, long number) {
        return switch (text) {
            case "evenly" -> new Split.Evenly();
            case "proportional" -> new Split.Proportional();
            default -> new Split.Fixed(percentages(text, number));
        };
    }

    private Map<String, BigDecimal> percentages(String text, long number) {
        Map<String, BigDecimal> percent = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            Matcher matcher = PART.matcher(part);
            require(
                    matcher.matches(),
                    number,
                    () -> "'" + text + "' is none of evenly, proportional and percentages as Web=60;Labs=40");
            percent.merge(matcher.group(1), new BigDecimal(matcher.group(2)), BigDecimal::add);
        }
        BigDecimal all = percent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        require(
                all.compareTo(BigDecimal.valueOf(100)) == 0,
                number,
                () -> "its percentages add up to " + all.toPlainString() + " and must be 100");
        return percent;
    }

    private void check(TeamMap map, String team, Split split) {
        long number = sharedLines.getOrDefault(team, 1L);
        require(map.teams().contains(team), number, () -> "no rule gives team '" + team + "' any cost to share");
        require(!map.sharers().isEmpty(), number, () -> "there is no other team to share with");
        if (split instanceof Split.Fixed fixed) {
            Predicate<String> isKnown = map.sharers()::contains;
            fixed.percent().keySet().stream()
                    .filter(isKnown.negate())
                    .findFirst()
                    .ifPresent(stranger -> {
                        throw refusal(
                                number,
                                "'" + stranger + "' is no team that could share; teams are "
                                        + String.join(", ", map.sharers()));
                    });
        }
    }

    private void requireEmpty(NamedCsvRecord line, String column) {
        require(field(line, column).isEmpty(), line.getStartingLineNumber(), () -> "its " + column + " must be empty");
    }

    private void require(boolean isFulfilled, long line, Supplier<String> reason) {
        if (!isFulfilled) {
            throw refusal(line, reason.get());
        }
    }

    private static String field(NamedCsvRecord line, String column) {
        return line.getField(column).strip();
    }

    private Refusal refusal(long line, String reason) {
        return Refusal.usage("Cannot read teams from " + file + ", line " + line + ": " + reason + ".");
    }
}
