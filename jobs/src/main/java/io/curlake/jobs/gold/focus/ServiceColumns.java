package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.gold.focus.value.Facts;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/** What was used: service, region, resource, and its tags. */
final class ServiceColumns {
    private ServiceColumns() {}

    /** A service has one name for a product code: data transfer of EC2 is a part of EC2. */
    static Map<String, Column> service() {
        Column code = Given.text(LineItemColumn.LINE_ITEM_PRODUCT_CODE);
        Column facts = Facts.service(code);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(
                "ServiceName",
                coalesce(
                        Given.attribute("product_name"),
                        code,
                        Given.text(LineItemColumn.PRODUCT_SERVICECODE),
                        Given.text(LineItemColumn.BILL_BILLING_ENTITY),
                        lit("AWS")));
        columns.put("ServiceCategory", facts.getField(Facts.CATEGORY));
        columns.put("ServiceSubcategory", facts.getField(Facts.SUBCATEGORY));
        columns.put("x_ServiceCode", code);
        return columns;
    }

    static Map<String, Column> place() {
        Column stated = coalesce(Given.text(LineItemColumn.PRODUCT_REGION_CODE), Given.attribute("region"));
        Column region = when(stated.notEqual("global"), stated);
        Column location = when(
                Given.text(LineItemColumn.PRODUCT_LOCATION_TYPE).equalTo("AWS Region"),
                Given.text(LineItemColumn.PRODUCT_LOCATION));
        return Map.of(
                "AvailabilityZone", Given.text(LineItemColumn.LINE_ITEM_AVAILABILITY_ZONE),
                "RegionId", region,
                "RegionName", when(region.isNotNull(), coalesce(Facts.regionName(region), location, region)));
    }

    /** A commitment is the resource of its own fees. */
    static Map<String, Column> resource() {
        Column isCommitment = CommitmentColumns.isCommitmentItself();
        Column given = Given.text(LineItemColumn.LINE_ITEM_RESOURCE_ID);
        Column id = when(isCommitment, CommitmentColumns.id()).otherwise(given);
        Column type = coalesce(
                Given.text(LineItemColumn.PRODUCT_PRODUCT_FAMILY),
                Given.text(LineItemColumn.PRODUCT_SERVICECODE),
                Given.text(LineItemColumn.LINE_ITEM_PRODUCT_CODE),
                lit("Resource"));
        Column name = coalesce(element_at(ChargeParts.TAGS, lit("Name")), element_at(ChargeParts.TAGS, lit("name")));
        return Map.of(
                "ResourceId",
                id,
                "ResourceName",
                when(id.isNotNull().and(name.notEqual(id)), name),
                "ResourceType",
                when(isCommitment, CommitmentColumns.type()).when(given.isNotNull(), type),
                "Tags",
                ChargeParts.TAGS);
    }
}
