-- The people who run the game. Nobody is removed, only disabled. `roles` has words with commas between; `credential` is
-- a hash with its algorithm, settings and salt.
CREATE TABLE operator (
    name       VARCHAR(32)  NOT NULL,
    roles      VARCHAR(200) NOT NULL,
    credential VARCHAR(200) NOT NULL,
    disabled   TINYINT(1)   NOT NULL,
    added_at   BIGINT       NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
