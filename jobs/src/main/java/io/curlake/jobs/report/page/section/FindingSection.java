package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Discovery;
import io.curlake.jobs.report.concern.Discovery.Billed;
import io.curlake.jobs.report.concern.Discovery.Rule;
import io.curlake.jobs.report.concern.Discovery.Savings;
import io.curlake.jobs.report.concern.Finding;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is worth a look, what it would save, and what of the bill is of no known resource. */
final class FindingSection {
    private FindingSection() {}

    static Element of(Report report) {
        Discovery discovery = report.discovery();
        Element section = Sections.section("findings", "Findings");
        if (discovery.ran().isEmpty()) {
            return section.and(Sections.empty(
                    "No resource was looked at yet. Run 'curlake discover' to find unused and oversized resources, and what "
                            + "removing them would save; 'curlake policy discovery' prints the permissions it needs."));
        }
        section = section.and(Sections.note("By the discovery of "
                + Numbers.time(discovery.ran().orElseThrow())
                + ". Savings are estimates for a month. Tables recommendation, resource_cost."));
        if (discovery.savings().isEmpty()) {
            section = section.and(Sections.empty("Nothing is worth a look."));
        }
        for (Savings savings : discovery.savings()) {
            section = section.and(savings(savings));
        }
        return section.and(billed(discovery.billed()));
    }

    private static Html savings(Savings savings) {
        String currency = savings.currency().isEmpty() ? "" : ", " + savings.currency();
        List<Html> parts = new ArrayList<>();
        Top<Finding> findings = savings.findings();
        parts.add(
                savings.currency().isEmpty()
                        ? Sections.paragraph(Numbers.count(findings.size(), "finding") + " without a known saving.")
                        : Html.styled(
                                        "p",
                                        "value",
                                        Html.text(Numbers.money(
                                                        savings.rules().total().saving(), savings.currency())
                                                + " a month"))
                                .with(
                                        "data-value",
                                        Money.plain(savings.rules().total().saving()))
                                .and(Html.styled(
                                        "span",
                                        "quiet",
                                        Html.text(" by " + Numbers.count(findings.size(), "finding")))));
        Table<Rule> rules = Table.<Rule>of(
                        (currency.isEmpty() ? "Findings by rule, saving not known" : "Findings by rule") + currency)
                .text("Rule", rule -> Cell.text(words(rule.rule())))
                .number("Findings", rule -> Cell.count(rule.findings()));
        parts.add((currency.isEmpty() ? rules : rules.number("Saving a month", rule -> Cell.money(rule.saving())))
                .of(savings.rules(), "rules"));
        parts.add(findings(savings, currency));
        return Html.all(parts);
    }

    private static Html findings(Savings savings, String currency) {
        Top<Finding> findings = savings.findings();
        String which = findings.more() == 0
                ? "Findings"
                : currency.isEmpty() ? "The first findings" : "The findings of the largest savings";
        Table<Finding> table = Table.<Finding>of(which + (currency.isEmpty() ? ", saving not known" : currency))
                .text("Resource", finding -> Cell.named(finding.name(), finding.resource()));
        table = currency.isEmpty() ? table : table.number("Saving a month", finding -> Cell.money(finding.saving()));
        return Html.of(
                "details",
                Html.of(
                        "summary",
                        findings.more() == 0
                                ? "All " + Numbers.count(findings.size(), "finding") + ", with how to check them"
                                : Numbers.count(findings.shown().size()) + " of " + Numbers.count(findings.size())
                                        + " findings, with how to check them"),
                table.text("Rule", finding -> Cell.text(words(finding.rule())))
                        .text("Account", finding -> Cell.text(finding.account()))
                        .text("Region", finding -> Cell.text(finding.region()))
                        .text("Why", finding -> Cell.text(finding.reason()))
                        .text("Confidence", finding -> Cell.text(finding.confidence()))
                        .text("How to check", finding -> new Cell(Html.of("code", finding.check()), finding.check()))
                        .of(findings, findings.more() == 1 ? "finding" : "findings"));
    }

    private static String words(String name) {
        return name.replace('_', ' ').replace('-', ' ');
    }

    private static Html billed(List<Billed> billed) {
        if (billed.isEmpty()) {
            return Sections.empty(
                    "The bill was not matched with resources: no period was built when discovery ran. Run "
                            + "'curlake build', then 'curlake discover'.");
        }
        Map<String, List<Billed>> byCurrency =
                billed.stream().collect(Collectors.groupingBy(Billed::currency, TreeMap::new, Collectors.toList()));
        return Html.all(byCurrency.entrySet().stream()
                .map(entry -> billed(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Html billed(String currency, List<Billed> lines) {
        Top<Billed> all = Top.of(
                lines,
                lines.size(),
                new Billed("", "", "", 0, BigDecimal.ZERO),
                (a, b) -> new Billed("", "", "", a.rows() + b.rows(), a.cost().add(b.cost())));
        return Table.<Billed>of(
                        "What the last 30 days of the bill are of, " + (currency.isEmpty() ? "of no cost" : currency))
                .text("Bill and resource", line -> Cell.text(words(line.match())))
                .text("Why", line -> Cell.text(line.why()))
                .number("Rows", line -> Cell.count(line.rows()))
                .number("Net amortized", line -> Cell.money(line.cost()))
                .of(all, "lines");
    }
}
