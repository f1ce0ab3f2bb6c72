-- Reads the changes of one player that are in the journal, and so not in the archive yet, as of one moment.
--
-- KEYS[1] player       hash
-- KEYS[2] generation   string: the partition's generation
-- KEYS[3] journal      stream of the partition
-- ARGV[1] the generation the caller knows
-- ARGV[2] how many to read at most
--
-- Reply: accepted, then name, version, change, answer ("" for none) of each entry, in order.
-- Refusals: generation (the caller's is not the partition's), behind (there are more)

--- @include "check_generation"

local player, generation, journal = KEYS[1], KEYS[2], KEYS[3]
local known_generation, entries_max = ARGV[1], tonumber(ARGV[2])

if not check_generation(generation, known_generation) then
    return {'generation'}
end
-- From the last one back to the first: what has been trimmed is archived, and so is all that was before it.
local entries = {}
local name = redis.call('HGET', player, 'j')
while name do
    local entry = redis.call('XRANGE', journal, name, name)[1]
    if not entry then
        break
    end
    if #entries == entries_max then
        return {'behind'}
    end
    local fields = {a = ''}
    for i = 1, #entry[2], 2 do
        fields[entry[2][i]] = entry[2][i + 1]
    end
    entries[#entries + 1] = {name, fields.v, fields.c, fields.a}
    name = fields.b
end
local reply = {'accepted'}
for i = #entries, 1, -1 do
    for _, value in ipairs(entries[i]) do
        reply[#reply + 1] = value
    end
end
return reply
