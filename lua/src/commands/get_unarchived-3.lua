-- Reads the changes of one player that are in the journal, and so not in the archive yet, as of one moment.
--
-- KEYS[1] generation   string: the partition's generation
-- KEYS[2] journal      stream of the partition
-- ARGV[1] the generation the caller knows
-- ARGV[2] the player's id
-- ARGV[3] how many entries of the partition to look through at most
--
-- Reply: accepted, then name, version, change, answer ("" for none) of each entry, in order.
-- Refusals: generation (the caller's is not the partition's), behind (the journal has more entries)

--- @include "check_generation"

local generation, journal = KEYS[1], KEYS[2]
local known_generation, id, entries_max = ARGV[1], ARGV[2], ARGV[3]

if not check_generation(generation, known_generation) then
    return {'generation'}
end
if redis.call('XLEN', journal) > tonumber(entries_max) then
    return {'behind'}
end
local reply = {'accepted'}
for _, entry in ipairs(redis.call('XRANGE', journal, '-', '+')) do
    local fields = {a = ''}
    for i = 1, #entry[2], 2 do
        fields[entry[2][i]] = entry[2][i + 1]
    end
    if fields.p == id then
        local n = #reply
        reply[n + 1], reply[n + 2], reply[n + 3], reply[n + 4] = entry[1], fields.v, fields.c, fields.a
    end
end
return reply
