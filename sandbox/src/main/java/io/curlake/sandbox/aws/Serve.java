package io.curlake.sandbox.aws;

import java.nio.file.Path;

/** Runs a stand-in for trying things by hand, until it is interrupted. */
public final class Serve {
    private Serve() {}

    /** @param args the directory of the buckets */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            System.err.println("Cannot serve: the directory of the buckets is missing. Name it as the only argument.");
            System.exit(2);
        }
        try (AwsStandIn aws = AwsStandIn.start(Path.of(args[0]))) {
            System.out.print(environment(aws));
            Thread.currentThread().join();
        }
    }

    /** What a shell has to set so that AWS's clients talk to the stand-in. */
    static String environment(AwsStandIn aws) {
        return """
                export AWS_ENDPOINT_URL=%s
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_REGION=us-east-1
                """.formatted(aws.endpoint(), aws.accessKey(), aws.secretKey());
    }
}
