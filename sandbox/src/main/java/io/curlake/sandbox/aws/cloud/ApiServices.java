package io.curlake.sandbox.aws.cloud;

import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Service;
import io.curlake.sandbox.aws.wire.Signature;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All services that list what a {@link Cloud} has. */
public final class ApiServices {
    private final List<ApiService> services;
    private final Cloud cloud;
    private final Function<Signature, Optional<String>> account;

    /** @param account whose a signature is */
    public ApiServices(Cloud cloud, Function<Signature, Optional<String>> account) {
        this.cloud = cloud;
        this.account = account;
        this.services = cloud.models().all().stream()
                .map(model -> new ApiService(model, cloud))
                .toList();
    }

    /** The service that a call is signed for; S3 only where the account has buckets in the cloud. */
    public Optional<Service> of(Call call) {
        return Signature.of(call)
                .flatMap(signature -> services.stream()
                        .filter(service -> service.serves(signature.service(), call))
                        .filter(service -> !service.name().equals("s3") || listsBuckets(signature, call))
                        .map(service -> (Service) service)
                        .findFirst());
    }

    private boolean listsBuckets(Signature signature, Call call) {
        return call.method().equals("GET")
                && account.apply(signature).filter(cloud::knows).isPresent()
                && (call.path().equals("/")
                        || cloud.items(account.apply(signature).orElseThrow(), Cloud.GLOBAL, "s3:ListBuckets").stream()
                                .anyMatch(bucket -> call.path()
                                        .matches("/" + bucket.path("Name").asText() + "/?")));
    }
}
