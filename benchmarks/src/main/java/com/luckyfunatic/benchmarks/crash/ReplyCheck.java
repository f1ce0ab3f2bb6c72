package com.luckyfunatic.benchmarks.crash;

import java.util.Set;

/** Reads answers and takes note of those that no request of ours should get. */
final class ReplyCheck {
    /** Carried out; already claimed or active; refused by a rule. */
    private static final Set<Integer> EXPECTED = Set.of(200, 409, 422);

    private ReplyCheck() {}

    /** Returns what {@code reply} says. */
    static Outcome read(Intent intent, Reply reply, Tally tally) {
        if (!EXPECTED.contains(reply.status())) {
            return unexpected(intent, reply, tally);
        }
        try {
            return AnswerReader.read(intent.kind(), reply);
        } catch (IllegalArgumentException e) {
            return unexpected(intent, reply, tally);
        }
    }

    private static Outcome unexpected(Intent intent, Reply reply, Tally tally) {
        tally.add(
                new Violation(
                        Violation.Kind.UNEXPECTED,
                        intent.telegramId(),
                        intent.id(),
                        intent + " was answered with " + reply));
        return new Outcome("unexpected " + reply.status(), reply.hit(), null);
    }
}
