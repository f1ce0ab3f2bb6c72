package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Printable;
import com.luckyfunatic.admin.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Asks a server under an operator's own name, and shows what it answers. */
public final class ServerDialog {
    private final CommandSpec spec;
    private final ServerOptions options;
    private final boolean isJson;

    /**
     * A dialog for the command {@code spec}.
     *
     * @param isJson whether answers are shown as one line of JSON each
     */
    public ServerDialog(CommandSpec spec, ServerOptions options, boolean isJson) {
        this.spec = spec;
        this.options = options;
        this.isJson = isJson;
    }

    /** Holds {@code talk}; returns the exit code. */
    public int hold(Talk talk) {
        PrintWriter err = spec.commandLine().getErr();
        try (SupportClient client = client()) {
            return talk.hold(client, this);
        } catch (RefusedException e) {
            return refused(talk, e.reply());
        } catch (NotFoundException e) {
            err.println(e.getMessage());
            return ExitCodes.PROBLEMS;
        } catch (IOException e) {
            err.println("The server " + options.server() + " cannot be reached: " + e);
            err.println(talk.whenAway());
            return ExitCodes.UNAVAILABLE;
        }
    }

    private int refused(Talk talk, SupportClient.Reply reply) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem(reply));
        if (reply.isAway()) {
            err.println(talk.whenAway());
        }
        return reply.isAway() ? ExitCodes.UNAVAILABLE : ExitCodes.PROBLEMS;
    }

    private SupportClient client() {
        try {
            return new SupportClient(options.server(), options.operator(), options.credential());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Shows an answer. */
    void show(Exchange exchange, JsonNode data) {
        PrintWriter out = spec.commandLine().getOut();
        if (exchange.isFile() && !isJson) {
            out.print(exchange.forPeople(data, OptionalInt.empty()));
            out.flush();
        } else {
            out.println(
                    isJson
                            ? Printable.json(data.toString())
                            : Printable.lines(
                                    exchange.forPeople(data, Terminal.of(spec).columns())));
        }
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
        return Printable.lines(String.join(System.lineSeparator(), lines));
    }

    private static List<String> texts(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asText).toList();
    }
}
