package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every durable storage still holds after it was closed and opened again. */
public abstract class DurabilityContract extends StorageContract {
    /** Makes sure that the contract fits the store. */
    @BeforeEach
    public final void requireDurable() {
        assertThat(capabilities().durable()).as("this contract is for durable stores").isTrue();
    }

    @Test
    public void states_and_histories_are_still_there() {
        PlayerId player = newPlayer(100, 5);
        execute(player, new Tap(10));
        execute(player, "op", funz(-3));
        PlayerState state = state(player);
        List<StateChange> changes = changes(player);

        reopen();

        assertThat(state(player)).isEqualTo(state);
        assertThat(changes(player)).isEqualTo(changes).hasSize(3);
    }

    @Test
    public void bans_and_ended_logins_are_still_there() {
        PlayerId player = unknownPlayer();
        PlayerId lifted = unknownPlayer();
        Ban ban = new Ban(Ban.FOR_EVER, "macros", "operator:ada", 1_000);
        storage().admissions().ban(player, ban);
        storage().admissions().endLogins(player, 7_000);
        storage().admissions().ban(lifted, ban);
        storage().admissions().unban(lifted);

        reopen();

        assertThat(AdmissionsContract.admission(storage(), player))
                .isEqualTo(new Admission(ban, 7_000));
        assertThat(AdmissionsContract.admission(storage(), lifted)).isEqualTo(Admission.FREE);
    }

    @Test
    public void operators_are_still_there_and_disabled_ones_still_disabled() {
        var ada =
                new Operator(
                        new OperatorName("d" + ThreadLocalRandom.current().nextLong(1L << 62)),
                        Set.of(Role.SUPPORT),
                        new CredentialHash("$argon2id$"),
                        false,
                        1);
        storage().operators().add(ada);
        storage().operators().setDisabled(ada.name(), true);

        reopen();

        assertThat(storage().operators().find(ada.name())).hasValue(ada.withDisabled(true));
    }

    @Test
    public void a_game_goes_on_where_it_was() {
        PlayerId player = newPlayer(100, 0);
        for (int i = 1; i <= 5; i++) {
            reopen();
            execute(player, funz(-1));
        }

        assertThat(state(player).wallet().funz()).isEqualTo(95);
        assertThat(state(player).sequence()).isEqualTo(6);
    }

    @Test
    public void operations_are_still_answered() {
        PlayerId player = newPlayer(100, 0);
        Answer hard = execute(player, "hard", funz(-3));
        Answer soft = execute(player, "soft", new Tap(3));
        Answer refused = execute(player, "refused", funz(-1_000));

        reopen();

        var kept = Map.of("hard", hard, "soft", soft, "refused", refused);
        kept.forEach((id, first) ->
                assertThat(storage().players().operation(player, new OperationId(id)))
                        .hasValue(first.asRepeat()));
        CommandEnvelope again = envelope(player, new OperationId("hard"), funz(-3));
        assertThat(execute(again, MUST_NOT_BE_CALLED)).isEqualTo(hard.asRepeat());
        assertThat(state(player)).isEqualTo(soft.state());
    }

    @Test
    public void profiles_and_friends_are_still_there() {
        PlayerId referrer = newPlayer();
        long telegramId = ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX);
        var account = new TelegramAccount(telegramId, "Ünï 🦊", null, "", "en", true, null);
        Profile profile =
                new Profile(unknownPlayer(), account, referrer, "x", clock.millis())
                        .speaking(new LanguageTag("ru"));
        storage().directory().register(profile);

        reopen();

