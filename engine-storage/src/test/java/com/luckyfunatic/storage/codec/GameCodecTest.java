package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterEvent;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameCodecTest {
    private final GameCodec codec = new GameCodec();

    private static ChangeDocument change(GameEvent... events) {
        return new ChangeDocument(
                "Tap",
                new OperationId("op 1"),
                new Actor.Operator("ann"),
                "v1",
                Durability.HARD,
                List.of(events),
                new Wallet(1, 2, 3));
    }

    @Test
    void a_change_is_read_as_it_was_written() {
        ChangeDocument change =
                change(
                        new TapEvent.Tapped(
                                3, 9, 0, 1_000_000, 57_000, 3, new TapSequence(7, 1), 5),
                        new BoosterEvent.BoosterActivated(
                                new BoosterType("turbo_tap"),
                                Effect.FUNZ_PER_TAP_MULTIPLY,
                                Currency.FUNZ,
                                0,
                                new ActiveBooster(
                                        new BoosterType("turbo_tap"),
                                        Effect.FUNZ_PER_TAP_MULTIPLY,
                                        50_000,
                                        Amounts.MAX),
                                new BoosterUse(new BoosterType("turbo_tap"), 1, 2, 3),
                                4));

        assertThat(codec.readChange(codec.write(change))).isEqualTo(change);
    }

    @Test
    void a_change_is_written_in_words_that_people_can_read() {
        String text = codec.write(change(new TapEvent.Tapped(3, 9, 0, 1, 2, 3, null, 5)));

        assertThat(text)
                .contains("\"@type\":\"Tapped\"", "\"accepted\":3", "\"funzDelta\":9")
                .doesNotContain("sequence");
    }

    @Test
    void an_answer_is_read_as_it_was_written() {
        Answer answer =
                new Answer(
                        new Outcome.Refused(
                                new CardRefusal.CardRequirementsNotMet(
                                        List.of(
                                                new Requirement.OwnCard(new CardId("miner"), 3),
                                                new Requirement.ReachRank(2)))),
                        null,
                        new PassiveIncome(5, 6, true),
                        7,
                        false);

        assertThat(
                        codec.readAnswer(codec.write(AnswerDocument.of(answer)))
                                .toRepeat(null, () -> null))
                .isEqualTo(answer.asRepeat());
    }

    @Test
    void values_without_components_are_read_as_they_were_written() {
        Answer done =
                new Answer(
                        new Outcome.Accepted(Result.Done.DONE), null, PassiveIncome.NONE, 1, true);
        ChangeDocument own =
                new ChangeDocument(
                        "Tap",
                        null,
                        Actor.Player.SELF,
                        "v1",
                        Durability.SOFT,
                        List.of(),
                        new Wallet(0, 0, 0));

        assertThat(
                        codec.readAnswer(codec.write(AnswerDocument.of(done)))
                                .toRepeat(null, () -> null))
                .isEqualTo(done);
        assertThat(codec.readChange(codec.write(own))).isEqualTo(own);
    }

    @Test
    void commands_differ_by_their_fingerprint() {
        CardId miner = new CardId("miner");

        assertThat(codec.fingerprint(new BuyCardLevel(miner, 50L)))
                .hasSize(32)
                .isEqualTo(codec.fingerprint(new BuyCardLevel(miner, 50L)))
                .isNotEqualTo(codec.fingerprint(new BuyCardLevel(miner, 51L)))
                .isNotEqualTo(codec.fingerprint(new BuyCardLevel(miner, null)))
                .isNotEqualTo(codec.fingerprint(new Tap(50)));
    }

    @Test
    void a_component_that_a_newer_build_has_added_is_passed_over() {
        String text =
                codec.write(change()).replace("\"command\":", "\"future\":{\"a\":1},\"command\":");

        assertThat(codec.readChange(text)).isEqualTo(change());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"events\":[{\"@type\":\"Nonsense\"}]}", "null"})
    void what_cannot_be_read_is_said_to_be_corrupt(String text) {
        assertThatThrownBy(() -> codec.readChange(text))
                .isInstanceOf(StorageCorruptException.class);
    }

    @Test
    void names_of_a_family_are_unique() {
        for (Class<?> family :
                List.of(Command.class, GameEvent.class, Refusal.class, Result.class, Actor.class)) {
            List<String> names = new ArrayList<>();
            collect(family, names);
            assertThat(names).as(family.getSimpleName()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static void collect(Class<?> family, List<String> names) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member, names);
            } else {
                names.add(member.getSimpleName());
            }
        }
    }

    @Test
    void a_player_id_is_a_number() {
        assertThat(codec.tree(new PlayerId(Long.MAX_VALUE)).asLong()).isEqualTo(Long.MAX_VALUE);
    }
}
