package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives an operator another credential. */
@Command(
        name = "credential",
        description = {
            "Give an operator another credential; that before is refused from the next request on.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin operator credential ada --reason 'may be known' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the credential was renewed",
            "1:there is no such operator",
            "2:the command line, the credential or the configuration is wrong",
            "66:the file could not be read or written",
            "69:the storage cannot be used"
        })
final class RenewCredential extends OperatorChange {
    @Mixin private CredentialOption source;

    private String credential;

    @SuppressWarnings("NullAway.Init") // picocli sets them, and check
    RenewCredential() {
        super(OperatorAction.RENEW_CREDENTIAL);
    }

    @Override
    protected void check() {
        super.check();
        try {
            credential = source.credential(new Credentials());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    int change(GameStorage opened, OperatorName operator) {
        Operators operators = opened.operators();
        source.keep(credential);
        operators.setCredential(operator, new Credentials().hash(credential));
        Optional<Operator> found = operators.find(operator);
        if (found.isEmpty()) {
            source.forget();
            return complainOfNobody(operator);
        }
        show(found.get(), source, credential);
        return ExitCodes.OK;
    }
}
