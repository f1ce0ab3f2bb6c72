package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemCommand;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.referral.ReferralCommand;
import com.luckyfunatic.engine.wallet.WalletCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws the life of one player: envelopes with {@link GeneratedCommands} in them, with and without
 * operation ids, some of them repeated or reused, while the clock moves by milliseconds, minutes,
 * hours, and now and then back. The same seed draws the same life. Not thread-safe.
 */
public final class GeneratedEnvelopes {
    private final RandomGenerator random;
    private final SettableClock clock;
    private final PlayerId player;
    private final GeneratedCommands commands;
    private final @Nullable PlayerId referrer;
    private final List<CommandEnvelope> sent = new ArrayList<>();
    private boolean created;

    /** Draws for {@code player}, whom {@code referrer} may have invited, and moves the clock. */
    public GeneratedEnvelopes(
            RandomGenerator random,
            Catalog catalog,
            SettableClock clock,
            PlayerId player,
            @Nullable PlayerId referrer) {
        this.random = random;
        this.clock = clock;
        this.player = player;
        this.referrer = referrer;
        commands = new GeneratedCommands(random, catalog, player);
    }

    /** Returns the next one; one of the first creates the player. */
    public CommandEnvelope next() {
        List<CommandEnvelope> recent = sent.stream().filter(this::mustBeKnown).toList();
        CommandEnvelope next;
        if (random.nextInt(10) == 0 && !recent.isEmpty()) {
            next = again(recent.get(random.nextInt(recent.size())));
        } else {
            next = fresh();
            sent.add(next);
        }
        moveClock();
        return next;
    }

    private CommandEnvelope fresh() {
        if (!created && random.nextBoolean()) {
            return create();
        }
        return random.nextInt(10) < 4
                ? envelope(new OperationId("op " + sent.size()), commands.next())
                : envelope(null, commands.next());
    }

    private CommandEnvelope create() {
        if (random.nextInt(4) == 0) {
            return envelope(null, new CreatePlayer(player, false));
        }
        created = true;
        return envelope(new OperationId("create"), new CreatePlayer(referrer, false));
    }

    /** Repeats an envelope, or uses its operation id for another command. */
    private CommandEnvelope again(CommandEnvelope before) {
        Command command = random.nextInt(4) == 0 ? commands.next() : before.command();
        return envelope(before.operationId(), command);
    }

    /** Stores may forget what is older; whether they do is their affair. */
    private boolean mustBeKnown(CommandEnvelope envelope) {
        return clock.millis() - envelope.nowMillis() < Duration.ofHours(23).toMillis();
    }

    private CommandEnvelope envelope(@Nullable OperationId id, Command command) {
        return new CommandEnvelope(player, id, clock.millis(), actor(command), command);
    }

    private static Actor actor(Command command) {
        return switch (command) {
            case WalletCommand _, ItemCommand _ -> new Actor.Operator("support");
            case ReferralCommand _ -> new Actor.Job("follow-up");
            default -> Actor.Player.SELF;
        };
    }

    private void moveClock() {
        clock.advance(
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> Duration.ZERO;
                    case 3, 4, 5 -> Duration.ofMillis(random.nextInt(5_000));
                    case 6, 7, 8 -> Duration.ofSeconds(random.nextInt(900));
                    case 9 -> Duration.ofMinutes(random.nextInt(90));
                    case 10 -> Duration.ofHours(random.nextInt(10));
                    default -> Duration.ofMillis(-random.nextInt(60_000));
                });
    }
}
