-- Reads a player and, if asked, one of his kept operations, as of one moment.
--
-- KEYS[1] player       hash
-- KEYS[2] generation   string: the partition's generation
-- KEYS[3] operation    string: the kept answer; the player's key again when none is asked for
-- ARGV[1] the generation the caller knows
-- ARGV[2] "1" when the operation is asked for, else "0"
--
-- Reply: accepted, operation ("" when unknown), then field, value … of the player.
-- Refusals: generation (the caller's is not the partition's), absent (no such player here; operation follows), outdated (the player is of
-- an older generation and must be hydrated before use)

--- @include "check_generation"
--- @include "is_current"

local player, generation, operation = KEYS[1], KEYS[2], KEYS[3]
local known_generation, wants_operation = ARGV[1], ARGV[2]

if not check_generation(generation, known_generation) then
    return {'generation'}
end
local kept = ''
if wants_operation == '1' then
    kept = redis.call('GET', operation) or ''
end
local fields = redis.call('HGETALL', player)
if #fields == 0 then
    return {'absent', kept}
end
local reply = {'accepted', kept}
for i = 1, #fields, 2 do
    if fields[i] == 'v' and not is_current(fields[i + 1], known_generation) then
        return {'outdated'}
    end
    reply[i + 2] = fields[i]
    reply[i + 3] = fields[i + 1]
end
return reply
