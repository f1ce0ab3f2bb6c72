-- Takes a player whose snapshot was written off the dirty set, unless he has changed again meanwhile. His entries in the journal are archived
-- then: the snapshot has brought them along.
--
-- KEYS[1] player       hash
-- KEYS[2] dirty        sorted set of the partition: players to flush
-- ARGV[1] the version that was written
-- ARGV[2] the player's id
-- ARGV[3] the moment it was read, epoch milliseconds: later changes wait from then on
--
-- Reply: accepted
-- Refusals: changed (the player stays on the set)

local player, dirty = KEYS[1], KEYS[2]
local version, id, read_at = ARGV[1], ARGV[2], ARGV[3]

local stored = redis.call('HGET', player, 'v')
if stored and stored ~= version then
    redis.call('ZADD', dirty, 'XX', read_at, id)
    return {'changed'}
end
redis.call('ZREM', dirty, id)
redis.call('HDEL', player, 'j')
return {'accepted'}
