package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.CommitmentArn;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.accounts.DeliveredCosts.Part;
import io.curlake.jobs.run.accounts.WhatIfAnswer.Direction;
import io.curlake.jobs.run.accounts.WhatIfAnswer.SharedCommitment;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Between the connected accounts of a source and all others, before and after a change. */
final class Border {
    private final Side before;
    private final Side after;

    Border(String source, ConnectedAccounts before, ConnectedAccounts after) {
        this.before = new Side(source, before, new HashMap<>());
        this.after = new Side(source, after, new HashMap<>());
    }

    /** Who is connected, asked once for each period. */
    private record Side(String source, ConnectedAccounts connected, Map<BillingPeriod, Set<AccountId>> known) {
        boolean holds(AccountId account, BillingPeriod period) {
            return known.computeIfAbsent(period, p -> connected.in(source, p)).contains(account);
        }
    }

    /** Whether the change moves the account to the other side, in that period. */
    boolean moves(AccountId account, BillingPeriod period) {
        return before.holds(account, period) != after.holds(account, period);
    }

    /**
     * The commitments used across the border after the change. Whatever the line item type: a fee stands with the owner,
     * so what of a commitment stands with another account is its use.
     */
    List<SharedCommitment> shared(List<Part> parts) {
        Map<SharedCommitment, BigDecimal> effective = new LinkedHashMap<>();
        for (Part part : parts) {
            shared(part).ifPresent(commitment -> effective.merge(commitment, part.effective(), BigDecimal::add));
        }
        return effective.entrySet().stream()
                .map(entry -> valued(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(SharedCommitment::effective)
                        .reversed()
                        .thenComparing(SharedCommitment::arn)
                        .thenComparing(SharedCommitment::user))
                .toList();
    }

    /** Commitments whose ARN names no account. */
    List<String> ownerless(List<Part> parts) {
        return parts.stream()
                .map(Part::commitment)
                .filter(arn -> !arn.isEmpty() && new CommitmentArn(arn).owner().isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<SharedCommitment> shared(Part part) {
        Optional<AccountId> owner = new CommitmentArn(part.commitment()).owner();
        if (owner.isEmpty() || !AccountId.isValid(part.account())) {
            return Optional.empty();
        }
        AccountId user = new AccountId(part.account());
        return direction(after, owner.get(), user, part.period())
                .map(direction -> new SharedCommitment(
                        part.commitment(),
                        owner.get(),
                        user,
                        direction,
                        direction(before, owner.get(), user, part.period()).equals(Optional.of(direction))
                                ? WhatIfAnswer.Border.EXISTING
                                : WhatIfAnswer.Border.NEW,
                        part.currency(),
                        BigDecimal.ZERO));
    }

    private static Optional<Direction> direction(
            Side connected, AccountId owner, AccountId user, BillingPeriod period) {
        boolean ownerIsConnected = connected.holds(owner, period);
        if (ownerIsConnected == connected.holds(user, period)) {
            return Optional.empty();
        }
        return Optional.of(ownerIsConnected ? Direction.USER_OUTSIDE : Direction.OWNER_OUTSIDE);
    }

    private static SharedCommitment valued(SharedCommitment commitment, BigDecimal effective) {
        return new SharedCommitment(
                commitment.arn(),
                commitment.owner(),
                commitment.user(),
                commitment.direction(),
                commitment.border(),
                commitment.currency(),
                effective);
    }
}
