-- Changes tell of payments in Telegram Stars from here on. No table changes; older builds must not read it.
PRAGMA user_version = 17;
