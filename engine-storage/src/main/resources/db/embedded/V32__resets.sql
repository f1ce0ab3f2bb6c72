-- States keep the game from before a reset, and changes tell of resets, from here on. No table changes; older builds
-- must not read it: they would drop what is kept.
PRAGMA user_version = 32;
