package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.platform.PlatformResult.GrantPaid;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.RewardView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A grant that was paid.
 *
 * @param paid what the player holds now
 * @param cut what did not fit below the largest balance, and is lost
 * @param balances what is held right after it
 */
@Schema(
        example =
                """
                {"paid": {"funz": 0, "jokers": 25, "items": []},
                "cut": {"funz": 0, "jokers": 0, "items": []},
                "balances": {"funz": 5200, "jokers": 65, "items": []}}
                """)
public record GrantView(RewardView paid, RewardView cut, RewardView balances) {
    static GrantView of(Performed granted) {
        GrantPaid result = (GrantPaid) granted.result();
        return new GrantView(
                RewardView.of(result.paid()),
                RewardView.of(result.cut()),
                PlatformPlayerView.balances(granted.state()));
    }
}
