package io.curlake.jobs.discovery.collect;

import io.curlake.jobs.discovery.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a look at one type in one place found, and what it was not allowed to see of it. */
public final class Found {
    private final List<Resource> resources = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    /** A call about a resource that failed. */
    public record Unseen(String action, AwsServiceException reason) {}

    public void add(Resource.Builder resource) {
        resources.add(resource.build());
    }

    public List<Resource> resources() {
        return resources;
    }

    public List<Unseen> unseen() {
        return unseen;
    }

    /**
     * Asks for something about resources that are found anyway.
     *
     * @param action the right that it takes
     * @return empty where it could not be seen
     */
    public <T> Optional<T> detail(String action, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AwsServiceException e) {
            unseen.add(new Unseen(action, e));
            return Optional.empty();
        }
    }

    /** The same of something that need not be there: {@code otherwise} is what its absence means. */
    public <T> Optional<T> detail(String action, Supplier<T> call, T otherwise, String... absent) {
        return detail(action, () -> {
            try {
                return call.get();
            } catch (AwsServiceException e) {
                if (e.awsErrorDetails() != null
                        && Set.of(absent).contains(e.awsErrorDetails().errorCode())) {
                    return otherwise;
                }
                throw e;
            }
        });
    }
}
