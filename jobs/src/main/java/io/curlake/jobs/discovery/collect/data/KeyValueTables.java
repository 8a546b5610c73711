package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** DynamoDB tables. */
public final class KeyValueTables implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.TABLE;
    }

    @Override
    public void collect(Place place, Found found) {
        DynamoDbClient client = place.client(DynamoDbClient.builder());
        client.listTablesPaginator().tableNames().forEach(name -> {
            String arn = place.arn("dynamodb", "table/" + name);
            Resource.Builder resource = place.resource(ResourceType.TABLE, arn).name(name);
            found.detail(
                            "dynamodb:DescribeTable",
                            () -> client.describeTable(request -> request.tableName(name))
                                    .table())
                    .ifPresent(table -> describe(resource, table));
            found.detail("dynamodb:ListTagsOfResource", () -> tags(client, arn))
                    .ifPresent(tags -> tags.forEach(tag -> resource.tag(tag.key(), tag.value())));
            found.add(resource);
        });
    }

    /** The SDK has no pages for it. */
    private static List<Tag> tags(DynamoDbClient client, String arn) {
        List<Tag> tags = new ArrayList<>();
        ListTagsOfResourceResponse page = client.listTagsOfResource(request -> request.resourceArn(arn));
        tags.addAll(page.tags());
        while (page.nextToken() != null) {
            String next = page.nextToken();
            page = client.listTagsOfResource(request -> request.resourceArn(arn).nextToken(next));
            tags.addAll(page.tags());
        }
        return tags;
    }

    /** A table that never was on demand has no summary of its billing mode. */
    private static void describe(Resource.Builder resource, TableDescription table) {
        resource.state(table.tableStatusAsString())
                .created(table.creationDateTime())
                .with(
                        Attribute.BILLING_MODE,
                        table.billingModeSummary() == null
                                ? BillingMode.PROVISIONED
                                : table.billingModeSummary().billingModeAsString())
                .with(
                        Attribute.TABLE_CLASS,
                        table.tableClassSummary() == null
                                ? "STANDARD"
                                : table.tableClassSummary().tableClassAsString())
                .with(Metric.SIZE_BYTES, table.tableSizeBytes())
                .with(Metric.OBJECTS, table.itemCount());
        if (table.provisionedThroughput() != null) {
            resource.with(Attribute.READ_CAPACITY, table.provisionedThroughput().readCapacityUnits())
                    .with(
                            Attribute.WRITE_CAPACITY,
                            table.provisionedThroughput().writeCapacityUnits());
        }
    }
}
