package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;

/** How callers of commands are named to operators. */
final class ActorWords {
    private ActorWords() {}

    /** Returns {@code player}, or what kind of caller it was and its name. */
    static String of(Actor actor) {
        return switch (actor) {
            case Actor.Player _ -> "player";
            case Actor.Job(String name) -> "job:" + name;
            case Actor.Operator(String name) -> "operator:" + name;
        };
    }
}
