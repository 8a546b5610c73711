package io.curlake.jobs.sample.organization;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.model.AccountId;
import java.util.ArrayList;
import java.util.List;

/** The payer, then the linked accounts in falling order of size: the account of rank n spends 1/n of what the first does. */
public final class Organization {
    private static final List<String> TEAMS = List.of(
            "payments", "search", "data-lake", "mobile", "web", "identity", "ledger", "ml", "iot", "logistics", "risk");
    private static final List<String> STAGES = List.of("prod", "staging", "dev", "sandbox");
    private static final int DRAWS = 1 << 14;

    private final Dice dice;
    private final List<Account> accounts;
    private final int[] draws;
    private final List<Account> dollarAccounts;

    private Organization(Dice dice, List<Account> accounts) {
        this.dice = dice;
        this.accounts = accounts;
        this.draws = draws(accounts.size());
        this.dollarAccounts = accounts.stream().filter(Account::paysDollars).toList();
    }

    public static Organization of(SampleSpec spec) {
        Dice dice = Dice.of(spec.seed());
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account(spec.payer(), "acme-payer", Account.DOLLAR, List.of(Region.US_EAST_1)));
        for (int rank = 1; rank < spec.accounts(); rank++) {
            accounts.add(linked(dice.at(1).at(rank), rank, spec.has(SampleVariant.SECOND_CURRENCY)));
        }
        return new Organization(dice, List.copyOf(accounts));
    }

    public List<Account> accounts() {
        return accounts;
    }

    public Account payer() {
        return accounts.get(0);
    }

    /** The root of all random numbers of this organization. */
    public Dice dice() {
        return dice;
    }

    /** Some account, larger ones more often. */
    public Account any(Dice at) {
        return accounts.get(draws[at.below(DRAWS)]);
    }

    /** Some account that pays in US dollars: commitments are shared among these only. */
    public Account anyInDollars(Dice at) {
        Account account = any(at);
        return account.paysDollars() ? account : dollarAccounts.get(at.at(1).below(dollarAccounts.size()));
    }

    private static Account linked(Dice dice, int rank, boolean twoCurrencies) {
        String name = "acme-" + TEAMS.get((rank - 1) % TEAMS.size()) + "-"
                + STAGES.get((rank - 1) / TEAMS.size() % STAGES.size())
                + (rank > TEAMS.size() * STAGES.size() ? "-" + rank : "");
        return twoCurrencies && rank % 4 == 2
                ? new Account(id(dice, rank), name, Account.YUAN, List.of(Region.CN_NORTH_1))
                : new Account(id(dice, rank), name, Account.DOLLAR, regions(dice.at(2)));
    }

    private static List<Region> regions(Dice dice) {
        Region home = Region.outsideChina(dice.at(0));
        return List.of(home, home, home, Region.outsideChina(dice.at(1)));
    }

    /** Every fourth id starts with zeros. The rank within keeps ids distinct. */
    private static AccountId id(Dice dice, int rank) {
        long leading = rank % 4 == 1 ? dice.between(1, 99) : dice.between(10_000, 99_999);
        return new AccountId("%012d"
                .formatted(leading * 10_000_000L + rank * 101L + dice.at(1).below(101)));
    }

    private static int[] draws(int accounts) {
        double total = 0;
        for (int rank = 0; rank < accounts; rank++) {
            total += weight(rank, accounts);
        }
        int[] draws = new int[DRAWS];
        int account = 0;
        double reached = weight(0, accounts) / total;
        for (int i = 0; i < DRAWS; i++) {
            while (i >= reached * DRAWS && account < accounts - 1) {
                account++;
                reached += weight(account, accounts) / total;
            }
            draws[i] = account;
        }
        return draws;
    }

    /** The payer runs little itself. */
    private static double weight(int rank, int accounts) {
        return rank == 0 ? 1.0 / (accounts + 4) : 1.0 / rank;
    }
}
