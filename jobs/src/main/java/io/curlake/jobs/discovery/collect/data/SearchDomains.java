package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;

/** OpenSearch domains. AWS names them at once, without pages. */
public final class SearchDomains implements Collector {
    private static final int AT_ONCE = 5;

    @Override
    public ResourceType type() {
        return ResourceType.SEARCH_DOMAIN;
    }

    @Override
    public void collect(Place place, Found found) {
        OpenSearchClient client = place.client(OpenSearchClient.builder());
        List<String> names = client.listDomainNames(request -> {}).domainNames().stream()
                .map(DomainInfo::domainName)
                .toList();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
            List<DomainStatus> known = found.detail(
                            "es:DescribeDomains",
                            () -> client.describeDomains(request -> request.domainNames(some))
                                    .domainStatusList())
                    .orElse(List.of());
            some.forEach(name -> found.add(resource(place, client, name, known, found)));
        }
    }

    private static Resource.Builder resource(
            Place place, OpenSearchClient client, String name, List<DomainStatus> known, Found found) {
        String arn = place.arn("es", "domain/" + name);
        Resource.Builder resource =
                place.resource(ResourceType.SEARCH_DOMAIN, arn).name(name);
        known.stream().filter(domain -> domain.domainName().equals(name)).forEach(domain -> describe(resource, domain));
        found.detail(
                        "es:ListTags",
                        () -> client.listTags(request -> request.arn(arn)).tagList())
                .ifPresent(tags -> tags.forEach(tag -> resource.tag(tag.key(), tag.value())));
        return resource;
    }

    private static void describe(Resource.Builder resource, DomainStatus domain) {
        resource.state(Boolean.TRUE.equals(domain.deleted()) ? "deleted" : "active")
                .with(Attribute.ENGINE_VERSION, domain.engineVersion());
        if (domain.clusterConfig() != null) {
            resource.with(Attribute.INSTANCE_TYPE, domain.clusterConfig().instanceTypeAsString())
                    .with(Attribute.NODES, domain.clusterConfig().instanceCount());
        }
        if (domain.ebsOptions() != null) {
            resource.with(Attribute.STORAGE_GIB, domain.ebsOptions().volumeSize());
        }
    }
}
