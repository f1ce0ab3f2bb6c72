package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.SupportClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Makes a plan. */
@Command(
        name = "plan",
        description = {
            "See what a change would come to. Nothing changes yet: the answer shows what there is"
                    + " before and after it, the plan's name and hash, which carry it out, and what"
                    + " is needed next.",
            "",
            "Of a player: adjust_funds, adjust_items, ban, unban, end_logins, reset (the game"
                + " begins anew), restore (the game from before the last reset comes back). Of a"
                + " tournament: disqualify (with --player), cancel_tournament, replay_prize_run.",
            "",
            "Of a transfer of a player (with --player and --transfer): retry_transfer (it is sent,"
                    + " or the platform asked about it, now), confirm_transfer (you know that the"
                    + " platform has it), return_transfer (you know that it does not have it; the"
                    + " player has it back). Another person approves the last two.",
            "",
            "Of a follow-up of a player (with --player and --operation): drop_follow_up (it is"
                + " never carried out; what it would have brought is lost). Another person approves"
                + " it. Nothing is needed to have one tried again: that happens every second.",
            "",
            "Of a payment of a player in Telegram Stars (with --player and --charge): refund_stars"
                    + " (the Stars go back; what was given for them stays).",
            "",
            "With --execute it is carried out at once, if nobody else has to approve it: after the"
                    + " question whether what is shown is meant, or without one with --yes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin support plan --player 42 --action adjust_funds --currency jokers"
                    + " --amount 25 --reason-code lost_reward --reason 'ticket 81' --server"
                    + " https://game.example --operator ada --credential-file ada.txt",
            "  funatic admin support plan --player 42 --action reset --reason-code abuse --reason"
                    + " 'ticket 82' --server https://game.example --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin support plan --player 42 --transfer 9b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d"
                    + " --action return_transfer --reason-code correction --reason 'ticket 83:"
                    + " platform has none' --server https://game.example --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin support plan --player 42 --action unban --reason-code correction"
                    + " --reason 'ticket 84' --execute --server https://game.example --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin support plan --player 42 --operation '~friend:77' --action"
                    + " drop_follow_up --reason-code correction --reason 'ticket 86' --server"
                    + " https://game.example --operator ada --credential-file ada.txt",
            "  funatic admin support plan --player 42 --charge stxAbC81 --action refund_stars"
                    + " --reason-code compensation --reason 'ticket 85' --execute --server"
                    + " https://game.example --operator ada --credential-file ada.txt",
            "  funatic admin support plan --tournament spring_cup --action cancel_tournament"
                    + " --reason-code correction --reason 'wrong prizes' --server"
                    + " https://game.example --operator liv --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the plan is made, or carried out with --execute",
            "1:the server refused it; with --execute, too, where another person has to approve it,"
                    + " or the question was not answered by yes",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now; with --execute it may have been"
                    + " carried out"
        })
final class MakePlan extends ServerCall {
    /** About what. */
    static final class Target {
        @Option(names = "--player", paramLabel = "PLAYER", description = "The player's id.")
        private @Nullable String player;

        @Option(
                names = "--tournament",
                paramLabel = "TOURNAMENT",
                description = "The tournament's id.")
        private @Nullable String tournament;
    }

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Target target;

    @Option(names = "--action", paramLabel = "ACTION", required = true, description = "What.")
    private String action;

    @Option(names = "--currency", paramLabel = "CURRENCY", description = "funz or jokers.")
    private @Nullable String currency;

    @Option(names = "--item", paramLabel = "ITEM", description = "Which item.")
    private @Nullable String item;

    @Option(names = "--amount", paramLabel = "N", description = "How much; below zero to take.")
    private @Nullable Long amount;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "The end of a ban, such as 2027-01-31T12:00:00Z, or forever.")
    private @Nullable String until;

    @Option(
            names = "--transfer",
            paramLabel = "TRANSFER",
            description = "The id of a transfer to the platform.")
    private @Nullable String transfer;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "The operation id of a follow-up that waits.")
    private @Nullable String operation;

    @Option(
            names = "--charge",
            paramLabel = "CHARGE",
            description = "Telegram's name of a payment in Stars.")
    private @Nullable String charge;

    @Option(
            names = "--reason-code",
            paramLabel = "CODE",
            required = true,
            description =
                    "lost_reward, compensation, goodwill, correction, abuse, security or other.")
    private String code;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for those who look later; names no person.")
    private String reason;

    @Option(
            names = "--execute",
            description = "Carry it out at once, after a question, unless another has to approve.")
    private boolean isExecuted;

    @Option(names = "--yes", description = "With --execute: without the question, unseen.")
    private boolean isMeant;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    MakePlan() {}

    @Override
    public Integer call() {
        if (isMeant && !isExecuted) {
            throw new ParameterException(spec().commandLine(), "--yes goes with --execute.");
        }
        return hold(new PlanExchange(spec(), _ -> of(), change(), then()));
    }

    private PlanExchange.Then then() {
        if (!isExecuted) {
            return PlanExchange.Then.STOP;
        }
        return isMeant ? PlanExchange.Then.EXECUTE : PlanExchange.Then.ASK;
    }

    private String of() {
        String tournament = target.tournament;
        return tournament == null
                ? "players/" + SupportClient.part(String.valueOf(target.player))
                : "tournaments/" + SupportClient.part(tournament);
    }

    private JsonNode change() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
        put(body, "currency", currency);
        put(body, "itemId", item);
        put(body, "until", until);
        put(body, "transferId", transfer);
        put(body, "operationId", operation);
        put(body, "chargeId", charge);
        if (amount != null) {
            body.put("amount", amount);
        }
        body.put("reasonCode", code).put("reason", reason);
        if (target.tournament != null) {
            put(body, "playerId", target.player);
        }
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable String text) {
        if (text != null) {
            body.put(field, text);
        }
    }
}
