package io.curlake.model.config;

import io.curlake.model.AccountId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What some cost of a source may come to.
 *
 * @param accounts all where empty
 * @param services product codes; all where empty
 */
public record BudgetConfig(
        String name,
        BigDecimal amount,
        String currency,
        Span period,
        String source,
        List<AccountId> accounts,
        List<String> services,
        Optional<Tag> tag) {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** What a budget is for. */
    public enum Span {
        MONTH,
        YEAR
    }

    /** A tag as {@code daily_tag_cost} has it. */
    public record Tag(String key, String value) {
        static Tag parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + text + "' is no tag: write key=value, or key= for untagged");
            }
            return new Tag(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    public BudgetConfig {
        accounts = List.copyOf(accounts);
        services = List.copyOf(services);
    }

    static BudgetConfig parse(YamlMap map, List<SourceConfig> sources) {
        BudgetConfig budget = new BudgetConfig(
                map.required("name"),
                map.required("amount", Amounts::positive),
                map.required("currency", BudgetConfig::currency),
                map.oneOf(Span.class, "period", Span.MONTH),
                source(map, sources),
                map.list("accounts", AccountId::new),
                map.list("services", BudgetConfig::service),
                map.optional("tag", Tag::parse));
        map.refuseTheRest();
        if (budget.tag().isPresent() && !budget.services().isEmpty()) {
            throw map.refusal("tag", "a budget is of a tag or of services: the costs of tags know no services");
        }
        return budget;
    }

    /** The one that there is, unless there are several. */
    private static String source(YamlMap map, List<SourceConfig> sources) {
        String names = sources.stream().map(source -> "'" + source.name() + "'").collect(Collectors.joining(", "));
        Optional<String> named = map.optional("source", text -> {
            if (sources.stream().noneMatch(source -> source.name().equals(text))) {
                throw new IllegalArgumentException("'" + text + "' is none of the sources " + names);
            }
            return text;
        });
        if (named.isEmpty() && sources.size() > 1) {
            throw map.refusal("source", "it is missing: a budget is of one source, and there are " + names);
        }
        return named.orElseGet(() -> sources.get(0).name());
    }

    private static String currency(String text) {
        if (!CURRENCY.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no currency: write for example USD");
        }
        return text;
    }

    private static String service(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a service is a product code, as AmazonEC2");
        }
        return text;
    }
}
