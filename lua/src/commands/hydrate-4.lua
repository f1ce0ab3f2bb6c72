-- Puts a player that was loaded from MySQL into Redis, unless Redis has him at least as far: then he stays as he is and only takes the
-- loader's generation and epoch.
--
-- KEYS[1] player       hash
-- KEYS[2] generation   string: the partition's generation
-- KEYS[3] touched      sorted set of the partition: players by their last change
-- KEYS[4] dirty        sorted set of the partition: players to flush, so that MySQL learns what the loader found
-- ARGV[1] the generation the loader knows
-- ARGV[2] the loader's epoch
-- ARGV[3] the loaded sequence; 0 when nothing was loaded
-- ARGV[4] the loaded change id
-- ARGV[5] the player's id
-- ARGV[6] now, epoch milliseconds
-- ARGV[7] … field, value … to set; none when nothing was loaded
--
-- Reply: accepted, the sequence that was in Redis ("" for none), "1" when it was replaced, else "0".
-- Refusals: generation (the loader's is not the partition's)

--- @include "check_generation"

local player, generation, touched, dirty = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local known_generation, epoch, sequence, change, id, now =
    ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]

if not check_generation(generation, known_generation) then
    return {'generation'}
end
local stored = redis.call('HGET', player, 'v')
if stored then
    local _, stored_epoch, stored_sequence, stored_change =
        string.match(stored, '^(%S+) (%S+) (%S+) (%S+)$')
    if tonumber(stored_sequence) >= tonumber(sequence) then
        if tonumber(stored_epoch) > tonumber(epoch) then
            epoch = stored_epoch
        end
        redis.call('HSET', player, 'v',
            known_generation .. ' ' .. epoch .. ' ' .. stored_sequence .. ' ' .. stored_change)
        redis.call('ZADD', dirty, 'NX', now, id)
        return {'accepted', stored_sequence, '0'}
    end
    redis.call('DEL', player)
    stored = stored_sequence
end
if sequence ~= '0' then
    redis.call('HSET', player, 'v',
        known_generation .. ' ' .. epoch .. ' ' .. sequence .. ' ' .. change, unpack(ARGV, 7))
    redis.call('ZADD', touched, now, id)
    redis.call('ZADD', dirty, 'NX', now, id)
end
return {'accepted', stored or '', '1'}
