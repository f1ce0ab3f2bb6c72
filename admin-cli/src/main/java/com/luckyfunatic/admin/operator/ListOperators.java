package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists operators. */
@Command(
        name = "list",
        description = "List all operators by name, also those who are disabled.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin operator list --json --config server.yaml"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ListOperators extends OperatorCommand {
    @Override
    protected int run(GameStorage opened) {
        Operators operators = opened.operators();
        List<Operator> all = new ArrayList<>();
        @Nullable OperatorName after = null;
        Page<Operator> page;
        do {
            page = operators.list(after, Page.LIMIT_MAX);
            all.addAll(page.items());
            after = page.items().isEmpty() ? null : page.items().getLast().name();
        } while (page.hasMore());
        if (isJson()) {
            tell(OperatorView.json(all));
        } else {
            tell(all.isEmpty() ? "There is no operator." : OperatorView.table(all).fit(columns()));
        }
        return ExitCodes.OK;
    }
}
