package com.luckyfunatic.engine.testkit.simulation;

import static com.luckyfunatic.engine.testkit.simulation.WorldChecks.broken;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformEvent;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import com.luckyfunatic.engine.testkit.Invariants;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold when all is healed and everybody has come to an end: what was acknowledged is
 * there once, the audit has everything, nothing is held any more. Not thread-safe.
 */
final class FinalChecks {
    /** Longer than anything is held or waits. */
    private static final long QUIET_MILLIS = 1_200_000;

    /** Longer than anything is on its way. */
    private static final long LATE_MILLIS = 6_000;

    private static final int ROUNDS = 10;

    private final World world;
    private final List<SimulatedClient> clients;

    FinalChecks(World world, List<SimulatedClient> clients) {
        this.world = world;
        this.clients = clients;
    }

    /**
     * Lets all come to rest, and checks.
     *
     * @throws AssertionError when something does not hold
     */
    void check() {
        // What is late comes while the jobs still run.
        world.time().pass(LATE_MILLIS);
        world.time().clear();
        SimulatedServer server = world.servers().getFirst();
        server.start();
        world.time().clear();
        for (int round = 0; round < ROUNDS; round++) {
            world.time().pass(QUIET_MILLIS / ROUNDS);
            server.doAllJobs();
        }
        Map<OperationKey, Integer> times = new HashMap<>();
        List<StateChange> all = new ArrayList<>();
        for (PlayerId player : players()) {
            List<StateChange> changes = changes(player);
            all.addAll(changes);
            checkPlayer(server.storage(), player, changes);
            changes.forEach(change -> count(change, times));
        }
        times.forEach((key, count) -> {
            if (count > 1) {
                throw broken(key.player(), "has " + key + " " + count + " times");
            }
        });
        world.oracle().accepted().forEach(key -> checkKept(key, times.getOrDefault(key, 0)));
        world.catalog().listings().stream()
                .filter(ListingDefinition::isStocked)
                .forEach(listing -> checkStock(listing, all));
        players().forEach(this::checkTransfers);
        new CompetitionChecks(world.competition(), all).check();
    }

    private List<PlayerId> players() {
        return clients.stream().map(SimulatedClient::player).distinct().toList();
    }

    private static void count(StateChange change, Map<OperationKey, Integer> times) {
        if (change.operationId() != null) {
            times.merge(new OperationKey(change.player(), change.operationId()), 1, Integer::sum);
        }
    }

    private List<StateChange> changes(PlayerId player) {
        return List.copyOf(world.database().row(player).archive.values());
    }

    private void checkPlayer(GameStorage storage, PlayerId player, List<StateChange> changes) {
        new Invariants(storage, StoreCapabilities.DURABLE).checkPlayer(player);
        if (storage.players().find(player).map(PlayerState::sequence).orElse(0L)
                != changes.size()) {
            throw broken(player, "is not archived up to the last change");
        }
        if (!world.audit().of(player).equals(changes)) {
            throw broken(player, "has an incomplete audit trail");
        }
    }

    private void checkKept(OperationKey key, int times) {
        boolean mayBeMissing =
                world.oracle().isUnchanged(key)
                        || (!world.oracle().isHard(key) && world.redis().hasLost(key));
        if (times == 0 && !mayBeMissing) {
            throw broken(key.player(), "was told that " + key + " is done, and it is not there");
        }
    }

    private void checkStock(ListingDefinition listing, List<StateChange> all) {
        StockLevel level = world.stock().level(listing.stockId());
        long bought =
                all.stream()
                        .flatMap(change -> change.events().stream())
                        .filter(StoreEvent.Purchased.class::isInstance)
                        .map(StoreEvent.Purchased.class::cast)
                        .filter(event -> event.listing().equals(listing.id()))
                        .mapToLong(StoreEvent.Purchased::quantity)
                        .sum();
        if (level.reserved() != 0 || level.sold() != bought || bought > listing.stock()) {
            throw new AssertionError(
                    "of " + listing.id() + " " + bought + " were bought, the ledger says " + level);
        }
    }

    /** Each has come to an end, and the platform has what is confirmed. */
    private void checkTransfers(PlayerId player) {
        for (StateChange change : changes(player)) {
            for (GameEvent event : change.events()) {
                if (event instanceof PlatformEvent.TransferRequested(Transfer transfer)) {
                    checkTransfer(transfer);
                }
            }
        }
    }

    private void checkTransfer(Transfer transfer) {
        OutgoingTransfer row =
                world.transferOutbox()
                        .find(transfer.id())
                        .orElseThrow(() -> broken(transfer.player(), "has lost " + transfer));
        boolean isThere =
                world.platform().verdict(transfer.id()).equals(Optional.of(Verdict.ACCEPTED));
        boolean isOver =
                isThere
                        ? row.step() == TransferStep.CONFIRMED
                        : row.step() == TransferStep.FAILED && row.isGivenBack();
        if (!isOver) {
            throw broken(transfer.player(), "has " + row + ", the platform has it: " + isThere);
        }
    }
}
