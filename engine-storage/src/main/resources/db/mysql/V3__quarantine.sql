-- Entries of the journals that cannot be understood, put aside for a person to look at. Each once, however
-- often it is read: by its name in the journal, and by who did not understand it (the archive or the audit).
CREATE TABLE quarantined_entry (
    id               BIGINT        NOT NULL AUTO_INCREMENT,
    partition_number INT           NOT NULL,
    entry            VARBINARY(64) NOT NULL,
    sink             VARCHAR(16)   NOT NULL,
    reason           TEXT          NOT NULL,
    document         LONGTEXT      NOT NULL,
    at_millis        BIGINT        NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY quarantined_entry_by_name (partition_number, entry, sink)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
