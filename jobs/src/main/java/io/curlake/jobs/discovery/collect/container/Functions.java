package io.curlake.jobs.discovery.collect.container;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Lambda functions. */
public final class Functions implements Collector {
    /** 2026-10-01T12:00:00.000+0000. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");

    @Override
    public ResourceType type() {
        return ResourceType.FUNCTION;
    }

    @Override
    public void collect(Place place, Found found) {
        LambdaClient client = place.client(LambdaClient.builder());
        client.listFunctionsPaginator().functions().forEach(function -> {
            Resource.Builder resource = resource(place, function);
            found.detail(
                            "lambda:ListTags",
                            () -> client.listTags(request -> request.resource(function.functionArn()))
                                    .tags())
                    .ifPresent(tags -> tags.forEach(resource::tag));
            found.add(resource);
        });
    }

    private static Resource.Builder resource(Place place, FunctionConfiguration function) {
        return place.resource(ResourceType.FUNCTION, function.functionArn())
                .name(function.functionName())
                .with(Attribute.PLATFORM, function.runtimeAsString())
                .with(Attribute.PACKAGE_TYPE, function.packageTypeAsString())
                .with(Attribute.MEMORY_MIB, function.memorySize())
                .with(Attribute.ARCHITECTURE, function.architecturesAsStrings())
                .with(
                        Attribute.LAST_MODIFIED,
                        function.lastModified() == null ? null : Instant.from(TIME.parse(function.lastModified())));
    }
}
