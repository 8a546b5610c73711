package io.curlake.jobs.discovery.collect.account;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;

/** The access keys of IAM users, and when they were last used; never the keys themselves. */
public final class AccessKeys implements Collector {
    private static final int SHOWN = 4;

    @Override
    public ResourceType type() {
        return ResourceType.ACCESS_KEY;
    }

    @Override
    public void collect(Place place, Found found) {
        IamClient client = place.client(IamClient.builder());
        client.listUsersPaginator()
                .users()
                .forEach(user -> client.listAccessKeysPaginator(request -> request.userName(user.userName()))
                        .accessKeyMetadata()
                        .forEach(key -> found.add(resource(place, key, lastUsed(client, key, found)))));
    }

    private static Optional<AccessKeyLastUsed> lastUsed(IamClient client, AccessKeyMetadata key, Found found) {
        return found.detail(
                "iam:GetAccessKeyLastUsed",
                () -> client.getAccessKeyLastUsed(request -> request.accessKeyId(key.accessKeyId()))
                        .accessKeyLastUsed());
    }

    /** The end of its id is enough to find it in the console. */
    private static Resource.Builder resource(Place place, AccessKeyMetadata key, Optional<AccessKeyLastUsed> use) {
        String id = key.accessKeyId();
        Resource.Builder resource = place.resource(ResourceType.ACCESS_KEY, id)
                .name(key.userName() + " …" + id.substring(Math.max(0, id.length() - SHOWN)))
                .state(key.statusAsString())
                .created(key.createDate())
                .with(Attribute.USER, key.userName());
        use.filter(used -> used.lastUsedDate() != null)
                .ifPresent(used -> resource.with(Attribute.LAST_USED, used.lastUsedDate())
                        .with(Attribute.LAST_USED_SERVICE, used.serviceName()));
        return use.isPresent() ? resource.with(Attribute.USE_IS_KNOWN, true) : resource;
    }
}
