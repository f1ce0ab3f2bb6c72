-- When the last wave of popups began, epoch milliseconds: one row. Players' states and changes tell of announcements from
-- here on.
CREATE TABLE popup_wave (
    number   INT    NOT NULL,
    began_at BIGINT NOT NULL,
    PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO popup_wave (number, began_at) VALUES (1, 0);
