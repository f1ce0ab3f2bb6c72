package com.luckyfunatic.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.forge.ForgeRefusal.MissingIngredient;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestStep;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.story.StoryRefusal;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of every feature has its error answer. */
class RefusalProblemsTest {
    private static final Map<Class<?>, Object> SAMPLES =
            Map.ofEntries(
                    Map.entry(boolean.class, true),
                    Map.entry(TournamentId.class, new TournamentId("cup")),
                    Map.entry(int.class, 7),
                    Map.entry(long.class, 7L),
                    Map.entry(Currency.class, Currency.FUNZ),
                    Map.entry(BalloonGameId.class, new BalloonGameId(7)),
                    Map.entry(BoosterType.class, new BoosterType("turbo_tap")),
                    Map.entry(ConversionId.class, new ConversionId("jokers_to_funz")),
                    Map.entry(ListingId.class, new ListingId("keys")),
                    Map.entry(CardId.class, new CardId("miner")),
                    Map.entry(SpecialCardId.class, new SpecialCardId("golden_miner")),
                    Map.entry(TimeTrialId.class, new TimeTrialId("sprint")),
                    Map.entry(StoryId.class, new StoryId("first_job")),
                    Map.entry(ItemId.class, new ItemId("shard")),
                    Map.entry(TonAddress.class, new TonAddress("0:" + "a".repeat(64))),
                    Map.entry(ExchangeId.class, new ExchangeId("north")),
                    Map.entry(PlayerId.class, new PlayerId(7)),
                    Map.entry(QuestId.class, new QuestId("welcome")),
                    Map.entry(RaffleId.class, new RaffleId("lucky_hat_1")),
                    Map.entry(QuestStep.class, QuestStep.STARTED));

    /** One of each, found through the sealed hierarchy so that none can be forgotten. */
    static Stream<Refusal> refusals() {
        return leaves(Refusal.class).map(RefusalProblemsTest::sample);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(RefusalProblemsTest::leaves);
    }

    private static Refusal sample(Class<?> leaf) {
        RecordComponent[] components = leaf.getRecordComponents();
        try {
            Constructor<?> constructor =
                    leaf.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return (Refusal)
                    constructor.newInstance(
                            Arrays.stream(components)
                                    .map(component -> value(leaf, component))
                                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + leaf, e);
        }
    }

    private static Object value(Class<?> refusal, RecordComponent component) {
        if (component.getType() != List.class) {
            return Objects.requireNonNull(SAMPLES.get(component.getType()), component::toString);
        }
        String element = component.getGenericType().getTypeName();
        if (element.contains(MissingIngredient.class.getName())) {
            return List.of(new MissingIngredient(new Ingredient.Items(new ItemId("shard"), 3), 1));
        }
        return refusal == StoryRefusal.StoryIncomplete.class
                ? List.of(new CardId("miner"))
                : List.<Requirement>of(new Requirement.ReachRank(2));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void the_answer_has_the_refusals_own_code(Refusal refusal) {
        ProblemException problem = RefusalProblems.of(refusal, TestCatalogs.full());

        assertThat(problem.code().word())
                .isEqualTo(
                        refusal instanceof PlayerRefusal.UnknownPlayer
                                ? "token_invalid"
                                : refusal.code());
        assertThat(problem.detail()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_is_never_retriable_and_its_status_follows_its_kind(Refusal refusal) {
        ProblemCode code = RefusalProblems.of(refusal, TestCatalogs.full()).code();

        assertThat(code.retriable()).isFalse();
        assertThat(code.status().getCode()).isEqualTo(expectedStatus(code.word()));
    }

    private static int expectedStatus(String code) {
        if (code.equals("token_invalid")) {
            return 401;
        }
        if (code.startsWith("unknown_")) {
            return 404;
        }
        return Set.of(
                                "already_claimed",
                                "already_active",
                                "balloons_replaced",
                                "player_already_exists",
                                "session_superseded",
                                "ton_proof_used",
                                "wallet_taken")
                        .contains(code)
                ? 409
                : 422;
    }

    @Test
    void the_samples_are_not_few() {
        assertThat(refusals()).hasSizeGreaterThan(30);
    }
}
