package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.tap.TapState;
import java.util.List;

/** Tapping, by {@code tap-5.lua}. */
public record HotTap(Tap tap) implements HotCommand {
    @Override
    public List<String> ownArguments(HotContent content) {
        TapDefinition taps = content.catalog().tap();
        TapSequence sequence = tap.sequence();
        return List.of(
                Long.toString(taps.energyPerTap() * EnergyState.MICROS_PER_UNIT),
                Integer.toString(taps.perSecond()),
                Long.toString(taps.burst() * TapState.TOKENS_PER_TAP),
                Integer.toString(tap.count()),
                sequence == null ? "" : Long.toString(sequence.session()),
                sequence == null ? "" : Long.toString(sequence.number()));
    }

    @Override
    public int results() {
        return 3;
    }

    @Override
    public Result result(List<String> results) {
        return new TapResult.Taps(
                Integer.parseInt(results.get(0)),
                Long.parseLong(results.get(1)),
                results.get(2).equals("1"));
    }

    @Override
    public String journalName() {
        return Tap.class.getSimpleName();
    }
}
