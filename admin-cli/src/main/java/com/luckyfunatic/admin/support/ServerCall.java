package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.ServerDialog;
import com.luckyfunatic.admin.server.ServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that a server carries out, under an operator's own name. */
abstract class ServerCall implements Callable<Integer> {
    @Mixin private ServerOptions options;

    @Option(names = "--json", description = "Show the answer as one JSON object on one line.")
    private boolean json;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ServerCall() {}

    /** Asks the server; returns the exit code. */
    final int hold(Exchange exchange) {
        return new ServerDialog(spec, options, json).hold(exchange);
    }

    /** The command as it was parsed, to tell what is wrong with it or beside its answer. */
    final CommandSpec spec() {
        return spec;
    }
}
