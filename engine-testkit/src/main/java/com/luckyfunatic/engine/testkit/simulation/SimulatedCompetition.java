package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.ModelLeaderboards;
import com.luckyfunatic.engine.testkit.ModelMinigameRuns;
import com.luckyfunatic.engine.testkit.ModelPrizeRuns;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tournaments and raffles: one of each that players come to, and that is cancelled meanwhile in
 * some simulations; and one of each that has just ended, with winners who are to be paid. Not
 * thread-safe.
 */
final class SimulatedCompetition {
    static final TournamentId OPEN_CUP = new TournamentId("sim_open");
    static final TournamentId ENDED_CUP = new TournamentId("sim_ended");
    static final RaffleId OPEN_RAFFLE = new RaffleId("sim_open");
    static final RaffleId ENDED_RAFFLE = new RaffleId("sim_ended");

    /** Scarce: devices try some dozen times. */
    static final int SEATS = 5;

    static final int TICKETS = 12;

    /** By the table of the cup that has ended; whoever comes behind gets nothing. */
    static final List<Long> PRIZES = List.of(50L, 30L, 20L);

    static final long FEE = 10;
    private static final long PRICE = 7;
    private static final int ENTRIES_PER_PLAYER = 2;
    private static final int TICKETS_PER_PLAYER = 6;
    private static final long START = SettableClock.START.toEpochMilli();
    private static final long HOUR = 3_600_000;

    /** What is over counts as such when two seconds of the simulation have passed. */
    private static final long RAFFLE_ENDED = START - 8_000;

    private static final long CUP_ENDED = START - 8_000 - TournamentDefinition.GRACE.toMillis();

    /** While things still go wrong. */
    private static final long CANCELLED_AFTER_MILLIS = 4_000;

    private static final RaffleTerms OPEN_TERMS =
            new RaffleTerms(START - HOUR, START + HOUR, List.of(), Currency.FUNZ, PRICE);

    private final World world;
    private final List<PlayerId> players;
    private final boolean isCancelled;
    private final Tournaments tournaments;
    private final Raffles raffles;
    private final PrizeRuns prizeRuns = new ModelPrizeRuns();
    private final MinigameRuns runs = new ModelMinigameRuns();
    private final Leaderboards boards = new ModelLeaderboards();

    /**
     * @param players everybody; all of them were in what has ended
     * @param isCancelled whether what is open is cancelled
     */
    SimulatedCompetition(World world, List<PlayerId> players, boolean isCancelled) {
        this.world = world;
        this.players = players;
        this.isCancelled = isCancelled;
        tournaments = world.parts().tournaments();
        raffles = world.parts().raffles();
        RandomGenerator random = world.random(1_000);
        publish(cup(OPEN_CUP, START + HOUR, FEE, ENTRIES_PER_PLAYER, SEATS));
        holdCup(random);
        require(raffles.create(raffle(OPEN_RAFFLE, OPEN_TERMS), RaffleSecrets.random(random)));
        holdRaffle(random);
    }

    private static TournamentDefinition cup(
            TournamentId id, long closesAt, long fee, int entriesPerPlayer, int seats) {
        return new TournamentDefinition(
                id,
                "Cup",
                new MinigameId("stars"),
                START - HOUR,
                closesAt,
                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                Currency.FUNZ,
                fee,
                entriesPerPlayer,
                seats,
                List.of(),
                new PrizeTable(
                        Currency.FUNZ,
                        0,
                        100,
                        PrizeKind.AMOUNTS,
                        List.of(
                                new PrizeRange(1, 1, PRIZES.get(0)),
                                new PrizeRange(2, 2, PRIZES.get(1)),
                                new PrizeRange(3, 3, PRIZES.get(2)))));
    }

    private void publish(TournamentDefinition definition) {
        require(tournaments.create(definition));
        require(tournaments.move(definition.id(), 1, TournamentStage.PUBLISHED));
    }

    private void holdCup(RandomGenerator random) {
        TournamentDefinition cup = cup(ENDED_CUP, CUP_ENDED, 0, 1, TournamentDefinition.UNLIMITED);
        publish(cup);
        long at = cup.opensAtMillis() + 1;
        long id = 1;
        for (PlayerId player : players) {
            OperationId entry = new OperationId("entry");
            var _ = tournaments.hold(TournamentEntry.wanted(cup, player, entry, at, at + HOUR));
            require(tournaments.confirm(player, entry).isPresent());
            MinigameRun run =
                    new MinigameRun(
                            id++,
                            player,
                            new OperationId("run"),
                            cup.minigame(),
                            cup.id(),
                            at,
                            at + 1_000,
                            1,
                            2,
                            null);
            var _ = runs.start(run, 1);
            RunScore score = new RunScore(random.nextInt(1_000), at + 1, null, id, null);
            require(runs.score(run.id(), score).isPresent());
        }
    }

    private static RaffleDefinition raffle(RaffleId id, RaffleTerms terms) {
        return new RaffleDefinition(
                id,
                "Raffle",
                "",
                terms,
                TICKETS_PER_PLAYER,
                TICKETS,
                List.of(
                        new RafflePrize(1, Reward.ofFunz(90)),
                        new RafflePrize(2, Reward.ofFunz(40))));
    }

    private void holdRaffle(RandomGenerator random) {
        RaffleTerms terms =
                new RaffleTerms(START - HOUR, RAFFLE_ENDED, List.of(), Currency.FUNZ, PRICE);
        require(raffles.create(raffle(ENDED_RAFFLE, terms), RaffleSecrets.random(random)));
        for (PlayerId player : players) {
            OperationId bought = new OperationId("ticket");
            var _ =
                    raffles.reserve(
                            new TicketReservation(
                                    player,
                                    bought,
                                    new BuyTickets(
                                            ENDED_RAFFLE, 1 + random.nextInt(2), PRICE, terms),
                                    RAFFLE_ENDED));
            require(raffles.confirm(player, bought).isPresent());
        }
    }

    private static void require(boolean isDone) {
        if (!isDone) {
            throw new IllegalStateException("a simulation cannot begin");
        }
    }

    /** What a player asks for who wants tickets. */
    static BuyTickets tickets(int quantity) {
        return new BuyTickets(OPEN_RAFFLE, quantity, PRICE, OPEN_TERMS);
    }

    /** Whether what is open is to be cancelled by now. */
    boolean isToBeCancelled() {
        return isCancelled && world.time().now() >= CANCELLED_AFTER_MILLIS;
    }

    /**
     * Whether all who can have won are there: others than here, nobody has played who was never
     * made.
     */
    boolean hasAllPlayers() {
        return players.stream().noneMatch(each -> world.database().row(each).archive.isEmpty());
    }

    boolean isCancelled() {
        return isCancelled;
    }

    Tournaments tournaments() {
        return tournaments;
    }

    Raffles raffles() {
        return raffles;
    }

    PrizeRuns prizeRuns() {
        return prizeRuns;
    }

    MinigameRuns runs() {
        return runs;
    }

    Leaderboards boards() {
        return boards;
    }
}
