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

    /**
     * A name is of one category: AWS names a product by its product code, the price list's service code differs for data
     * transfer of it. Where data transfer has its own name, it has its own category.
     */
    static Map<String, Column> service() {
        Column product = Given.text(LineItemColumn.LINE_ITEM_PRODUCT_CODE);
        Column name = Given.attribute("product_name");
        Column service =
                when(name.equalTo("AWS Data Transfer"), "AWSDataTransfer").otherwise(product);
        Column subcategory = Facts.subcategory(service);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(
                "ServiceName",
                coalesce(
                        name,
                        product,
                        Given.text(LineItemColumn.PRODUCT_SERVICECODE),
                        Given.text(LineItemColumn.BILL_BILLING_ENTITY),
                        lit("AWS")));
        columns.put("ServiceSubcategory", subcategory);
        columns.put("ServiceCategory", Facts.category(subcategory));
        columns.put("x_ServiceCode", product);
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
