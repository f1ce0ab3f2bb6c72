-- Reads what a leaderboard keeps of a player: "1" or, once removed, "0"; the place, which is the member of the ranking without the player;
-- what the method keeps; how many scores have counted; the greatest run that is forgotten; "run:score,run:score…", greatest run first.
-- Ids of runs stay texts: they need all their 64 bits. Returns nil when it is corrupt.

--- @include "whole_number"

local function read_entry(text)
    local on, place, total_text, count_text, forgotten, runs = string.match(text, '^([01]) (%d*) (%d+) (%d+) (%d+) ([%d:,]*)$')
    if not on then
        return nil
    end
    local total, count, reached = whole_number(total_text), whole_number(count_text), tonumber(string.sub(place, -16))
    if not total or not count or count > 0 and (not reached or reached > 9007199254740991) then
        return nil
    end
    return {removed = on == '0', place = place, reached = reached, total = total, count = count, forgotten = forgotten, runs = runs}
end
