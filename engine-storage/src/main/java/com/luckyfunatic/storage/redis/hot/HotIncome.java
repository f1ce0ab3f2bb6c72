package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import java.util.List;

/** Collecting passive income, by {@code apply_passive_income-5.lua}. */
public record HotIncome() implements HotCommand {
    @Override
    public List<String> ownArguments(HotContent content) {
        return List.of(Long.toString(content.catalog().incomeCapMillis()));
    }

    @Override
    public int results() {
        return 3;
    }

    @Override
    public Result result(List<String> results) {
        return new PassiveIncome(
                Long.parseLong(results.get(0)),
                Long.parseLong(results.get(1)),
                results.get(2).equals("true"));
    }

    @Override
    public String journalName() {
        return CollectIncome.class.getSimpleName();
    }
}