        assertThat(storage().directory().profile(profile.id())).hasValue(profile);
        assertThat(storage().directory().findByTelegramId(telegramId)).hasValue(profile);
        settle();
        assertThat(storage().directory().friends(referrer, null, 10).items())
                .extracting(friend -> friend.profile())
                .containsExactly(profile);
        assertThat(storage().directory().register(profile)).isEqualTo(profile);
    }

    @Test
    public void follow_ups_still_wait_in_their_order() {
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 3; i++) {
            newFriend(referrer);
        }
        List<PendingFollowUp> before = pendingFollowUps();
        storage().followUps().complete(before.getFirst());

        reopen();

        assertThat(pendingFollowUps()).isEqualTo(before.subList(1, 3));
        newFriend(referrer);
        assertThat(pendingFollowUps()).hasSize(3).startsWith(before.get(1), before.get(2));
        assertThat(pendingFollowUps()).doesNotContain(before.getFirst());
        storage().followUps().complete(before.get(1));
        assertThat(pendingFollowUps()).hasSize(2);
    }

    @Test
    public void what_is_known_of_follow_ups_is_still_known() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        List<PendingFollowUp> before = pendingFollowUps();
        storage().followUps().noteFailure(before.getFirst(), clock.millis(), "away");
        OperationId by = OperationId.own("plan:p1");
        Dropped dropped =
                storage().followUps().drop(before.getLast().followUp(), by, clock.millis());

        reopen();

        assertThat(pendingFollowUps())
                .containsExactly(before.getFirst().failed(clock.millis(), "away"));
        assertThat(
                        storage()
                                .followUps()
                                .dropped(referrer, before.getLast().followUp().operationId()))
                .contains(dropped);
    }

    @Test
    public void leaderboards_are_still_there() {
        BoardId board = new BoardId("board_" + nextId());
        var scoring = new Scoring(ScoringMethod.SUM, ScoringDirection.HIGHER);
        storage().leaderboards().open(board, new BoardSettings(scoring, BoardSettings.NEVER));
        List<PlayerId> players = List.of(unknownPlayer(), unknownPlayer(), unknownPlayer());
        for (int i = 0; i < 30; i++) {
            var score = new Submission(players.get(i % 3), i + 1, i, i);
            storage().leaderboards().submit(board, score);
        }
        storage().leaderboards().remove(board, players.getFirst());
        storage().leaderboards().freeze(board);
        var page = storage().leaderboards().page(board, null, 10);
        var removed = storage().leaderboards().entry(board, players.getFirst());

        reopen();

        assertThat(storage().leaderboards().page(board, null, 10)).isEqualTo(page);
        assertThat(page.items()).hasSize(2);
        assertThat(storage().leaderboards().entry(board, players.getFirst())).isEqualTo(removed);
        assertThat(storage().leaderboards().find(board).orElseThrow().frozen()).isTrue();
        assertThat(
                        storage()
                                .leaderboards()
                                .submit(board, new Submission(players.get(2), 30, 29, 0)))
                .isInstanceOf(SubmissionOutcome.Repeated.class);
        storage().leaderboards().drop(board);
    }

    @Test
    public void stock_is_still_counted_and_held() {
        StockId stock = new StockId("stock_" + nextId());
        List<Reservation> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PlayerId player = unknownPlayer();
            all.add(new Reservation(player, new OperationId("buy"), stock, 2, funz(-5), 1));
            storage().stock().reserve(all.getLast(), 10);
        }
        Reservation held = all.getFirst();
        Reservation sold = all.get(1);
        storage().stock().confirm(sold.player(), sold.operationId());
        storage().stock().release(all.getLast().player(), all.getLast().operationId());

        reopen();

        assertThat(storage().stock().level(stock)).isEqualTo(new StockLevel(2, 2));
        assertThat(storage().stock().reserve(sold, 10))
                .isEqualTo(new ReserveOutcome.Known(sold.in(ReservationStep.SOLD)));
        assertThat(storage().stock().open(1, null, 100)).contains(held).doesNotContain(sold);
        storage().stock().release(held.player(), held.operationId());
        assertThat(storage().stock().level(stock)).isEqualTo(new StockLevel(0, 2));
    }

    @Test
    public void raffles_are_still_there_with_their_tickets_and_winners() {
        RaffleDefinition raffle = TestRaffles.raffle(1, 9_000_000_000_000L, 5, 10);
        Raffles raffles = storage().raffles();
        raffles.create(raffle, RaffleSecrets.random(Seeds.random(1)));
        List<TicketReservation> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            BuyTickets command = new BuyTickets(raffle.id(), 2, TestRaffles.PRICE, raffle.terms());
            all.add(new TicketReservation(unknownPlayer(), new OperationId("buy"), command, 1));
            raffles.reserve(all.getLast());
        }
        TicketReservation sold = all.get(1);
        TicketReservation released = all.getLast();
        raffles.confirm(sold.player(), sold.operationId());
        raffles.release(released.player(), released.operationId());
        Raffle before = raffles.find(raffle.id()).orElseThrow();

        reopen();

        Raffles after = storage().raffles();
        assertThat(after.find(raffle.id())).contains(before);
        assertThat(after.reserve(sold)).isEqualTo(new TicketOutcome.Known(sold.sold(1)));
        assertThat(after.held(1, null, 100)).contains(all.getFirst()).doesNotContain(sold);
        after.confirm(all.getFirst().player(), all.getFirst().operationId());
        after.close(raffle.id());
        after.freeze(raffle.id(), "0f".repeat(32), 4);
        after.draw(raffle.id(), List.of(new RaffleWinner(1, 3, sold.player(), false)));
        after.markPaid(raffle.id(), 1);
        reopen();

        assertThat(storage().raffles().winners(raffle.id()))
                .containsExactly(new RaffleWinner(1, 3, sold.player(), true));
        storage().raffles().finish(raffle.id());
    }

    public void tournaments_and_their_entries_are_still_there() {
        TournamentDefinition cup = TestTournaments.between(1, 1_000).fee(5).seats(2, 10).done();
        Tournaments tournaments = storage().tournaments();
        tournaments.create(cup);
        tournaments.move(cup.id(), 1, TournamentStage.PUBLISHED);
        PlayerId player = unknownPlayer();
        var paid = TournamentEntry.wanted(cup, player, new OperationId("a" + cup.id()), 7, 8);
        var held = TournamentEntry.wanted(cup, player, new OperationId("b" + cup.id()), 7, 8);
        tournaments.hold(paid);
        tournaments.hold(held);
        tournaments.confirm(player, paid.operationId());
        tournaments.disqualify(cup.id(), player, new Disqualification("too fast", "ann", 9));
        var before = tournaments.find(cup.id());
        var entries = tournaments.entriesOf(cup.id(), player);

        reopen();

        Tournaments after = storage().tournaments();
        assertThat(after.find(cup.id())).isEqualTo(before);
        assertThat(after.entriesOf(cup.id(), player)).isEqualTo(entries).hasSize(2);
        assertThat(after.held(8, null, 100)).contains(entries.getLast());
        after.release(player, held.operationId());
        assertThat(after.find(cup.id()).orElseThrow().held()).isZero();
    }

    @Test
    public void new_ids_are_greater_than_every_id_before() {
        PlayerId player = newPlayer();
        execute(player, funz(1));
        long greatest = storage().greatestId();
        long lastChange = changes(player).getLast().id();
        clock.advance(Duration.ofDays(-30));

        reopen();

        assertThat(storage().greatestId()).isEqualTo(greatest).isGreaterThanOrEqualTo(lastChange);
        assertThat(nextId()).isGreaterThan(lastChange);
        execute(player, funz(1));
        assertThat(changes(player).getLast().id()).isGreaterThan(lastChange);
    }

    @Test
    public void what_was_answered_at_once_is_still_there() {
        PlayerId player = newPlayer();
        List<Answer> answers = Together.run(50, i -> execute(player, "op " + i, funz(1 + i)));

        reopen();

        assertThat(state(player).wallet().funz()).isEqualTo(50L * 51 / 2);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(execute(player, "op " + i, funz(1 + i)))
                    .isEqualTo(answers.get(i).asRepeat());
        }
    }

    @Test
    public void what_was_answered_while_closing_is_still_there() {
        PlayerId player = newPlayer();
        List<Boolean> answered =
                Together.run(
                        40,
                        i -> {
                            if (i == 20) {
                                storage().close();
                                return false;
                            }
                            try {
                                execute(player, "op " + i, funz(1));
                                return true;
                            } catch (StorageException e) {
                                return false;
                            }
                        });

        reopen();

        for (int i = 0; i < answered.size(); i++) {
            if (answered.get(i)) {
                assertThat(storage().players().operation(player, new OperationId("op " + i)))
                        .as("the answer to operation %s", i)
                        .isPresent();
            }
        }
        assertThat(state(player).wallet().funz())
                .isGreaterThanOrEqualTo(answered.stream().filter(each -> each).count());
    }

    @Test
    public void a_closed_storage_refuses_and_can_be_closed_again() {
        PlayerId player = newPlayer();
        storage().close();
        storage().close();

        assertThatThrownBy(() -> execute(player, funz(1))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage().checkAvailable()).isInstanceOf(StorageException.class);
        reopen();
        storage().checkAvailable();
        assertThat(state(player).wallet().funz()).isZero();
    }
}
