package com.luckyfunatic.engine;

/** How a command ended, as the caller sees it. */
public sealed interface Outcome {
    /** It was carried out. */
    record Accepted(Result result) implements Outcome {}

    /** The rules did not allow it; nothing changed. */
    record Refused(Refusal reason) implements Outcome {}

    /** The operation id was used before for another command; nothing changed. */
    record OperationIdReused() implements Outcome {}
}
