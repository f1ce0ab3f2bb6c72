-- When the last wave of popups began, epoch milliseconds. Players' states and changes tell of announcements from here on.
INSERT INTO meta (name, value) VALUES ('popup_wave', 0);

PRAGMA user_version = 13;
