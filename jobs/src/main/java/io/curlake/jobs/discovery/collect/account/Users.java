package io.curlake.jobs.discovery.collect.account;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.User;

/** IAM users, and whether they may sign in to the console. */
public final class Users implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.USER;
    }

    @Override
    public void collect(Place place, Found found) {
        IamClient client = place.client(IamClient.builder());
        client.listUsersPaginator()
                .users()
                .forEach(user -> found.add(resource(place, user)
                        .with(
                                Attribute.HAS_PASSWORD,
                                found.detail(
                                                "iam:GetLoginProfile",
                                                () -> hasPassword(client, user),
                                                false,
                                                "NoSuchEntity")
                                        .orElse(null))));
    }

    private static boolean hasPassword(IamClient client, User user) {
        return client.getLoginProfile(request -> request.userName(user.userName()))
                        .loginProfile()
                != null;
    }

    /** ListUsers leaves tags out. */
    private static Resource.Builder resource(Place place, User user) {
        return place.resource(ResourceType.USER, user.arn())
                .name(user.userName())
                .created(user.createDate())
                .with(Attribute.PASSWORD_LAST_USED, user.passwordLastUsed());
    }
}
