package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that a server carries out, under an operator's own name. */
abstract class ServerCommand implements Callable<Integer> {
    @Mixin private ServerOptions options;

    @Option(names = "--json", description = "Show the answer as one JSON object on one line.")
    private boolean json;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ServerCommand() {}

    /** Asks the server; returns its answer. */
    abstract SupportClient.Reply ask(SupportClient client) throws IOException;

    /** Asks for what follows an answer; returns null where that was all. */
    SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        return null;
    }

    /** What can be told to somebody who does not know whether it was done. */
    String whenAway() {
        return "Ask again.";
    }

    @Override
    public final Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (SupportClient client = client()) {
            SupportClient.Reply reply = ask(client);
            while (reply.isOk()) {
                spec.commandLine().getOut().println(shown(reply.body().path("data")));
                SupportClient.Reply next = askOn(client, reply);
                if (next == null) {
                    return ExitCodes.OK;
                }
                reply = next;
            }
            err.println(problem(reply));
            if (reply.isAway()) {
                err.println(whenAway());
            }
            return reply.isAway() ? ExitCodes.UNAVAILABLE : ExitCodes.PROBLEMS;
        } catch (IOException e) {
            err.println("The server " + options.server() + " cannot be reached: " + e);
            err.println(whenAway());
            return ExitCodes.UNAVAILABLE;
        }
    }

    /** The command as it was parsed, to tell what is wrong with it or beside its answer. */
    final CommandSpec spec() {
        return spec;
    }

    private SupportClient client() {
        try {
            return new SupportClient(options.server(), options.operator(), options.credential());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the answer as people read it; may be more than one line. */
    String forPeople(JsonNode data) {
        return data.toPrettyString();
    }

    private String shown(JsonNode data) {
        return Printable.of(json ? data.toString() : forPeople(data));
    }

    private static String problem(SupportClient.Reply reply) {
        JsonNode body = reply.body();
        if (!body.path("code").isTextual()) {
            return "The server answered " + reply.status() + ".";
        }
        List<String> roles = texts(body.path("roles"));
        List<String> lines = new ArrayList<>();
        lines.add(
                body.path("code").asText()
                        + ": "
                        + body.path("detail").asText()
                        + (roles.isEmpty() ? "" : " Those are: " + String.join(", ", roles) + "."));
        lines.addAll(texts(body.path("problems")));
        lines.addAll(texts(body.path("losses")));
        return Printable.of(String.join(System.lineSeparator(), lines));
    }

    private static List<String> texts(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asText).toList();
    }
}
