package com.luckyfunatic.server.error;

import com.luckyfunatic.engine.account.Ban;
import java.time.Instant;
import java.util.Map;

/** What a banned player is told. */
public final class BanProblem {
    private BanProblem() {}

    /** The answer to whoever {@code ban} is for: until when, but not why or by whom. */
    public static ProblemException of(Ban ban) {
        if (ban.isForEver()) {
            return new ProblemException(ProblemCode.BANNED, "you are banned for ever");
        }
        Instant until = Instant.ofEpochMilli(ban.untilMillis());
        return new ProblemException(ProblemCode.BANNED, "you are banned until " + until)
                .with(Map.of("until", until));
    }
}
