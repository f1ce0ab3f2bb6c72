-- Forgets sessions that were flushed, unless something was counted in them since.
--
-- KEYS[1] sessions  hash of the partition, see record_presence
-- ARGV    for each session: its field, and what was flushed
--
-- Reply: accepted, how many were forgotten

local sessions = KEYS[1]

local forgotten = 0
for i = 1, #ARGV, 2 do
    if redis.call('HGET', sessions, ARGV[i]) == ARGV[i + 1] then
        forgotten = forgotten + redis.call('HDEL', sessions, ARGV[i])
    end
end
return {'accepted', string.format('%.0f', forgotten)}
