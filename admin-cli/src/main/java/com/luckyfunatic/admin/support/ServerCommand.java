package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.server.Exchange;

/** A command whose questions to the server are its own. */
abstract class ServerCommand extends ServerCall implements Exchange {
    @Override
    public final Integer call() {
        return hold(this);
    }
}
