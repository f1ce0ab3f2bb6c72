package com.luckyfunatic.server.token;

import com.luckyfunatic.engine.account.Ban;

/** What was found where a caller's token should be. */
public sealed interface TokenCheck {
    /** No token was sent. */
    record Missing() implements TokenCheck {}

    /** The token is good. */
    record Valid(TokenAuthentication authentication) implements TokenCheck {}

    /** The token is one of the platform's. */
    record Platform() implements TokenCheck {}

    /** It is no token, but an operator's credential. */
    record Staff(OperatorAuthentication authentication) implements TokenCheck {}

    /** The token was ours and its time is over, or its login was ended. */
    record Expired(TokenAuthentication authentication) implements TokenCheck {}

    /** The token is ours or was, but its player's account was deleted. */
    record Erased() implements TokenCheck {}

    /** The token is not ours, damaged or not yet valid. */
    record Invalid() implements TokenCheck {}

    /** The token is good, but its player is banned. */
    record Banned(Ban ban) implements TokenCheck {}

    TokenCheck MISSING = new Missing();
    TokenCheck PLATFORM = new Platform();
    TokenCheck ERASED = new Erased();
    TokenCheck INVALID = new Invalid();
}
