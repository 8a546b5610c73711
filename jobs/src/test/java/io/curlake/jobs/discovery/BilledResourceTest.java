package io.curlake.jobs.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilledResourceTest {
    @ParameterizedTest
    @CsvSource({
        "i-0a1b2c3d, INSTANCE",
        "vol-0a1b2c3d, VOLUME",
        "snap-0a1b2c3d, SNAPSHOT",
        "ami-0a1b2c3d, IMAGE",
        "eipalloc-0a1b2c3d, ELASTIC_IP",
        "eni-0a1b2c3d, NETWORK_INTERFACE",
        "nat-0a1b2c3d, NAT_GATEWAY",
        "vpce-0a1b2c3d, VPC_ENDPOINT",
        "arn:aws:ec2:eu-west-1:111122223333:instance/i-0a, INSTANCE",
        "arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a, VOLUME",
        "arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0a, SNAPSHOT",
        "arn:aws:ec2:eu-west-1::image/ami-0a, IMAGE",
        "arn:aws:ec2:eu-west-1:111122223333:elastic-ip/eipalloc-0a, ELASTIC_IP",
        "arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-0a, NETWORK_INTERFACE",
        "arn:aws-cn:ec2:cn-north-1:111122223333:natgateway/nat-0a, NAT_GATEWAY",
        "arn:aws-us-gov:ec2:us-gov-west-1:111122223333:vpc-endpoint/vpce-0a, VPC_ENDPOINT",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc, LOAD_BALANCER",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/50dc, LOAD_BALANCER",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/gwy/fw/50dc, LOAD_BALANCER",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old-web, CLASSIC_LOAD_BALANCER",
        "arn:aws:rds:eu-west-1:111122223333:db:orders, DATABASE_INSTANCE",
        "arn:aws:rds:eu-west-1:111122223333:cluster:cluster-0AB, DATABASE_CLUSTER",
        "arn:aws:rds:eu-west-1:111122223333:snapshot:rds:orders-2026-10-31, DATABASE_SNAPSHOT",
        "arn:aws:elasticache:eu-west-1:111122223333:cluster:sessions-001, CACHE_CLUSTER",
        "arn:aws:es:eu-west-1:111122223333:domain/logs, SEARCH_DOMAIN",
        "arn:aws:redshift:eu-west-1:111122223333:cluster:dwh, REDSHIFT_CLUSTER",
        "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a, FILE_SYSTEM",
        "arn:aws:lambda:eu-west-1:111122223333:function:resize, FUNCTION",
        "arn:aws:ecs:eu-west-1:111122223333:cluster/web, ECS_CLUSTER",
        "arn:aws:eks:eu-west-1:111122223333:cluster/web, EKS_CLUSTER",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/carts, TABLE",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/acme/web, LOG_GROUP",
        "arn:aws:s3:::acme-logs, BUCKET",
    })
    void theIdSaysWhatItIs(String id, ResourceType type) {
        assertThat(BilledResource.typeOf(id, "")).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme-logs",
                "i-",
                "i-0a1b2c3d/eth0",
                "arn:aws:ec2:eu-west-1:111122223333:dedicated-host/h-0a",
                "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:orders",
                "arn:aws:ecs:eu-west-1:111122223333:task/web/0a",
                "arn:aws:dynamodb:eu-west-1:111122223333:table/carts/stream/2026-01-01T00:00:00.000",
                "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
                "arn:aws:s3:::acme-logs/key",
            })
    void discoveryLooksForNothingElse(String id) {
        assertThat(BilledResource.typeOf(id, "AmazonEC2")).isEmpty();
    }

    @Test
    void aPlainNameIsABucketWhereS3BillsIt() {
        assertThat(BilledResource.typeOf("acme.logs", "AmazonS3")).hasValue(ResourceType.BUCKET);
        assertThat(BilledResource.typeOf("i-0a", "AmazonS3")).hasValue(ResourceType.BUCKET);
        assertThat(BilledResource.typeOf("arn:aws:s3:eu-west-1:111122223333:accesspoint/logs", "AmazonS3"))
                .isEmpty();
    }

    @Test
    void anArnSaysWhereItIs() {
        assertThat(BilledResource.regionOf("arn:aws:kinesis:eu-west-1:111122223333:stream/clicks"))
                .hasValue("eu-west-1");
        assertThat(BilledResource.regionOf("arn:aws:logs:eu-west-1:111122223333:log-group:/acme/web:*"))
                .hasValue("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i-0a", "acme-logs", "arn:aws:s3:::acme-logs", "arn:aws:ec2", "urn:a:b:c:d:e"})
    void whatNamesNoRegionIsOfNone(String id) {
        assertThat(BilledResource.regionOf(id)).isEmpty();
    }
}
