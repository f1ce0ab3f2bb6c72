package com.luckyfunatic.admin.operator;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;

/** Says whether an operator may sign in. */
abstract class SwitchOperator extends OperatorChange {
    private final boolean isDisabled;

    SwitchOperator(boolean isDisabled) {
        super(isDisabled ? OperatorAction.DISABLE_OPERATOR : OperatorAction.ENABLE_OPERATOR);
        this.isDisabled = isDisabled;
    }

    @Override
    final int change(GameStorage opened, OperatorName operator) {
        Operators operators = opened.operators();
        operators.setDisabled(operator, isDisabled);
        return show(operators, operator);
    }
}
