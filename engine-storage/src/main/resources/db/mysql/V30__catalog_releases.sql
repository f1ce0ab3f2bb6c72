-- Releases of the content, which are only added to, and the document of each version, which never changes. Of those
-- not called off, the one whose moment came last is in force. Nothing has written to the table that is renamed.
RENAME TABLE catalog_release TO catalog_document;

ALTER TABLE catalog_document
    DROP KEY catalog_release_by_number,
    DROP COLUMN number,
    DROP COLUMN published_at;

CREATE TABLE catalog_release (
    number      BIGINT       NOT NULL AUTO_INCREMENT,
    operation   VARCHAR(64)  NOT NULL,
    version     VARCHAR(64)  NOT NULL,
    hash        CHAR(64)     NOT NULL,
    author      VARCHAR(100) NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    created_at  BIGINT       NOT NULL,
    active_from BIGINT       NOT NULL,
    restores    BIGINT       NOT NULL,
    cancelled   TINYINT(1)   NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY catalog_release_by_operation (operation),
    KEY catalog_release_by_moment (active_from, number),
    CHECK (active_from >= created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
