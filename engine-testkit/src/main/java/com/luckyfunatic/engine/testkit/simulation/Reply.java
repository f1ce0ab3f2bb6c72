package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Answer;

/** What a server says. */
sealed interface Reply {
    /** It is decided. */
    record Answered(Answer answer) implements Reply {}

    /** It was not tried, and nothing is known of it. */
    record NotTried() implements Reply {}

    /** Nobody knows: it is to be repeated. */
    record Unknown() implements Reply {}
}
