-- Releases of the content, which are only added to, and the document of each version, which never changes. Of those
-- not called off, the one whose moment came last is in force.
CREATE TABLE catalog_document (
    version  TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE catalog_release (
    number      INTEGER PRIMARY KEY,
    operation   TEXT    NOT NULL UNIQUE,
    version     TEXT    NOT NULL,
    hash        TEXT    NOT NULL,
    author      TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    active_from INTEGER NOT NULL CHECK (active_from >= created_at),
    restores    INTEGER NOT NULL,
    cancelled   INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;

CREATE INDEX catalog_release_by_moment ON catalog_release (active_from, number);

PRAGMA user_version = 30;
