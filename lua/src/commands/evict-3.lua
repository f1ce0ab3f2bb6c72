-- Removes an idle player whose snapshot is exactly what is stored here.
--
-- KEYS[1] player       hash
-- KEYS[2] dirty        sorted set of the partition: players to flush
-- KEYS[3] touched      sorted set of the partition: players by their last change
-- ARGV[1] the version of the snapshot
-- ARGV[2] the player's id
-- ARGV[3] idle since before this, epoch milliseconds
--
-- Reply: accepted
-- Refusals: changed (another version is stored, or it is not flushed), busy (touched since)

local player, dirty, touched = KEYS[1], KEYS[2], KEYS[3]
local version, id, idle_since = ARGV[1], ARGV[2], ARGV[3]

local last = redis.call('ZSCORE', touched, id)
if last and tonumber(last) >= tonumber(idle_since) then
    return {'busy'}
end
local stored = redis.call('HGET', player, 'v')
if stored and stored ~= version or redis.call('ZSCORE', dirty, id) then
    return {'changed'}
end
redis.call('DEL', player)
redis.call('ZREM', touched, id)
return {'accepted'}
