package io.curlake.sandbox.aws.identity;

import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Signature;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access keys and whose they are: one user's, and those of the roles that were assumed. */
public final class Keys {
    private final String userKey;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile String account;

    public Keys(String userKey, String account) {
        this.userKey = userKey;
        this.account = account;
    }

    /** The account of the user. */
    public String account() {
        return account;
    }

    /** Sets the account of the user. */
    public void account(String id) {
        account = id;
    }

    /** The caller that signed; empty where nobody has the key. */
    public Optional<Caller> caller(Signature signature) {
        String key = signature.accessKey();
        if (key.equals(userKey)) {
            String arn = "arn:" + signature.partition() + ":iam::" + account + ":user/sandbox";
            return Optional.of(new Caller(account, arn, signature.region(), key));
        }
        return Optional.ofNullable(sessions.get(key))
                .map(session -> new Caller(session.account(), session.arn(), signature.region(), key));
    }

    /** Opens a session; its key from then on signs for the role's account. */
    String open(Session session) {
        String key = "ASSUMED" + session.account() + String.format("%05d", numbers.incrementAndGet());
        sessions.put(key, session);
        return key;
    }

    /** A role that was assumed. */
    record Session(String account, String arn) {}
}
