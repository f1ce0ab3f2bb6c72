package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.codec.RoleWords;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code operator}. Thread-safe. */
final class EmbeddedOperators implements Operators {
    private static final String COLUMNS = "name, roles, credential, disabled, added_at";
    private static final String FIND = "SELECT " + COLUMNS + " FROM operator WHERE name = ?";
    private static final String LIST =
            "SELECT " + COLUMNS + " FROM operator WHERE name > ? ORDER BY name LIMIT ?";
    private static final String INSERT =
            "INSERT INTO operator (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SET_ROLES = "UPDATE operator SET roles = ? WHERE name = ?";
    private static final String SET_CREDENTIAL =
            "UPDATE operator SET credential = ? WHERE name = ?";
    private static final String SET_DISABLED = "UPDATE operator SET disabled = ? WHERE name = ?";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedOperators(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public boolean add(Operator operator) {
        return write(statements -> {
            PreparedStatement insert = statements.prepare(INSERT);
            insert.setString(1, operator.name().value());
            insert.setString(2, RoleWords.text(operator.roles()));
            insert.setString(3, operator.credential().value());
            insert.setBoolean(4, operator.disabled());
            insert.setLong(5, operator.addedAtMillis());
            return insert.executeUpdate() == 1;
        });
    }

    @Override
    public Optional<Operator> find(OperatorName name) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(FIND);
            select.setString(1, name.value());
            return rows(select).stream().findFirst();
        });
    }

    @Override
    public Page<Operator> list(@Nullable OperatorName after, int limit) {
        Page.requireLimit(limit);
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(LIST);
            select.setString(1, after == null ? "" : after.value());
            select.setInt(2, limit + 1);
            return Page.ofOneMore(rows(select), limit);
        });
    }

    @Override
    public boolean setRoles(OperatorName name, Set<Role> roles) {
        return set(SET_ROLES, RoleWords.text(Operator.requireRoles(roles)), name);
    }

    @Override
    public boolean setCredential(OperatorName name, CredentialHash credential) {
        return set(SET_CREDENTIAL, credential.value(), name);
    }

    @Override
    public boolean setDisabled(OperatorName name, boolean disabled) {
        return set(SET_DISABLED, disabled ? 1 : 0, name);
    }

    private boolean set(String sql, Object value, OperatorName name) {
        return write(statements -> {
            PreparedStatement update = statements.prepare(sql);
            update.setObject(1, value);
            update.setString(2, name.value());
            return update.executeUpdate() == 1;
        });
    }

    private static List<Operator> rows(PreparedStatement select) throws SQLException {
        List<Operator> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new Operator(
                                new OperatorName(row.getString(1)),
                                RoleWords.roles(row.getString(2)),
                                new CredentialHash(row.getString(3)),
                                row.getBoolean(4),
                                row.getLong(5)));
            }
        }
        return found;
    }

    /** Forced: who was disabled must not come back with the machine. */
    private boolean write(WorkWrite.Work<Boolean> work) {
        return WorkWrite.forced(writer, work);
    }
}
