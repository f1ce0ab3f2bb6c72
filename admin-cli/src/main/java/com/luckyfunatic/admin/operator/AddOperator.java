package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds an operator. */
@Command(
        name = "add",
        description = {
            "Add an operator. A name is one person's for ever: nobody is removed, only disabled,"
                    + " so that what was done under it stays theirs.",
            "",
            "The credential is shown once, or written into a new file, and cannot be found out"
                    + " again.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin operator add ada --role support --reason 'joins support' --config"
                    + " server.yaml",
            "  funatic admin operator add ada --role support --reason 'joins support'"
                    + " --new-credential-file ada.txt",
            "  funatic admin operator add bob --role support-lead,auditor --reason 'leads support'"
                    + " --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the operator was added",
            "1:the name is taken",
            "2:the command line, the credential or the configuration is wrong",
            "66:the file could not be read or written",
            "69:the storage cannot be used"
        })
final class AddOperator extends OperatorChange {
    @Mixin private RoleOption role;

    @Mixin private CredentialOption source;

    private Set<Role> roles;
    private CredentialHash hash;
    private String credential;

    @SuppressWarnings("NullAway.Init") // picocli sets them, and check
    AddOperator() {
        super(OperatorAction.ADD_OPERATOR);
    }

    @Override
    protected void check() {
        super.check();
        Credentials credentials = new Credentials();
        try {
            credential = source.credential(credentials);
            roles = Operator.requireRoles(role.roles());
            hash = credentials.hash(credential);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    String detail() {
        return role.toString();
    }

    @Override
    int change(GameStorage opened, OperatorName operator) {
        Operators operators = opened.operators();
        Operator added = new Operator(operator, roles, hash, false, opened.clock().millis());
        source.keep(credential);
        if (!operators.add(added)) {
            source.forget();
            complain("There is an operator " + operator + " already, or there was.");
            return ExitCodes.PROBLEMS;
        }
        show(added, source, credential);
        return ExitCodes.OK;
    }
}
