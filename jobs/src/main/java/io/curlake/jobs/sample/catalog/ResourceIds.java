package io.curlake.jobs.sample.catalog;

import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import java.util.Locale;

/** The forms in which AWS delivers resource ids: ARNs mostly, short ids for instances, volumes and buckets. */
final class ResourceIds {
    private ResourceIds() {}

    static String of(String kind, Region region, String accountId, Dice dice) {
        String arn = "arn:" + region.partition() + ":";
        String place = ":" + region.code() + ":" + accountId + ":";
        String name = dice.hex(8);
        return switch (kind) {
            case "instance" -> "i-" + dice.hex(17).replaceFirst("^.", "0");
            case "volume" -> "vol-0" + dice.hex(16);
            case "snapshot" -> arn + "ec2" + place + "snapshot/snap-0" + dice.hex(16);
            case "nat" -> arn + "ec2" + place + "natgateway/nat-0" + dice.hex(16);
            case "bucket" -> "acme-" + name + "-" + region.code();
            case "database" -> arn + "rds" + place + "db:acme-" + name;
            case "function" -> arn + "lambda" + place + "function:acme-" + name;
            case "table" -> arn + "dynamodb" + place + "table/acme-" + name;
            case "loggroup" -> arn + "logs" + place + "log-group:/acme/" + name;
            case "distribution" -> arn + "cloudfront::" + accountId + ":distribution/E" + name.toUpperCase(Locale.ROOT);
            case "loadbalancer" -> arn + "elasticloadbalancing" + place + "loadbalancer/app/acme/" + dice.hex(16);
            case "cluster" -> arn + "eks" + place + "cluster/acme-" + name;
            case "task" -> arn + "ecs" + place + "task/acme/" + dice.hex(32);
            case "queue" -> arn + "sqs" + place + "acme-" + name;
            case "topic" -> arn + "sns" + place + "acme-" + name;
            case "key" -> arn + "kms" + place + "key/" + dice.hex(32);
            case "secret" -> arn + "secretsmanager" + place + "secret:acme/" + name;
            case "zone" -> arn + "route53:::hostedzone/Z" + name.toUpperCase(Locale.ROOT);
            case "cache" -> arn + "elasticache" + place + "cluster:acme-" + name;
            case "filesystem" -> arn + "elasticfilesystem" + place + "file-system/fs-0" + dice.hex(16);
            case "stream" -> arn + "kinesis" + place + "stream/acme-" + name;
            case "warehouse" -> arn + "redshift" + place + "cluster:acme-" + name;
            case "job" -> arn + "glue" + place + "job/acme-" + name;
            case "none" -> "";
            default -> throw new IllegalStateException("no resource id for '" + kind + "'");
        };
    }
}
