-- MySQL's part of the distributed storage. Every statement is understood by MySQL 8.0 and MariaDB 10.8.
-- Transactions lock in the order of the tables in this file, and rows in the order of their keys.

-- Values that every server must agree on, fixed by the first that opens the database.
CREATE TABLE storage_setting (
    name  VARCHAR(64) NOT NULL,
    value BIGINT      NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The partitions of the players, and how often each may have lost something in the hot store.
CREATE TABLE store_partition (
    number     INT    NOT NULL,
    generation BIGINT NOT NULL,
    PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A state per player, as of (epoch, sequence). A row without a state is of a player who was looked
-- for and has none: it holds the epoch that keeps the copies of the hot store apart.
CREATE TABLE player_snapshot (
    player_id  BIGINT     NOT NULL,
    epoch      BIGINT     NOT NULL,
    sequence   BIGINT     NOT NULL,
    generation BIGINT     NOT NULL,
    at_millis  BIGINT     NOT NULL,
    format     INT        NOT NULL,
    state      MEDIUMTEXT NULL,
    PRIMARY KEY (player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Operation ids with their first answer. Ids differ in case and in blanks at the end, hence binary.
-- `clean_at` is when the row is due: then a lasting one loses its state, and any other is deleted.
-- Rows lie in the order in which they came: by player, each would split a page of its own.
CREATE TABLE operation (
    id           BIGINT        NOT NULL AUTO_INCREMENT,
    player_id    BIGINT        NOT NULL,
    operation_id VARBINARY(64) NOT NULL,
    change_id    BIGINT        NULL,
    sequence     BIGINT        NOT NULL,
    fingerprint  VARCHAR(64)   NOT NULL,
    answer       MEDIUMTEXT    NOT NULL,
    state        MEDIUMTEXT    NULL,
    at_millis    BIGINT        NOT NULL,
    lasting      BOOLEAN       NOT NULL,
    clean_at     BIGINT        NULL,
    PRIMARY KEY (id),
    UNIQUE KEY operation_by_player (player_id, operation_id),
    KEY operation_by_cleaning (clean_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE account (
    player_id     BIGINT       NOT NULL,
    telegram_id   BIGINT       NOT NULL,
    first_name    VARCHAR(256) NOT NULL,
    last_name     VARCHAR(256) NULL,
    username      VARCHAR(256) NULL,
    language_code VARCHAR(256) NULL,
    premium       BOOLEAN      NOT NULL,
    photo_url     TEXT         NULL,
    referrer_id   BIGINT       NULL,
    campaign      VARCHAR(256) NULL,
    joined_at     BIGINT       NOT NULL,
    funz_earned   BIGINT       NOT NULL DEFAULT 0,
    player_rank   INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (player_id),
    UNIQUE KEY account_by_telegram_id (telegram_id),
    KEY account_by_referrer (referrer_id, funz_earned DESC, player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Commands on other players that changes have called for, longest waiting first.
CREATE TABLE follow_up (
    id           BIGINT        NOT NULL AUTO_INCREMENT,
    player_id    BIGINT        NOT NULL,
    operation_id VARBINARY(64) NOT NULL,
    command      MEDIUMTEXT    NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY follow_up_by_operation (player_id, operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Entries of the journals, a compressed batch per row; what hydration replays.
CREATE TABLE change_archive (
    id               BIGINT         NOT NULL AUTO_INCREMENT,
    partition_number INT            NOT NULL,
    generation       BIGINT         NOT NULL,
    first_entry      VARBINARY(64)  NOT NULL,
    last_entry       VARBINARY(64)  NOT NULL,
    latest_millis    BIGINT         NOT NULL,
    greatest_id      BIGINT         NOT NULL,
    entry_count      INT            NOT NULL,
    document         LONGBLOB       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY change_archive_by_entries (partition_number, generation, first_entry, last_entry),
    KEY change_archive_by_partition_and_time (partition_number, latest_millis),
    KEY change_archive_by_time (latest_millis)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Content by version; the newest published one is played.
CREATE TABLE catalog_release (
    version      VARCHAR(64) NOT NULL,
    document     MEDIUMTEXT  NOT NULL,
    published_at BIGINT      NOT NULL,
    number       BIGINT      NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (version),
    UNIQUE KEY catalog_release_by_number (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who does a job, until when by the clock of the database. `fence` grows with every takeover.
CREATE TABLE job_lease (
    name       VARCHAR(128) NOT NULL,
    owner      VARCHAR(128) NOT NULL,
    fence      BIGINT       NOT NULL,
    expires_at BIGINT       NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
