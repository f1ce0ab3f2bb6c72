package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.reward.Reward;

/** What a conversion gives back. */
public sealed interface ConversionResult extends Result {
    /** It was made {@code count} times: {@code taken} was given for {@code given}. */
    record ConversionMade(ConversionId conversion, int count, Reward taken, Reward given)
            implements ConversionResult {}
}
