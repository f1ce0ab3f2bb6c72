package com.luckyfunatic.engine.requirement;

import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.requirement.Requirement.InviteFriends;
import com.luckyfunatic.engine.requirement.Requirement.OwnCard;
import com.luckyfunatic.engine.requirement.Requirement.ReachRank;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementsTest {
    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(Players.fresh(), new OwnCard(MINER, 1), false),
                Arguments.of(Players.fresh().card(MINER, 1), new OwnCard(MINER, 2), false),
                Arguments.of(Players.fresh().card(MINER, 2), new OwnCard(MINER, 2), true),
                Arguments.of(Players.fresh().card(MINER, 3), new OwnCard(MINER, 2), true),
                Arguments.of(Players.fresh(), new ReachRank(1), true),
                Arguments.of(Players.fresh(), new ReachRank(2), false),
                Arguments.of(Players.fresh().rank(3), new ReachRank(2), true),
                Arguments.of(Players.fresh(), new InviteFriends(1), false),
                Arguments.of(Players.fresh().friends(1), new InviteFriends(1), true),
                Arguments.of(Players.fresh().friends(2), new InviteFriends(1), true));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_met(Players player, Requirement requirement, boolean met) {
        assertThat(Requirements.isMet(player.state(), requirement)).isEqualTo(met);
        assertThat(Requirements.missing(player.state(), List.of(requirement)))
                .isEqualTo(met ? List.of() : List.of(requirement));
    }

    @Test
    void all_that_are_missing_are_named_in_their_order() {
        List<Requirement> all =
                List.of(new InviteFriends(3), new ReachRank(1), new OwnCard(MINER, 1));

        assertThat(Requirements.missing(Players.fresh().state(), all))
                .containsExactly(new InviteFriends(3), new OwnCard(MINER, 1));
    }
}
