package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A process that plays on an embedded storage and prints what was acknowledged, until it is killed.
 */
final class EmbeddedProcess implements AutoCloseable {
    private static final int CALLERS = 8;
    private static final GameCodec CODEC = new GameCodec();

    /** What the callers do, over and over, each under an operation id that begins with its name. */
    enum Kind {
        HARD,
        SOFT,
        REFUSED;

        Command command() {
            return switch (this) {
                case HARD -> new AdjustBalance(Currency.FUNZ, 1, "play");
                case SOFT -> new LogIn(1);
                case REFUSED -> new AdjustBalance(Currency.FUNZ, -Amounts.MAX, "play");
            };
        }
    }

    /**
     * An acknowledged operation.
     *
     * @param digest of the whole answer
     */
    record Acknowledged(PlayerId player, OperationId operation, String digest) {
        Command command() {
            return Kind.valueOf(operation.value().substring(0, operation.value().indexOf('-')))
                    .command();
        }
    }

    private final Process process;
    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final Thread reader;

    private EmbeddedProcess(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    static EmbeddedProcess start(Path directory) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedProcess.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new EmbeddedProcess(process);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                // A line that the kill has cut is not an acknowledgement.
                if (words.length == 4 && words[3].equals(".")) {
                    acknowledged.add(
                            new Acknowledged(
                                    PlayerId.parse(words[0]), new OperationId(words[1]), words[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits for {@code count} acknowledgements and returns them. */
    List<Acknowledged> awaitAcknowledged(int count) throws InterruptedException {
        List<Acknowledged> seen = new ArrayList<>(count);
        while (seen.size() < count) {
            seen.add(acknowledged.take());
        }
        return seen;
    }

    /** Waits until it ends by itself, and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it and returns what it has acknowledged since the last look. */
    List<Acknowledged> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
        List<Acknowledged> rest = new ArrayList<>();
        acknowledged.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Plays in the directory that is the only argument. */
    public static void main(String[] arguments) {
        EmbeddedStorage storage =
                EmbeddedStorage.open(EmbeddedSettings.in(Path.of(arguments[0])).with(2, 100));
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PrintStream out = System.out;
        for (int caller = 0; caller < CALLERS; caller++) {
            int telegramId = 1 + caller;
            Thread.ofPlatform().start(() -> play(engine, telegramId, out));
        }
    }

    private static void play(GameEngine engine, int telegramId, PrintStream out) {
        PlayerId player = engine.logIn(TelegramAccount.of(telegramId, "P"), null).profile().id();
        for (long i = 0; ; i++) {
            for (Kind kind : Kind.values()) {
                String id = kind + "-" + ProcessHandle.current().pid() + "-" + i;
                Answer answer = engine.execute(player, new OperationId(id), kind.command());
                out.println(player + " " + id + " " + digest(answer) + " .");
            }
        }
    }

    /** Returns what tells {@code answer} from every other, whether it is a repeat or not. */
    static String digest(Answer answer) {
        var state = answer.state();
        String text =
                CODEC.write(AnswerDocument.of(answer)) + (state == null ? "" : CODEC.write(state));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
