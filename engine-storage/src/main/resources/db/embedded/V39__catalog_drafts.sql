-- Documents of content that operators may publish for a while, by their SHA-256 in hexadecimal. Times are epoch milliseconds.
CREATE TABLE catalog_draft (
    hash       TEXT    PRIMARY KEY,
    document   TEXT    NOT NULL,
    kept_until INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 39;
