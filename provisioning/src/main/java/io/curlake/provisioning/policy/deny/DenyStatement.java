package io.curlake.provisioning.policy.deny;

import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One Deny statement against the requests of a delivery. It applies where principal, action, resource and conditions do. */
final class DenyStatement {
    private final Statement statement;
    private final Delivery delivery;
    private final DeliveryContext context;

    DenyStatement(Statement statement, Delivery delivery, DeliveryContext context) {
        this.statement = statement;
        this.delivery = delivery;
        this.context = context;
    }

    DenyVerdict verdict() {
        List<DenyVerdict> verdicts =
                requests(delivery).stream().map(this::verdict).toList();
        return first(verdicts, DenyVerdict.Blocks.class)
                .or(() -> first(verdicts, DenyVerdict.Undecided.class))
                .orElseGet(() -> verdicts.get(0));
    }

    /** A call of AWS's, and what it is about. */
    private record Request(String action, Possibility resource, String thing) {}

    /** What one part of the statement says of a request, and how to say that it does not apply. */
    private record Part(Truth applies, String name, String otherwise) {}

    private static List<Request> requests(Delivery delivery) {
        String folder = delivery.bucketArn() + "/" + delivery.location().root();
        Request write = new Request("s3:PutObject", new Possibility.Under(folder), folder + "*");
        Possibility bucket = new Possibility.Text(delivery.bucketArn());
        // AWS makes a legacy report only where it may look at the bucket first.
        return delivery.kind() == ExportKind.DATA_EXPORT
                ? List.of(write)
                : List.of(
                        write,
                        new Request("s3:GetBucketAcl", bucket, delivery.bucketArn()),
                        new Request("s3:GetBucketPolicy", bucket, delivery.bucketArn()));
    }

    private DenyVerdict verdict(Request request) {
        List<Part> parts = parts(request);
        Optional<Part> otherwise =
                parts.stream().filter(part -> part.applies() == Truth.FALSE).findFirst();
        if (otherwise.isPresent()) {
            return new DenyVerdict.Passes(statement, otherwise.get().otherwise());
        }
        String open = parts.stream()
                .filter(part -> part.applies() == Truth.UNKNOWN)
                .map(Part::name)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            return new DenyVerdict.Undecided(
                    statement,
                    "may deny " + request.action() + " to " + delivery.kind().principal() + ", depending on " + open);
        }
        String conditions = parts.stream().skip(3).map(Part::name).collect(Collectors.joining(" and "));
        return new DenyVerdict.Blocks(
                statement,
                "denies " + request.action() + " to " + delivery.kind().principal()
                        + (conditions.isEmpty() ? "" : ": a delivery meets " + conditions));
    }

    private List<Part> parts(Request request) {
        List<Part> parts = new ArrayList<>();
        String principal = delivery.kind().principal();
        parts.add(new Part(Principals.of(statement, principal), "its Principal", "is not about " + principal));
        parts.add(new Part(
                Coverage.ofAction(statement, request.action()), "its Action", "does not deny " + request.action()));
        parts.add(new Part(
                Coverage.ofResource(statement, request.resource()), "its Resource", "is not about " + request.thing()));
        for (Condition condition : Condition.of(statement)) {
            parts.add(
                    new Part(condition.holds(context), condition.toString(), "a delivery does not meet " + condition));
        }
        return parts;
    }

    private static <T extends DenyVerdict> Optional<DenyVerdict> first(List<DenyVerdict> verdicts, Class<T> type) {
        return verdicts.stream().filter(type::isInstance).findFirst();
    }
}
