package io.curlake.sandbox.aws.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The organization of the accounts; there is one, with its management account in it, until {@link #remove()}. */
public final class Organization {
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private volatile String managementAccount;
    private volatile boolean removed;

    public Organization(String managementAccount) {
        this.managementAccount = managementAccount;
        add(managementAccount, "management");
    }

    /**
     * An account of the organization.
     *
     * @param status {@code ACTIVE}, {@code SUSPENDED} or {@code PENDING_CLOSURE}
     */
    public record Member(String id, String name, String status) {}

    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Adds an active account. */
    public Organization add(String id, String name) {
        return add(id, name, "ACTIVE");
    }

    /** Adds an account. */
    public Organization add(String id, String name, String status) {
        members.add(new Member(id, name, status));
        return this;
    }

    /** The account that pays. */
    public String managementAccount() {
        return managementAccount;
    }

    /** Makes another account the one that pays; it becomes a member if it is none. */
    public Organization managedBy(String id) {
        managementAccount = id;
        if (members.stream().noneMatch(member -> member.id().equals(id))) {
            add(id, "management");
        }
        return this;
    }

    /** No account is in an organization from now on. */
    public void remove() {
        removed = true;
    }

    boolean has(String account) {
        return !removed && members.stream().anyMatch(member -> member.id().equals(account));
    }
}
