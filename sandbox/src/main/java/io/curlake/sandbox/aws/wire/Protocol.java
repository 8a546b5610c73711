package io.curlake.sandbox.aws.wire;

/** How a service writes what all services have to say. */
public enum Protocol {
    /** AWS JSON 1.1. */
    JSON(
            "MissingAuthenticationTokenException",
            "InvalidSignatureException",
            "UnrecognizedClientException",
            "AccessDeniedException",
            "ThrottlingException"),
    /** The Query protocol. */
    QUERY("MissingAuthenticationToken", "SignatureDoesNotMatch", "InvalidClientTokenId", "AccessDenied", "Throttling"),
    /** EC2's own kind of the Query protocol. */
    EC2(
            "MissingAuthenticationToken",
            "SignatureDoesNotMatch",
            "AuthFailure",
            "UnauthorizedOperation",
            "RequestLimitExceeded"),
    /** REST with XML. */
    S3("AccessDenied", "AuthorizationHeaderMalformed", "InvalidAccessKeyId", "AccessDenied", "SlowDown");

    private static final String STS = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final String unsigned;
    private final String signedForAnother;
    private final String unknownKey;
    private final String denied;
    private final String throttled;

    Protocol(String unsigned, String signedForAnother, String unknownKey, String denied, String throttled) {
        this.unsigned = unsigned;
        this.signedForAnother = signedForAnother;
        this.unknownKey = unknownKey;
        this.denied = denied;
        this.throttled = throttled;
    }

    /** An error as this protocol answers it. */
    public Answer answer(AwsError error) {
        return switch (this) {
            case JSON -> error.json();
            case QUERY -> error.query(STS);
            case EC2 -> error.ec2();
            case S3 -> error.s3();
        };
    }

    /** A request without a signature. */
    public AwsError unsigned() {
        return new AwsError(403, unsigned, "Request is missing Authentication Token");
    }

    /** A request that is signed for another service or region. */
    public AwsError signedForAnother(String message) {
        return new AwsError(this == S3 ? 400 : 403, signedForAnother, message);
    }

    /** A request that is signed with a key that nobody has. */
    public AwsError unknownKey() {
        return new AwsError(403, unknownKey, "The security token included in the request is invalid.");
    }

    /** A request that the caller has no right to. */
    public AwsError denied(String message) {
        return new AwsError(this == JSON ? 400 : 403, denied, message);
    }

    /** A request too many. */
    public AwsError throttled() {
        return new AwsError(this == S3 || this == EC2 ? 503 : 400, throttled, "Rate exceeded");
    }
}
