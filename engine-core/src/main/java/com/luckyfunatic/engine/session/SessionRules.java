package com.luckyfunatic.engine.session;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.player.PlayerState;

/** The rules of sessions. Pure. */
public final class SessionRules {
    private SessionRules() {}

    /** Decides a command on sessions. */
    public static Decision decide(SessionCommand command, RuleContext context) {
        return switch (command) {
            case SessionCommand.LogIn(long session) ->
                    Decision.accepted(
                            Result.Done.DONE,
                            new SessionEvent.LoggedIn(session, context.nowMillis()));
        };
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, SessionEvent event) {
        return switch (event) {
            case SessionEvent.LoggedIn(long session, long at) ->
                    state.change()
                            .session(new SessionState(session, at))
                            .income(state.income().dueOnNextCommand())
                            .done();
        };
    }
}
