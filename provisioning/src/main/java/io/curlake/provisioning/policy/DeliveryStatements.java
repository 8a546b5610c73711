package io.curlake.provisioning.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.Partition;
import java.util.List;

/**
 * What a bucket must allow so that AWS can deliver, for one payer account. The account stands in the Sids: a bucket
 * takes the exports of several payers, and each has statements of its own.
 */
public final class DeliveryStatements {
    private DeliveryStatements() {}

    /**
     * The statements for one kind of export. Writing is all that Data Exports need; reading the policy is what AWS's
     * console granted for years beside it, and what a legacy report is refused without.
     */
    public static List<Statement> of(Partition partition, AccountId payer, String bucket, ExportKind kind) {
        String arn = "arn:" + partition + ":s3:::" + bucket;
        String source = kind.arnRoot(partition, payer) + "*";
        return List.of(
                statement(new Grant("Check", checks(kind), arn), source, payer, kind),
                statement(new Grant("", List.of("s3:PutObject"), arn + "/*"), source, payer, kind));
    }

    private static List<String> checks(ExportKind kind) {
        return switch (kind) {
            case DATA_EXPORT -> List.of("s3:GetBucketPolicy");
            case LEGACY_REPORT -> List.of("s3:GetBucketAcl", "s3:GetBucketPolicy");
        };
    }

    private record Grant(String word, List<String> actions, String resource) {}

    private static Statement statement(Grant grant, String source, AccountId payer, ExportKind kind) {
        ObjectNode statement = PolicyJson.nodes().objectNode();
        statement.put("Sid", "Curlake" + kind.word() + grant.word() + payer);
        statement.put("Effect", "Allow");
        statement.putObject("Principal").put("Service", kind.principal());
        if (grant.actions().size() == 1) {
            statement.put("Action", grant.actions().get(0));
        } else {
            grant.actions().forEach(statement.withArray("Action")::add);
        }
        statement.put("Resource", grant.resource());
        ObjectNode condition = statement.putObject("Condition");
        condition.putObject("ArnLike").put("aws:SourceArn", source);
        condition.putObject("StringEquals").put("aws:SourceAccount", payer.value());
        return Statement.of(statement);
    }
}
