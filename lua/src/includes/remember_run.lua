-- Prints which runs have counted, with one more: the greatest that is forgotten, and the eight with the greatest ids, greatest first.

--- @include "is_before"

local function remember_run(entry, run, score)
    local before, after = '', entry.runs
    local first = string.match(after, '^%d+')
    -- Nearly always, a run is greater than all before.
    while first and is_before(run, first) do
        local one, rest = string.match(after, '^(%d+:%d+),?(.*)$')
        before, after = before .. one .. ',', rest
        first = string.match(after, '^%d+')
    end
    local runs = before .. run .. ':' .. score .. (after == '' and '' or ',') .. after
    local kept, dropped = string.match(runs, '^(' .. string.rep('%d+:%d+,', 7) .. '%d+:%d+),(%d+):%d+$')
    return (dropped or entry.forgotten) .. ' ' .. (kept or runs)
end
