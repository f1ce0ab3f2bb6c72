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

--- @include "add_unarchived"
--- @include "check_generation"

local player, generation, journal = KEYS[1], KEYS[2], KEYS[3]
local known_generation, entries_max = ARGV[1], tonumber(ARGV[2])

if not check_generation(generation, known_generation) then
    return {'generation'}
end
local reply = {'accepted'}
if not add_unarchived(reply, journal, redis.call('HGET', player, 'j'), entries_max) then
    return {'behind'}
end
return reply
