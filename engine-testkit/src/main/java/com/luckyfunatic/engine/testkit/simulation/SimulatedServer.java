package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.platform.PlatformCommand;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.platform.Transfers;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.raffle.RaffleCommand;
import com.luckyfunatic.engine.raffle.RaffleRefunds;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleTickets;
import com.luckyfunatic.engine.raffle.TicketHolds;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.raffle.TicketSale;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.Sale;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.store.Purchases;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import com.luckyfunatic.engine.tournament.EntryOutcome;
import com.luckyfunatic.engine.tournament.TournamentCare;
import com.luckyfunatic.engine.tournament.TournamentCommand;
import com.luckyfunatic.engine.tournament.TournamentEntries;
import com.luckyfunatic.engine.tournament.TournamentRefunds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A server: the engine and its services, and the jobs beside them. It dies and starts again with
 * nothing but what the stores have. Not thread-safe.
 */
class SimulatedServer {
    private static final int BATCH = 20;
    private static final long IDLE_MILLIS = 1_000;

    /** Clocks may differ by so much. */
    private static final long SKEW_MILLIS_MAX = 20_000;

    final World world;
    private final int number;
    final InstantSource clock = this::instant;
    private long skewMillis;
    private int lives;
    private Life life;

    /** What lives from a start to a crash. */
    record Life(
            ServerProcess process,
            SimulatedPlayerStore players,
            GameEngine engine,
            Purchases purchases,
            HoldSweeper<Reservation> sweeper,
            Transfers transfers,
            TransferSender sender,
            Competition competition) {}

    /** What serves tournaments and raffles. */
    record Competition(
            TournamentEntries entries,
            TournamentCare care,
            TournamentRefunds tournamentRefunds,
            PrizeRun prizes,
            RaffleTickets tickets,
            HoldSweeper<TicketReservation> ticketSweeper,
            RaffleRefunds raffleRefunds,
            RaffleRun raffles) {
        static Competition of(GameEngine engine) {
            return new Competition(
                    new TournamentEntries(engine),
                    new TournamentCare(engine),
                    new TournamentRefunds(engine),
                    new PrizeRun(engine),
                    new RaffleTickets(engine),
                    TicketHolds.sweeper(engine.storage(), engine.clock()),
                    new RaffleRefunds(engine),
                    new RaffleRun(engine));
        }
    }

    SimulatedServer(World world, int number) {
        this.world = world;
        this.number = number;
        life = begin();
    }

    private Instant instant() {
        return SettableClock.START.plusMillis(world.time().now() + skewMillis);
    }

    void stepClock(long millis) {
        skewMillis = Math.clamp(skewMillis + millis, -SKEW_MILLIS_MAX, SKEW_MILLIS_MAX);
    }

    private Life begin() {
        ServerProcess process = new ServerProcess(number);
        StoreLink link = new StoreLink(world, process);
        SimulatedPlayerStore players = world.parts().players(world, link);
        GameStorage storage = SimulatedStorage.of(world, link, players, clock);
        GameEngine engine =
                GameEngine.builder(storage)
                        .random(world.random(100 + number))
                        .build(world.catalog());
        RandomGenerator fences = world.random(200 + ++lives * 10 + number);
        return new Life(
                process,
                players,
                engine,
                new Purchases(engine),
                StockHolds.sweeper(storage, clock),
                new Transfers(engine, fences),
                new TransferSender(
                        engine, new SimulatedGateway(world.platform(), link, world), fences),
                Competition.of(engine));
    }

    /** Starts, or starts again; whatever was going on is over. */
    void start() {
        world.note("server " + number, "starts");
        life.process().die();
        life = begin();
        Life mine = life;
        repeat(mine, 1_000, () -> mine.players().drain(BATCH));
        repeat(mine, 1_000, () -> audit(mine));
        repeat(mine, 1_000, () -> mine.engine().settleFollowUps(BATCH));
        repeat(mine, 1_300, mine.players()::flush);
        repeat(mine, 1_500, () -> mine.sender().run(BATCH));
        repeat(mine, 2_500, () -> mine.players().evict(world.time().now() - IDLE_MILLIS));
        repeat(mine, 5_000, () -> sweep(mine));
        repeat(mine, 900, () -> cancel(mine));
        repeat(mine, 1_700, () -> payPrizes(mine));
        repeat(mine, 1_900, () -> payRaffles(mine));
        repeat(mine, 2_300, () -> careForTournaments(mine));
        repeat(mine, 2_900, () -> careForRaffles(mine));
    }

    /** Does a job regularly, until the process dies. */
    private void repeat(Life mine, long everyMillis, Runnable job) {
        world.time()
                .after(
                        1 + world.schedule().nextLong(everyMillis),
                        () -> {
                            if (mine.process().isAlive()) {
                                attempt(job);
                                repeat(mine, everyMillis, job);
                            }
                        });
    }

    /** Does every job once, for the last time. */
    void doAllJobs() {
        Life mine = life;
        List.<Runnable>of(
                        () -> sweep(mine),
                        () -> cancel(mine),
                        () -> careForTournaments(mine),
                        () -> careForRaffles(mine),
                        () -> payPrizes(mine),
                        () -> payRaffles(mine),
                        () -> mine.engine().settleFollowUps(BATCH),
                        () -> mine.sender().run(BATCH),
                        mine.players()::flush,
                        () -> mine.players().drain(BATCH),
                        () -> audit(mine))
                .forEach(SimulatedServer::attempt);
    }

