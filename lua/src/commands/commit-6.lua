-- Replaces a player's state if nobody has changed it since it was read, keeps the answer, appends the change to the journal.
--
-- KEYS[1] player       hash
-- KEYS[2] generation   string: the partition's generation
-- KEYS[3] operation    string: the kept answer; the player's key again when there is none to keep
-- KEYS[4] journal      stream of the partition
-- KEYS[5] dirty        sorted set of the partition: players to flush, by the moment of their first change since
-- KEYS[6] touched      sorted set of the partition: players by their last change
-- ARGV[1] the generation the caller knows
-- ARGV[2] the version that was read: "generation epoch sequence change"; "" when there was no player
-- ARGV[3] the version to write; the one that was read when only an answer is to be kept
-- ARGV[4] the player's id
-- ARGV[5] now, epoch milliseconds
-- ARGV[6] the answer to keep, "" for none
-- ARGV[7] for how many milliseconds to keep it
-- ARGV[8] the change for the journal, "" for none
-- ARGV[9] how many of his earlier changes to return that are not archived yet, "" when nobody asks
-- ARGV[10] … field, value … to set
--
-- Reply: accepted; then, if a change was written and its forerunners were asked for, its name in the journal, and name, version, change, answer ("" for
-- none) of each of them, in order; "behind" in their place when there are more. Writing again what is already written is accepted and changes nothing.
-- Refusals: generation (the caller's is not the partition's), changed (another version is stored), known (the operation has an answer)

--- @include "add_unarchived"
--- @include "append_change"
--- @include "check_generation"

local player, generation, operation, journal, dirty, touched =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local known_generation, read_version, version, id, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local answer, answer_kept_millis, change, entries_max = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9])

if not check_generation(generation, known_generation) then
    return {'generation'}
end
local stored, last = unpack(redis.call('HMGET', player, 'v', 'j'))
stored = stored or ''
if change ~= '' and stored == version then
    return {'accepted'}
end
if stored ~= read_version then
    return {'changed'}
end
if answer ~= '' then
    if redis.call('EXISTS', operation) == 1 then
        return {'known'}
    end
    redis.call('SET', operation, answer, 'PX', answer_kept_millis)
end
if change == '' then
    return {'accepted'}
end
local name = append_change(journal, last or '', id, version, change, answer)
redis.call('HSET', player, 'v', version, 'j', name, unpack(ARGV, 10))
redis.call('ZADD', dirty, 'NX', now, id)
redis.call('ZADD', touched, now, id)
if not entries_max then
    return {'accepted'}
end
local reply = {'accepted', name}
if not add_unarchived(reply, journal, last, entries_max) then
    reply[3] = 'behind'
end
return reply
