package io.curlake.jobs.storage.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.TestStores;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/** Sees the requests that the job sends to S3, and replaces answers: S3 does what it was asked, and says that it did not. */
public final class S3Requests implements ExecutionInterceptor {
    private static final List<SdkRequest> SENT = new CopyOnWriteArrayList<>();
    private static final Map<Class<?>, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static volatile String versionId = "";

    private record Answer(int status, String code) {}

    /** A storage whose requests are seen, with new buckets of those names. */
    public static Storage seen(String... buckets) {
        Storage storage = TestStores.local();
        for (String bucket : buckets) {
            storage = TestStores.s3(bucket);
        }
        storage.settings().set("fs.s3a.audit.execution.interceptors", S3Requests.class.getName());
        return storage;
    }

    public static void forget() {
        SENT.clear();
        ANSWERS.clear();
        versionId = "";
    }

    /** From here on S3 answers as a bucket with versioning does: a look at an object tells its version id. */
    public static void versioned(String id) {
        versionId = id;
    }

    static void answer(Class<? extends SdkRequest> kind, int status, String code) {
        ANSWERS.put(kind, new Answer(status, code));
    }

    public static <R extends SdkRequest> List<R> sent(Class<R> kind) {
        return SENT.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SENT.add(context.request());
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Answer answer = ANSWERS.get(context.request().getClass());
        if (!versionId.isEmpty() && context.request() instanceof HeadObjectRequest) {
            return context.httpResponse().toBuilder()
                    .putHeader("x-amz-version-id", versionId)
                    .build();
        }
        return answer == null
                ? context.httpResponse()
                : context.httpResponse().toBuilder().statusCode(answer.status()).build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Answer answer = ANSWERS.get(context.request().getClass());
        return answer == null
                ? context.responseBody()
                : Optional.of(new ByteArrayInputStream(("<Error><Code>" + answer.code() + "</Code><Message>"
                                + answer.code() + "</Message><RequestId>sandbox</RequestId></Error>")
                        .getBytes(UTF_8)));
    }
}