    /** Settles purchases that nobody has finished. */
    void sweep(Life mine) {
        mine.sweeper().sweep();
    }

    /** Operators cancel what players pay for. */
    private void cancel(Life mine) {
        if (world.competition().isToBeCancelled()) {
            mine.competition().tournamentRefunds().cancel(SimulatedCompetition.OPEN_CUP);
            mine.competition().raffleRefunds().cancel(SimulatedCompetition.OPEN_RAFFLE);
        }
    }

    /** Settles entries that nobody has finished, and gives back what is cancelled. */
    void careForTournaments(Life mine) {
        mine.competition().care().run();
    }

    /** The same for tickets of raffles. */
    void careForRaffles(Life mine) {
        mine.competition().ticketSweeper().sweep();
        mine.competition().raffleRefunds().refund();
    }

    void payPrizes(Life mine) {
        if (world.competition().hasAllPlayers()) {
            mine.competition().prizes().run().orThrow();
        }
    }

    private void payRaffles(Life mine) {
        if (world.competition().hasAllPlayers()) {
            mine.competition().raffles().run();
        }
    }

    private void audit(Life mine) {
        StoreLink link = mine.players().link();
        List<StateChange> changes =
                link.call(Store.DATABASE, "unaudited", () -> world.database().unaudited(BATCH));
        if (!changes.isEmpty()) {
            audit(link, changes);
        }
    }

    /** Hands archived changes to the audit trail. */
    void audit(StoreLink link, List<StateChange> changes) {
        append(link, changes);
        acknowledge(link, changes);
    }

    final void append(StoreLink link, List<StateChange> changes) {
        link.run(Store.AUDIT, "append", () -> world.audit().append(changes));
    }

    final void acknowledge(StoreLink link, List<StateChange> changes) {
        link.run(Store.DATABASE, "audited", () -> world.database().audited(changes));
    }

    private static void attempt(Runnable job) {
        try {
            job.run();
        } catch (Crash _) {
            // What it was in the middle of stays as it is.
        } catch (StorageUnavailableException | StorageConflictException _) {
            // The next round tries again.
        } catch (RuntimeException e) {
            throw new AssertionError("a job failed: " + e, e);
        }
    }

    /** Carries out a request, unless it is dead. */
    void receive(Request request, Consumer<Reply> replies) {
        Life mine = life;
        if (!mine.process().isAlive()) {
            return;
        }
        try {
            replies.accept(reply(mine, request));
        } catch (Crash _) {
            // Nobody answers any more.
        } catch (StorageUnavailableException | StorageConflictException _) {
            replies.accept(new Reply.Unknown());
        } catch (RuntimeException e) {
            throw new AssertionError("no answer to " + request + ": " + e, e);
        }
    }

    private Reply reply(Life mine, Request request) {
        CommandEnvelope envelope =
                new CommandEnvelope(
                        request.player(),
                        request.operation(),
                        clock.millis(),
                        Actor.Player.SELF,
                        request.command());
        return switch (request.command()) {
            case StoreCommand.Purchase _ -> buy(mine, envelope);
            case PlatformCommand.TransferItems _ ->
                    new Reply.Answered(mine.transfers().request(envelope));
            case TournamentCommand.Enter entry
                    when entry.tournament().equals(SimulatedCompetition.OPEN_CUP) ->
                    enter(mine, request, entry);
            case RaffleCommand.BuyTickets tickets
                    when tickets.raffle().equals(SimulatedCompetition.OPEN_RAFFLE) ->
                    buyTickets(mine, envelope);
            default -> new Reply.Answered(mine.engine().execute(envelope));
        };
    }

    Reply buy(Life mine, CommandEnvelope purchase) {
        return switch (mine.purchases().buy(purchase)) {
            case Sale.Decided(var answer) -> new Reply.Answered(answer);
            case Sale.SoldOut _ -> new Reply.NotTried();
        };
    }

    private static Reply enter(Life mine, Request request, TournamentCommand.Enter entry) {
        EntryOutcome outcome =
                mine.competition()
                        .entries()
                        .enter(
                                request.player(),
                                request.operation(),
                                entry.tournament(),
                                entry.fee());
        return switch (outcome) {
            case EntryOutcome.Decided(var answer, _) -> new Reply.Answered(answer);
            case EntryOutcome.NotAdmitted _ -> new Reply.NotTried();
            case EntryOutcome.OperationIdReused _ ->
                    throw new AssertionError("a repeat counts as another: " + request);
        };
    }

    private static Reply buyTickets(Life mine, CommandEnvelope purchase) {
        return switch (mine.competition().tickets().buy(purchase)) {
            case TicketSale.Decided(var answer) -> new Reply.Answered(answer);
            case TicketSale.NotSold _ -> new Reply.NotTried();
        };
    }

    /** The storage, for looking at it. */
    GameStorage storage() {
        return life.engine().storage();
    }
}
