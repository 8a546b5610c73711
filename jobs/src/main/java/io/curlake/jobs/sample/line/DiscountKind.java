package io.curlake.jobs.sample.line;

/** The negotiated discounts of the organization, by the key each has in the discount map. */
public enum DiscountKind {
    EDP("EdpDiscount"),
    PRIVATE_RATE("PrivateRateDiscount");

    private final String rawKey;
    private final String key;

    DiscountKind(String rawKey) {
        this.rawKey = rawKey;
        this.key = AthenaName.of(rawKey);
    }

    /** The key in legacy CUR. */
    public String rawKey() {
        return rawKey;
    }

    /** The key in CUR 2.0. */
    public String key() {
        return key;
    }
}
