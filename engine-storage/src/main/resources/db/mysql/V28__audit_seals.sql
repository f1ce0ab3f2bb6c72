-- Seals on what is recorded for good: what the rows of a log said when they were complete, each `head` the hash of its seal and the head
-- before it. `marks` has the first eight bytes of the hash of each row. Rows are only added. Times are epoch milliseconds.
CREATE TABLE audit_seal (
    log             VARCHAR(32) NOT NULL,
    number          BIGINT      NOT NULL,
    epoch_day       BIGINT      NOT NULL,
    from_position   BIGINT      NOT NULL,
    to_position     BIGINT      NOT NULL,
    earliest_millis BIGINT      NOT NULL,
    rows_hash       CHAR(64)    NOT NULL,
    marks           MEDIUMBLOB  NOT NULL,
    keyed           BOOLEAN     NOT NULL,
    head            CHAR(64)    NOT NULL,
    sealed_at       BIGINT      NOT NULL,
    PRIMARY KEY (log, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
