package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.operations.AwaitedAdmission;
import com.luckyfunatic.operations.past.ToldPast;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.text.Ascii;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds players and reads all that is kept of them. Thread-safe; calls block on the storage. */
@Singleton
final class SupportPlayers {
    private static final Logger LOG = LoggerFactory.getLogger(SupportPlayers.class);
    private static final int DIGITS_MAX = 18;

    private final GameEngine engine;

    SupportPlayers(GameEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns who has an id, a Telegram id, or an account on the platform that is written as {@code
     * query}, or a name that begins so; each once, by id.
     *
     * @param limit the most by name
     */
    List<Profile> search(String query, int limit) {
        NavigableMap<PlayerId, Profile> found = new TreeMap<>();
        if (Ascii.isDigits(query) && query.length() <= DIGITS_MAX && !query.startsWith("0")) {
            long number = Long.parseLong(query);
            storage().directory().profile(new PlayerId(number)).ifPresent(add(found));
            if (number <= TelegramAccount.TELEGRAM_ID_MAX) {
                storage().directory().findByTelegramId(number).ifPresent(add(found));
            }
        }
        account(query)
                .flatMap(storage().platformAccounts()::ownerOf)
                .flatMap(storage().directory()::profile)
                .ifPresent(add(found));
        String name = query.startsWith("@") ? query.substring(1) : query;
        if (NamePrefix.isPrefix(name)) {
            storage().directory().findByName(new NamePrefix(name), limit).forEach(add(found));
        }
        return List.copyOf(found.values());
    }

    private static Consumer<Profile> add(NavigableMap<PlayerId, Profile> found) {
        return profile -> found.put(profile.id(), profile);
    }

    private static Optional<PlatformAccountId> account(String query) {
        try {
            return Optional.of(new PlatformAccountId(query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the id that stands in a path.
     *
     * @throws ProblemException when it cannot be one
     */
    static PlayerId id(String text) {
        return Fields.id(text, PlayerId::parse, ProblemCode.UNKNOWN_PLAYER);
    }

    /**
     * Returns who {@code player} is.
     *
     * @throws ProblemException when there is no such player
     */
    Profile profile(PlayerId player) {
        return storage().directory().profile(player).orElseThrow(SupportPlayers::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemCode.UNKNOWN_PLAYER, ProblemCode.UNKNOWN_PLAYER.description());
    }

    /**
     * Returns everything that is kept of {@code player} now.
     *
     * @throws ProblemException when there is no such player
     */
    PlayerDetailsView details(PlayerId player) {
        return PlayerDetailsView.of(
                profile(player),
                storage().platformAccounts().accountOf(player).orElse(null),
                admission(player),
                engine.player(player).orElse(null));
    }

    /**
     * Returns what {@code player} had at {@code atMillis}, epoch milliseconds, from the recorded
     * changes.
     *
     * @throws ProblemException when that is not known, or does not add up
     */
    PastStateView past(PlayerId player, long atMillis) {
        ToldPast past;
        try {
            past = ToldPast.of(storage().players(), player, atMillis);
        } catch (StorageCorruptException e) {
            LOG.error("the past of a player cannot be rebuilt", e);
            throw new ProblemException(ProblemCode.HISTORY_DAMAGED, e.getMessage() + ".");
        }
        return switch (past) {
            case ToldPast.Known(var state) -> PastStateView.of(state);
            case ToldPast.Unknown(var why) ->
                    throw new ProblemException(ProblemCode.PAST_UNKNOWN, why);
        };
    }

    /** Returns whether {@code player} may play. */
    Admission admission(PlayerId player) {
        return AwaitedAdmission.of(storage().admissions(), player);
    }

    /** Shows changes that follow each other, latest first, with what each changed. */
    List<ChangeView> show(List<StateChange> changes) {
        List<ChangeView> shown = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            StateChange change = changes.get(i);
            Wallet before =
                    i + 1 < changes.size() ? changes.get(i + 1).walletAfter() : before(change);
            shown.add(ChangeView.of(change, before));
        }
        return shown;
    }

    private @Nullable Wallet before(StateChange change) {
        if (change.sequence() == 1) {
            return new Wallet(0, 0, 0);
        }
        return storage().players().history(change.player(), change.sequence(), 1).items().stream()
                .map(StateChange::walletAfter)
                .findFirst()
                .orElse(null);
    }

    private GameStorage storage() {
        return engine.storage();
    }
}
