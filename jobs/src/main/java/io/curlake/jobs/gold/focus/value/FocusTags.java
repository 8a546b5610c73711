package io.curlake.jobs.gold.focus.value;

import io.curlake.jobs.cost.StaticCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a charge. Tags that users give to resources keep their keys; those of AWS and of other origins have a prefix
 * each: {@code aws:createdBy}, {@code aws:tags:CostCategory/Team}. The column {@code tags} is preferred for every origin it
 * holds, as its keys are not normalized. Source: AWS's change notes of FOCUS 1.2; whether its keys keep {@code user:} is
 * not documented, both are understood.
 */
public final class FocusTags {
    private static final StaticCall CALL = new StaticCall(
            FocusTags.class,
            "merged",
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
            StaticCall.Nulls.ARE_PASSED);

    private static final UTF8String NOTHING = UTF8String.fromString("");
    private static final UTF8String OF_RESOURCE = UTF8String.fromString("resourceTags/");
    private static final UTF8String OF_COST_CATEGORY = UTF8String.fromString("costCategory/");
    private static final List<UTF8String> OTHER_ORIGINS = List.of(
            UTF8String.fromString("accountTag/"),
            UTF8String.fromString("userAttribute/"),
            UTF8String.fromString("iamPrincipal/"));
    private static final UTF8String COST_CATEGORY = UTF8String.fromString("aws:tags:CostCategory/");
    private static final UTF8String AWS = UTF8String.fromString("aws:");
    private static final UTF8String AWS_NORMALIZED = UTF8String.fromString("aws_");
    private static final UTF8String USER = UTF8String.fromString("user:");
    private static final UTF8String USER_NORMALIZED = UTF8String.fromString("user_");

    private FocusTags() {}

    /** NULL where there are none. */
    public static Column of(Column resourceTags, Column tags, Column costCategory) {
        return CALL.of(resourceTags, tags, costCategory);
    }

    /** Called by Spark. */
    public static @Nullable MapData merged(
            @Nullable MapData resourceTags, @Nullable MapData tags, @Nullable MapData costCategory) {
        Map<UTF8String, UTF8String> found = new LinkedHashMap<>();
        addRaw(tags, found);
        if (!holds(tags, OF_RESOURCE)) {
            add(resourceTags, NOTHING, found);
        }
        if (!holds(tags, OF_COST_CATEGORY)) {
            add(costCategory, COST_CATEGORY, found);
        }
        return found.isEmpty()
                ? null
                : new ArrayBasedMapData(
                        new GenericArrayData(found.keySet().toArray()),
                        new GenericArrayData(found.values().toArray()));
    }

    private static void addRaw(@Nullable MapData tags, Map<UTF8String, UTF8String> found) {
        if (tags == null) {
            return;
        }
        ArrayData keys = tags.keyArray();
        ArrayData values = tags.valueArray();
        for (int i = 0; i < tags.numElements(); i++) {
            put(found, rawKey(keys.getUTF8String(i)), values, i);
        }
    }

    private static UTF8String rawKey(UTF8String key) {
        if (key.startsWith(OF_RESOURCE)) {
            return resourceKey(after(OF_RESOURCE, key));
        }
        if (key.startsWith(OF_COST_CATEGORY)) {
            return UTF8String.concat(COST_CATEGORY, after(OF_COST_CATEGORY, key));
        }
        return OTHER_ORIGINS.stream().anyMatch(key::startsWith) ? UTF8String.concat(AWS, key) : resourceKey(key);
    }

    private static void add(@Nullable MapData map, UTF8String prefix, Map<UTF8String, UTF8String> found) {
        if (map == null) {
            return;
        }
        ArrayData keys = map.keyArray();
        ArrayData values = map.valueArray();
        for (int i = 0; i < map.numElements(); i++) {
            UTF8String key = keys.getUTF8String(i);
            put(found, prefix.numBytes() == 0 ? resourceKey(key) : UTF8String.concat(prefix, key), values, i);
        }
    }

    private static UTF8String resourceKey(UTF8String key) {
        if (key.startsWith(USER) || key.startsWith(USER_NORMALIZED)) {
            return after(USER, key);
        }
        return key.startsWith(AWS_NORMALIZED) ? UTF8String.concat(AWS, after(AWS, key)) : key;
    }

    /** An empty value is how AWS delivers that there is none. */
    private static void put(Map<UTF8String, UTF8String> found, UTF8String key, ArrayData values, int i) {
        if (!values.isNullAt(i) && values.getUTF8String(i).numBytes() > 0) {
            found.putIfAbsent(key, values.getUTF8String(i));
        }
    }

    private static boolean holds(@Nullable MapData tags, UTF8String prefix) {
        if (tags == null) {
            return false;
        }
        ArrayData keys = tags.keyArray();
        for (int i = 0; i < tags.numElements(); i++) {
            if (keys.getUTF8String(i).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static UTF8String after(UTF8String prefix, UTF8String key) {
        return key.substring(prefix.numBytes(), key.numChars());
    }
}
