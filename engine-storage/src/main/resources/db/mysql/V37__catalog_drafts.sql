-- Documents of content that operators may publish for a while, by their SHA-256 in hexadecimal. Times are epoch milliseconds.
CREATE TABLE catalog_draft (
    hash       CHAR(64)   NOT NULL,
    document   MEDIUMTEXT NOT NULL,
    kept_until BIGINT     NOT NULL,
    PRIMARY KEY (hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
