-- Counts what a server has seen of players of one partition. PresenceRules in one round trip.
--
-- KEYS[1] sessions  hash of the partition: a player's latest session under the player's id, those before it under id and start, joined by
--                   a colon, until they are flushed; "start,last,requests,taps,platform,version"
-- KEYS[2] sent      number of the last batch of this server that was counted here
-- ARGV[1] the number of this batch
-- ARGV[2] how long a session waits for its player, milliseconds
-- ARGV    after these, for each sighting: player's id, first and last moment in epoch milliseconds, requests, taps, platform, version;
--         the last two empty for not said
--
-- Reply: accepted, "1" when this batch had been counted before, else "0".
-- Refusals: corrupt (a text is no number where one must be)

--- @include "whole_number"

local sessions, sent = KEYS[1], KEYS[2]
local batch, idle = whole_number(ARGV[1]), whole_number(ARGV[2])

local MOST = 9007199254740991
local SENDER_KEPT_SECONDS = 3600

-- What cannot be read counts as nothing: it is a figure, and nobody could put it right.
local function read_session(text)
    local start, last, requests, taps, platform, version =
        string.match(text or '', '^(%d+),(%d+),(%d+),(%d+),([^,]*),([^,]*)$')
    if not start then
        return nil
    end
    return {
        start = tonumber(start), last = tonumber(last), requests = tonumber(requests), taps = tonumber(taps),
        platform = platform, version = version,
    }
end

local function print_session(session)
    return string.format('%.0f,%.0f,%.0f,%.0f,', session.start, session.last, session.requests, session.taps)
        .. session.platform .. ',' .. session.version
end

if not batch or not idle or (#ARGV - 2) % 7 ~= 0 then
    return {'corrupt'}
end
if batch <= (whole_number(redis.call('GET', sent) or '0') or 0) then
    return {'accepted', '1'}
end

local seen = {}
for i = 3, #ARGV, 7 do
    local sighting = {
        player = ARGV[i], start = whole_number(ARGV[i + 1]), last = whole_number(ARGV[i + 2]),
        requests = whole_number(ARGV[i + 3]), taps = whole_number(ARGV[i + 4]), platform = ARGV[i + 5], version = ARGV[i + 6],
    }
    if not (sighting.start and sighting.last and sighting.requests and sighting.taps) then
        return {'corrupt'}
    end
    seen[#seen + 1] = sighting
end

for _, sighting in ipairs(seen) do
    local player = sighting.player
    local session = read_session(redis.call('HGET', sessions, player))
    if session and sighting.start - session.last < idle and session.start - sighting.last < idle then
        session.last = math.max(session.last, sighting.last)
        session.requests = math.min(session.requests + sighting.requests, MOST)
        session.taps = math.min(session.taps + sighting.taps, MOST)
        session.platform = sighting.platform ~= '' and sighting.platform or session.platform
        session.version = sighting.version ~= '' and sighting.version or session.version
    else
        if session then
            redis.call('HSET', sessions, player .. string.format(':%.0f', session.start), print_session(session))
        end
        session = sighting
    end
    redis.call('HSET', sessions, player, print_session(session))
end
redis.call('SET', sent, ARGV[1], 'EX', SENDER_KEPT_SECONDS)
return {'accepted', '0'}
