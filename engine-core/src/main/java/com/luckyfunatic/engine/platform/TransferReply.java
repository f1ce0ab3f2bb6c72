package com.luckyfunatic.engine.platform;

/** What the platform says of a transfer, or what its silence means. */
public sealed interface TransferReply {
    /** It has it. */
    record Confirmed() implements TransferReply {}

    /** It will never take it. */
    record Refused(String reason) implements TransferReply {}

    /** It has never heard of it; only to a question. */
    record NeverArrived() implements TransferReply {}

    /** The request surely did not leave. */
    record NotSent(String reason) implements TransferReply {}

    /** Anything else: no answer, an answer that cannot be understood, a failure there. */
    record Unclear(String reason) implements TransferReply {}
}
