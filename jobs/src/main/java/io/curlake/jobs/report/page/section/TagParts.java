package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Chart;
import io.curlake.jobs.report.page.Chart.Role;
import io.curlake.jobs.report.page.Chart.Shape;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Span;
import io.curlake.jobs.report.page.Table;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.report.spend.TagKey;
import java.util.ArrayList;
import java.util.List;

/** Spend by tag: how much of it is tagged, key by key, and by what. */
final class TagParts {
    private TagParts() {}

    static Html of(Book book, Span span) {
        List<TagKey> keys = book.spend().tags().keys();
        if (keys.isEmpty()) {
            return Sections.empty(
                    "No charge has a tag or a cost category. Activate cost allocation tags in the payer account: "
                            + "they are in deliveries from then on.");
        }
        String currency = Numbers.currency(book.currency());
        List<Html> parts = new ArrayList<>();
        parts.add(new Chart(
                        "How much of the spend is tagged",
                        Shape.PARTS,
                        book.currency(),
                        keys.stream().map(TagKey::key).toList())
                .with("tagged", Role.GOOD, keys.stream().map(TagKey::tagged).toList())
                .with("untagged", Role.REST, keys.stream().map(TagKey::untagged).toList())
                .html());
        parts.add(Table.<TagKey>of("Tagged spend by key, " + span.soFar() + ", " + currency)
                .text("Key", key -> Cell.text(key.key()))
                .text("Kind", key -> Cell.text(key.kind().replace('_', ' ')))
                .number("Tagged", key -> Cell.money(key.tagged()))
                .number("Untagged", key -> Cell.money(key.untagged()))
                .number(
                        "Tagged, %",
                        key -> Cell.percent(key.tagged(), key.values().total().cost()))
                .number("Values", key -> Cell.count(key.values().size()))
                .of(keys));
        parts.add(Sections.note("Every key holds the whole spend once, so keys are not added."
                + (book.spend().tags().more() == 0
                        ? ""
                        : " Not shown: " + Numbers.count(book.spend().tags().more(), "key")
                                + " with less tagged spend; table daily_tag_cost has all of them.")));
        for (TagKey key : keys) {
            parts.add(Html.of(
                    "details",
                    Html.of("summary", "Spend by " + key.kind().replace('_', ' ') + " " + key.key()),
                    SpendSection.columns(
                                    book,
                                    span,
                                    Table.<Share>of("Spend by " + key.key() + ", " + currency)
                                            .text(
                                                    "Value",
                                                    share ->
                                                            Cell.text(share.id().isEmpty() ? "untagged" : share.id())),
                                    key.values())
                            .of(key.values(), key.values().more() == 1 ? "value" : "values")));
        }
        return Html.all(parts);
    }
}
