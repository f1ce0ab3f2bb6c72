package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.server.view.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * An operator, as told to themselves.
 *
 * @param name who they are
 * @param roles what they may do
 */
@Schema(example = Examples.OPERATOR)
record OperatorView(String name, List<String> roles) {
    static OperatorView of(Operator operator) {
        return new OperatorView(
                operator.name().value(),
                operator.roles().stream().sorted().map(Role::word).toList());
    }
}
