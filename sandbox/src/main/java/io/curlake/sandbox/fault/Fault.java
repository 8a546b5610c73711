package io.curlake.sandbox.fault;

/** What goes wrong with a request to S3. */
public enum Fault {
    /** 503: S3 asks for fewer requests, and does nothing. */
    SLOW_DOWN,
    /** The answer comes, but takes its time. */
    LATE,
    /** The connection is reset, and nothing is done. */
    RESET,
    /** The request is done, and the connection is reset before the answer: the client cannot know. */
    ANSWER_LOST,
    /** The connection ends in the middle of the body that the head of the answer announced. */
    PARTIAL_BODY
}
