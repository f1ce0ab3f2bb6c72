package com.luckyfunatic.server.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sign-ins that failed under the name of an operator who is known, as they stand in the record: the
 * first of each kind, and then one in {@value #MINUTES} minutes. What is recorded is never deleted,
 * so strangers must not be able to fill it; the log has each of them. Thread-safe; calls block on
 * the storage.
 */
@Singleton
final class RefusedSignIns {
    /** Under which word they are recorded. */
    static final String SIGN_IN = "sign_in";

    static final int MINUTES = 10;

    /** More than there are operators. */
    private static final int REMEMBERED_MAX = 10_000;

    /** Why somebody was not let in. */
    enum Why {
        /** The credential is another one. */
        CREDENTIAL_WRONG,
        /** The credential is right, and the operator is disabled. */
        OPERATOR_DISABLED
    }

    private record Refusal(OperatorName operator, Why why) {}

    private final SupportAudit audit;
    private final Cache<Refusal, Boolean> recorded;

    RefusedSignIns(SupportAudit audit, InstantSource clock) {
        this.audit = audit;
        recorded =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_MAX)
                        .expireAfterWrite(Duration.ofMinutes(MINUTES))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .executor(Runnable::run)
                        .build();
    }

    /** Records that somebody was not let in as {@code operator}, unless that was just recorded. */
    void note(OperatorName operator, Why why) {
        // What cannot be recorded is not remembered as recorded.
        var _ =
                recorded.get(
                        new Refusal(operator, why),
                        _ -> {
                            audit.record(
                                    operator,
                                    SIGN_IN,
                                    null,
                                    null,
                                    ActionOutcome.REFUSED,
                                    why.name().toLowerCase(Locale.ROOT));
                            return true;
                        });
    }
}
