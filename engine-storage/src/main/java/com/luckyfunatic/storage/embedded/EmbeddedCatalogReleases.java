package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.Page;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables {@code catalog_release}, {@code catalog_document} and {@code catalog_draft}.
 * Thread-safe.
 */
final class EmbeddedCatalogReleases implements CatalogReleases {
    private static final String COLUMNS =
            "operation, version, hash, author, reason, created_at, active_from, restores,"
                    + " cancelled";
    private static final String SELECT = "SELECT number, " + COLUMNS + " FROM catalog_release";
    private static final String FIND = SELECT + " WHERE number = ?";
    private static final String PUBLISHED = SELECT + " WHERE operation = ?";
    private static final String IN_FORCE =
            SELECT
                    + " WHERE cancelled = 0 AND active_from <= ?"
                    + " ORDER BY active_from DESC, number DESC LIMIT ?";
    private static final String PAGE = SELECT + " WHERE number < ? ORDER BY number DESC LIMIT ?";
    private static final String INSERT =
            "INSERT INTO catalog_release ("
                    + COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING";
    private static final String CANCEL =
            "UPDATE catalog_release SET cancelled = 1 WHERE number = ? AND active_from > ?";
    private static final String DOCUMENT =
            "SELECT document FROM catalog_document WHERE version = ?";
    private static final String INSERT_DOCUMENT =
            "INSERT INTO catalog_document (version, document) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String LATEST = "SELECT coalesce(max(number), 0) FROM catalog_release";
    private static final String KEEP =
            "INSERT INTO catalog_draft (hash, document, kept_until) VALUES (?, ?, ?)"
                    + " ON CONFLICT (hash) DO UPDATE"
                    + " SET kept_until = max(kept_until, excluded.kept_until)";
    private static final String FORGET = "DELETE FROM catalog_draft WHERE kept_until <= ?";
    private static final String DRAFT = "SELECT document FROM catalog_draft WHERE hash = ?";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedCatalogReleases(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public Optional<CatalogRelease> publish(
            CatalogRelease draft, String document, ReleaseBasis seen) {
        Published published =
                WorkWrite.forced(
                        writer,
                        statements -> {
                            Optional<String> known =
                                    text(statements.prepare(DOCUMENT), draft.version());
                            if (known.filter(text -> !text.equals(document)).isPresent()) {
                                return Published.NOTHING_BUT_THE_VERSION;
                            }
                            PreparedStatement find = statements.prepare(PUBLISHED);
                            if (published(find, draft.operation()).isEmpty()
                                    && seen.equals(basis(statements, draft))) {
                                keep(statements.prepare(INSERT_DOCUMENT), draft, document);
                                insert(statements.prepare(INSERT), draft);
                            }
                            return new Published(false, published(find, draft.operation()));
                        });
        if (published.isVersionTaken()) {
            throw new IllegalArgumentException(
                    "version " + draft.version() + " is known with other content");
        }
        return published.release();
    }

    /** What came of publishing. */
    private record Published(boolean isVersionTaken, Optional<CatalogRelease> release) {
        static final Published NOTHING_BUT_THE_VERSION = new Published(true, Optional.empty());
    }

    private static ReleaseBasis basis(WriterStatements statements, CatalogRelease draft)
            throws SQLException {
        long latest;
        try (ResultSet row = statements.prepare(LATEST).executeQuery()) {
            latest = row.next() ? row.getLong(1) : 0;
        }
        PreparedStatement select = statements.prepare(IN_FORCE);
        select.setLong(1, draft.activeFromMillis());
        select.setInt(2, 1);
        List<CatalogRelease> inForce = rows(select);
        return new ReleaseBasis(latest, inForce.isEmpty() ? 0 : inForce.getFirst().number());
    }

    private static void keep(PreparedStatement insert, CatalogRelease draft, String document)
            throws SQLException {
        insert.setString(1, draft.version());
        insert.setString(2, document);
        insert.executeUpdate();
    }

    private static void insert(PreparedStatement insert, CatalogRelease draft) throws SQLException {
        insert.setString(1, draft.operation());
        insert.setString(2, draft.version());
        insert.setString(3, draft.hash());
        insert.setString(4, draft.author());
        insert.setString(5, draft.reason());
        insert.setLong(6, draft.createdAtMillis());
        insert.setLong(7, draft.activeFromMillis());
        insert.setLong(8, draft.restores());
        insert.executeUpdate();
    }

    @Override
    public Optional<CatalogRelease> find(long number) {
        return database.read(reader -> found(reader.prepare(FIND), number));
    }

    private static Optional<CatalogRelease> found(PreparedStatement find, long number)
            throws SQLException {
        find.setLong(1, number);
        return rows(find).stream().findFirst();
    }

    @Override
    public Optional<CatalogRelease> published(String operation) {
        return database.read(reader -> published(reader.prepare(PUBLISHED), operation));
    }

    private static Optional<CatalogRelease> published(PreparedStatement find, String operation)
            throws SQLException {
        find.setString(1, operation);
        return rows(find).stream().findFirst();
    }

    @Override
    public Optional<String> document(String version) {
        return database.read(reader -> text(reader.prepare(DOCUMENT), version));
    }

    @Override
    public void keepDraft(String hash, String document, long nowMillis, long untilMillis) {
        WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement forget = statements.prepare(FORGET);
                    forget.setLong(1, nowMillis);
                    forget.executeUpdate();
                    PreparedStatement keep = statements.prepare(KEEP);
                    keep.setString(1, hash);
                    keep.setString(2, document);
                    keep.setLong(3, untilMillis);
                    return keep.executeUpdate();
                });
    }

    @Override
    public Optional<String> draft(String hash) {
        return database.read(reader -> text(reader.prepare(DRAFT), hash));
    }

    private static Optional<String> text(PreparedStatement select, String name)
            throws SQLException {
        select.setString(1, name);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public List<CatalogRelease> inForce(long atMillis, int limit) {
        Page.requireLimit(limit);
        return select(IN_FORCE, atMillis, limit);
    }

    @Override
    public Page<CatalogRelease> page(long beforeNumber, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(select(PAGE, beforeNumber, limit + 1), limit);
    }

    private List<CatalogRelease> select(String sql, long border, int limit) {
        return database.read(reader -> {
            PreparedStatement select = reader.prepare(sql);
            select.setLong(1, border);
            select.setInt(2, limit);
            return rows(select);
        });
    }

    @Override
    public Optional<CatalogRelease> cancel(long number, long nowMillis) {
        return WorkWrite.forced(
                writer,
                statements -> {
                    PreparedStatement update = statements.prepare(CANCEL);
                    update.setLong(1, number);
                    update.setLong(2, nowMillis);
                    update.executeUpdate();
                    return found(statements.prepare(FIND), number);
                });
    }

    private static List<CatalogRelease> rows(PreparedStatement select) throws SQLException {
        List<CatalogRelease> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new CatalogRelease(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getBoolean(10)));
            }
        }
        return found;
    }
}
