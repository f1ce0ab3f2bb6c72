package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.hot.HotContent;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * Commands that a script decides, stores and answers in one round trip, by the same rules as Java.
 * Thread-safe.
 */
public final class HotPlayers {
    /** In front of the results: that it was accepted, and the moment. */
    private static final int BEFORE_RESULTS = 2;

    /** How many releases of the content are kept ready: one is in force. */
    private static final int CONTENTS_MAX = 8;

    private final ScriptRunner runner;
    private final Function<HotCommand, Script> scripts;
    private final Partitions partitions;
    private final Keys keys;
    private final GameCodec codec;
    private final IntToLongFunction generations;
    private final PlayerFields fields = new PlayerFields();
    private final Map<Catalog, HotContent> contents = new ConcurrentHashMap<>();

    HotPlayers(
            ScriptRunner runner,
            Function<HotCommand, Script> scripts,
            Partitions partitions,
            Keys keys,
            GameCodec codec,
            IntToLongFunction generations) {
        this.runner = runner;
        this.scripts = scripts;
        this.partitions = partitions;
        this.keys = keys;
        this.codec = codec;
        this.generations = generations;
    }

    /** What came of a command. */
    public sealed interface Hot {
        /** It is carried out. */
        record Done(Answer answer) implements Hot {}

        /** Nothing has happened: read, decide in Java, commit. */
        record Fallback() implements Hot {}
    }

    private static final Hot FALLBACK = new Hot.Fallback();

    /** Returns {@code catalog} as scripts are told of it. */
    public HotContent content(Catalog catalog) {
        if (contents.size() > CONTENTS_MAX) {
            contents.clear();
        }
        return contents.computeIfAbsent(catalog, each -> new HotContent(each, codec));
    }

    /**
     * Carries out what {@code envelope} wants by the rules of {@code rules}, if it is one of the
     * simple and frequent cases.
     *
     * @throws StorageCorruptException when the stored player cannot be understood
     */
    public Hot execute(CommandEnvelope envelope, RuleHandler rules) {
        HotContent content = content(rules.catalog());
        HotCommand command = HotCommand.of(envelope, content);
        if (command == null) {
            return FALLBACK;
        }
        int partition = partitions.of(envelope.player());
        String[] scriptKeys = {
            keys.player(partition, envelope.player()),
            keys.generation(partition),
            keys.journal(partition),
            keys.dirty(partition),
            keys.touched(partition)
        };
        long generation = generations.applyAsLong(partition);
        List<String> reply =
                runner.run(
                        scripts.apply(command),
                        scriptKeys,
                        command.arguments(envelope, rules, content, generation));
        return switch (reply.getFirst()) {
            case "accepted" -> new Hot.Done(answer(command, reply));
            case "fallback", "absent", "outdated", "generation" -> FALLBACK;
            case "corrupt" ->
                    throw new StorageCorruptException(
                            "the numbers of player " + envelope.player() + " cannot be understood");
            default -> throw new IllegalStateException("a script answered " + reply.getFirst());
        };
    }

    private Answer answer(HotCommand command, List<String> reply) {
        int afterResults = BEFORE_RESULTS + command.results();
        Result result = command.result(reply.subList(BEFORE_RESULTS, afterResults));
        return new Answer(
                new Outcome.Accepted(result),
                fields.read(RedisPlayers.fieldsIn(reply, afterResults)),
                HotCommand.incomeIn(result),
                Long.parseLong(reply.get(1)),
                false);
    }
}
