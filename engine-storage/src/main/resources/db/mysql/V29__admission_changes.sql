-- Changes of `admission` that operators have made by plans, each once for ever. `document` says what held before and after, who
-- decided it and why. Rows are only added, in the transaction that changes `admission`. Times are epoch milliseconds.
CREATE TABLE admission_change (
    operation_id VARCHAR(64) NOT NULL,
    player_id    BIGINT      NOT NULL,
    changed_at   BIGINT      NOT NULL,
    document     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
