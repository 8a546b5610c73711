package io.curlake.jobs.run.accounts;

import io.curlake.jobs.run.accounts.DeliveredCosts.Part;
import io.curlake.jobs.run.accounts.WhatIfAnswer.PeriodEffect;
import io.curlake.jobs.run.accounts.WhatIfAnswer.ServiceEffect;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cost that accounts take to the other side of the border. */
final class Effects {
    private static final Comparator<PeriodEffect> ORDER =
            Comparator.comparing(PeriodEffect::period).thenComparing(PeriodEffect::currency);

    private Effects() {}

    private record Total(BillingPeriod period, String currency) {}

    static List<PeriodEffect> of(List<Part> parts, List<AccountId> accounts, Border border) {
        Map<Total, List<Part>> totals =
                parts.stream().collect(Collectors.groupingBy(part -> new Total(part.period(), part.currency())));
        List<PeriodEffect> effects = new ArrayList<>();
        totals.forEach((total, all) -> {
            List<Part> moved = all.stream()
                    .filter(part -> accounts.stream()
                            .anyMatch(account ->
                                    account.value().equals(part.account()) && border.moves(account, part.period())))
                    .toList();
            if (!moved.isEmpty()) {
                effects.add(new PeriodEffect(
                        total.period(), total.currency(), unblended(all), unblended(moved), services(moved)));
            }
        });
        return effects.stream().sorted(ORDER).toList();
    }

    private static List<ServiceEffect> services(List<Part> moved) {
        Map<String, ServiceEffect> services = new TreeMap<>();
        moved.forEach(part -> services.merge(
                part.product(),
                new ServiceEffect(part.product(), part.rows(), part.unblended()),
                (a, b) -> new ServiceEffect(
                        a.productCode(), a.rows() + b.rows(), a.unblended().add(b.unblended()))));
        return services.values().stream()
                .sorted(Comparator.comparing(ServiceEffect::unblended).reversed())
                .toList();
    }

    private static BigDecimal unblended(List<Part> parts) {
        return parts.stream().map(Part::unblended).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
