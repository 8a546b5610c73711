package io.curlake.provisioning.policy.deny;

import io.curlake.provisioning.policy.ExportKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each condition key can be when AWS delivers, by its name in lower case. */
public final class DeliveryContext {
    /** Of principals that are users and roles, of their sessions, and of requests through a VPC endpoint. */
    private static final List<String> ABSENT = List.of(
            "aws:calledvia",
            "aws:calledviafirst",
            "aws:calledvialast",
            "aws:ec2instancesourceprivateipv4",
            "aws:ec2instancesourcevpc",
            "aws:federatedprovider",
            "aws:multifactorauthage",
            "aws:multifactorauthpresent",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceidentity",
            "aws:sourcevpc",
            "aws:sourcevpcarn",
            "aws:sourcevpce",
            "aws:tokenissuetime",
            "aws:username",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths",
            "aws:vpcsourceip");

    /** AWS does not say whether a service's own request has them; none names a customer's network, user or account. */
    private static final List<String> FOREIGN =
            List.of("aws:principalaccount", "aws:principalarn", "aws:sourceip", "aws:userid");

    private final Map<String, List<Possibility>> keys = new HashMap<>();

    /** For an export of this name, whatever id AWS gives it. */
    public static DeliveryContext of(Delivery delivery) {
        return new DeliveryContext(delivery, sourceArn(delivery));
    }

    /** For the one export or report on whose behalf AWS delivers. */
    public static DeliveryContext of(Delivery delivery, String sourceArn) {
        return new DeliveryContext(delivery, Possibility.oneOf(sourceArn));
    }

    private DeliveryContext(Delivery delivery, List<Possibility> sourceArn) {
        ABSENT.forEach(key -> keys.put(key, Possibility.absent()));
        FOREIGN.forEach(key -> keys.put(key, Possibility.foreignIfAny()));
        keys.put("aws:securetransport", Possibility.oneOf("true"));
        keys.put("s3:tlsversion", Possibility.oneOf("1.2", "1.3"));
        keys.put("aws:principalisawsservice", Possibility.oneOf("true"));
        keys.put("aws:principalservicename", Possibility.oneOf(delivery.kind().principal()));
        // True is for services that pass on a caller's request. Whether a delivery counts as one is not documented.
        keys.put("aws:viaawsservice", Possibility.oneOf("true", "false"));
        keys.put("aws:sourceaccount", Possibility.oneOf(delivery.payer().value()));
        keys.put("aws:sourcearn", sourceArn);
        keys.put("s3:x-amz-acl", List.of(new Possibility.Absent(), new Possibility.Text("bucket-owner-full-control")));
        keys.put(
                "aws:sourceorgid",
                delivery.organization()
                        .map(id -> List.<Possibility>of(new Possibility.Absent(), new Possibility.Text(id)))
                        .orElseGet(Possibility::foreignIfAny));
        if (delivery.organization().isEmpty()) {
            keys.put("aws:sourceorgpaths", Possibility.foreignIfAny());
        }
    }

    /** Empty where nothing is known. */
    List<Possibility> of(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.startsWith("aws:principaltag/") ? Possibility.absent() : keys.getOrDefault(name, List.of());
    }

    private static List<Possibility> sourceArn(Delivery delivery) {
        ExportKind kind = delivery.kind();
        String named = kind.arnRoot(delivery.partition(), delivery.payer())
                + delivery.location().name();
        return switch (kind) {
            case DATA_EXPORT -> List.of(new Possibility.Under(named + "-"));
            case LEGACY_REPORT -> List.of(new Possibility.Text(named), new Possibility.Under(named));
        };
    }
}
