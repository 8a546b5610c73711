package io.curlake.jobs.cli.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.run.accounts.WhatIfAnswer;
import io.curlake.jobs.run.accounts.WhatIfAnswer.Border;
import io.curlake.jobs.run.accounts.WhatIfAnswer.PeriodEffect;
import io.curlake.jobs.run.accounts.WhatIfAnswer.SharedCommitment;
import io.curlake.model.AccountId;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What connecting or disconnecting accounts would change, as tables or as one JSON object. */
final class WhatIfReport {
    private WhatIfReport() {}

    /** A line of the first table: a service, or the whole period, which alone has a share. */
    private record Line(String period, String service, String rows, BigDecimal cost, String currency, String share) {}

    static String of(WhatIfAnswer answer) {
        StringBuilder text = new StringBuilder();
        if (answer.periods().isEmpty()) {
            text.append("Nothing would change: ")
                    .append(answer.accounts().size() == 1 ? "the account has" : "these accounts have")
                    .append(" no line item there.\n");
        } else {
            text.append("Unblended cost that would ")
                    .append(consequence(answer.change()))
                    .append(" line_item of '")
                    .append(answer.source())
                    .append("':\n")
                    .append(table(
                            answer.periods().stream()
                                    .flatMap(WhatIfReport::lines)
                                    .toList(),
                            lineColumns()));
        }
        if (!answer.commitments().isEmpty()) {
            text.append("Commitments that would be used across the border of the connected accounts:\n")
                    .append(table(answer.commitments(), commitmentColumns(answer)));
        }
        answer.ownerless()
                .forEach(arn ->
                        text.append("! Whose commitment '").append(arn).append("' is cannot be told from its ARN.\n"));
        return text.append("Nothing was changed.").toString();
    }

    static String json(WhatIfAnswer answer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "accounts what-if " + word(answer.change()))
                .put("source", answer.source());
        ArrayNode accounts = json.putArray("accounts");
        answer.accounts().forEach(account -> accounts.add(account.value()));
        ArrayNode periods = json.putArray("periods");
        answer.periods().forEach(period -> add(periods.addObject(), period));
        ArrayNode commitments = json.putArray("commitments");
        answer.commitments()
                .forEach(commitment -> commitments
                        .addObject()
                        .put("commitment_arn", commitment.arn())
                        .put("owner", commitment.owner().value())
                        .put("user", commitment.user().value())
                        .put("outside", outside(commitment))
                        .put("border", word(commitment.border()))
                        .put("currency", commitment.currency())
                        .put("effective_cost", Money.plain(commitment.effective())));
        ArrayNode ownerless = json.putArray("commitments_without_owner");
        answer.ownerless().forEach(ownerless::add);
        return json.toString();
    }

    private static void add(ObjectNode json, PeriodEffect effect) {
        json.put("billing_period", effect.period().toString()).put("currency", effect.currency());
        json.putObject("unblended_cost")
                .put("delivered", Money.plain(effect.delivered()))
                .put("changed", Money.plain(effect.changed()));
        effect.share().ifPresent(share -> json.put("share", Money.plain(share)));
        ArrayNode services = json.putArray("services");
        effect.services()
                .forEach(service -> services.addObject()
                        .put("product_code", service.productCode())
                        .put("rows", service.rows())
                        .put("unblended_cost", Money.plain(service.unblended())));
    }

    private static Stream<Line> lines(PeriodEffect effect) {
        String period = effect.period().toString();
        long rows = effect.services().stream()
                .mapToLong(WhatIfAnswer.ServiceEffect::rows)
                .sum();
        String share = effect.share().map(WhatIfReport::percent).orElse("");
        return Stream.concat(
                effect.services().stream()
                        .map(service -> new Line(
                                period,
                                service.productCode(),
                                count(service.rows()),
                                service.unblended(),
                                effect.currency(),
                                "")),
                Stream.of(new Line(period, "all", count(rows), effect.changed(), effect.currency(), share)));
    }

    private static List<ColumnData<Line>> lineColumns() {
        return List.of(
                left("Period").with(Line::period),
                left("Service").with(Line::service),
                right("Rows").with(Line::rows),
                right("Cost").with(line -> LoadReport.money(line.cost())),
                left("Currency").with(Line::currency),
                right("Of delivered").with(Line::share));
    }

    private static List<ColumnData<SharedCommitment>> commitmentColumns(WhatIfAnswer answer) {
        return List.of(
                left("Commitment").with(SharedCommitment::arn),
                left("Owner").with(commitment -> named(commitment.owner(), answer)),
                left("Used by").with(commitment -> named(commitment.user(), answer)),
                left("Not connected").with(WhatIfReport::outside),
                right("Effective cost").with(commitment -> LoadReport.money(commitment.effective())),
                left("Currency").with(SharedCommitment::currency),
                left("").with(commitment -> commitment.border() == Border.NEW ? "new" : ""));
    }

    private static <T> String table(List<T> lines, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.FANCY_ASCII, lines, columns) + "\n";
    }

    private static String consequence(WhatIfAnswer.Change change) {
        return switch (change) {
            case CONNECT -> "appear in";
            case DISCONNECT -> "vanish from";
        };
    }

    private static String outside(SharedCommitment commitment) {
        return switch (commitment.direction()) {
            case OWNER_OUTSIDE -> "owner";
            case USER_OUTSIDE -> "user";
        };
    }

    private static String named(AccountId account, WhatIfAnswer answer) {
        String name = answer.names().getOrDefault(account, "");
        return name.isEmpty() ? account.value() : account + " " + name;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }
}
