package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.testkit.GeneratedCommands;
import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import com.luckyfunatic.engine.tournament.TournamentCommand.Enter;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A device of a player, one operation after the other: each is sent again under its id, to any
 * server, until it is answered. Not thread-safe.
 */
final class SimulatedClient {
    private static final int THINKING_MILLIS_MAX = 800;
    private static final int LATENCY_MILLIS_MAX = 20;
    private static final int TIMEOUT_MILLIS = 300;
    private static final int GIVES_UP_ONE_IN = 8;

    private final World world;
    private final PlayerId player;
    private final int number;
    private final int operations;
    private final RandomGenerator random;
    private final GeneratedCommands commands;
    private int begun;
    private int sent;
    private @Nullable Request open;

    /**
     * @param player whose device it is; a player may have several
     */
    SimulatedClient(World world, PlayerId player, int number, int operations) {
        this.world = world;
        this.player = player;
        this.number = number;
        this.operations = operations;
        random = world.random(number);
        commands = new GeneratedCommands(world.random(50 + number), world.catalog());
    }

    PlayerId player() {
        return player;
    }

    boolean isFinished() {
        return begun == operations && open == null;
    }

    /** How often anything was sent. */
    int sent() {
        return sent;
    }

    /** Begins with the next operation, after a while. */
    void think() {
        world.time().after(random.nextInt(THINKING_MILLIS_MAX), this::begin);
    }

    private void begin() {
        if (begun < operations) {
            begun++;
            open = new Request(player, new OperationId(number + "/" + begun), command());
            send(open);
        }
    }

    private Command command() {
        return switch (begun) {
            case 1 -> new CreatePlayer(null, false);
            case 2 -> new AdjustBalance(Currency.FUNZ, 1_000, "to begin with");
            case 3 -> new ReceiveGrant(Reward.ofItems(item(), 5), "to begin with");
            default ->
                    switch (random.nextInt(8)) {
                        case 0 -> purchase();
                        case 1 -> transfer();
                        case 2 -> entry();
                        case 3 -> SimulatedCompetition.tickets(1 + random.nextInt(3));
                        default -> other();
                    };
        };
    }

    private static Enter entry() {
        return new Enter(SimulatedCompetition.OPEN_CUP, Currency.FUNZ, SimulatedCompetition.FEE);
    }

    private ItemId item() {
        return world.catalog().items().getFirst().id();
    }

    private TransferItems transfer() {
        return new TransferItems(
                new TransferId(HexFormat.of().toHexDigits(number * 1_000L + begun).repeat(2)),
                new PlatformAccountId("account"),
                item(),
                1 + random.nextInt(2));
    }

    private Purchase purchase() {
        List<ListingDefinition> stocked =
                world.catalog().listings().stream().filter(ListingDefinition::isStocked).toList();
        ListingDefinition wanted = stocked.get(random.nextInt(stocked.size()));
        return new Purchase(wanted.id(), wanted.price(), 1);
    }

    /** Players stay. */
    private Command other() {
        Command command = commands.next();
        while (command instanceof PlayerCommand) {
            command = commands.next();
        }
        return command;
    }

    private void send(Request request) {
        sent++;
        int attempt = sent;
        SimulatedServer server = world.servers().get(random.nextInt(world.servers().size()));
        long way = random.nextInt(LATENCY_MILLIS_MAX);
        Fault delayed = take(Kind.REQUEST_DELAYED);
        if (take(Kind.REQUEST_DROPPED) == null) {
            deliver(server, request, way + (delayed == null ? 0 : delayed.millis()));
        }
        Fault twice = take(Kind.REQUEST_DUPLICATED);
        if (twice != null) {
            deliver(server, request, way + twice.millis());
        }
        world.time()
                .after(
                        TIMEOUT_MILLIS + (long) random.nextInt(TIMEOUT_MILLIS),
                        () -> {
                            if (request.equals(open) && attempt == sent) {
                                sendAgain(request);
                            }
                        });
    }

    /** Sends it again; a few put the device away, and never learn what came of it. */
    private void sendAgain(Request request) {
        if (random.nextInt(GIVES_UP_ONE_IN) == 0) {
            world.note(request.key().toString(), "is given up");
            open = null;
            think();
        } else {
            send(request);
        }
    }

    private void deliver(SimulatedServer server, Request request, long way) {
        world.time().after(way, () -> server.receive(request, reply -> answer(request, reply)));
    }

    /** The answer goes its way. */
    private void answer(Request request, Reply reply) {
        if (take(Kind.REPLY_DROPPED) == null) {
            world.time().after(random.nextInt(LATENCY_MILLIS_MAX), () -> receive(request, reply));
        }
    }

    private void receive(Request request, Reply reply) {
        if (reply instanceof Reply.Answered(var answer)) {
            world.note(request.key().toString(), answer.outcome().getClass().getSimpleName());
            world.oracle().answered(request.key(), answer);
        }
        if (request.equals(open) && !(reply instanceof Reply.Unknown)) {
            open = null;
            think();
        }
    }

    private @Nullable Fault take(Kind kind) {
        return world.injections().take(kind, 0, world.time().now());
    }
}
