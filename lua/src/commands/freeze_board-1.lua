-- Lets a leaderboard take no more scores.
--
-- KEYS[1] entries   hash of the board
--
-- Reply: accepted
-- Refusals: unknown_board

local entries = KEYS[1]

local settings = redis.call('HGET', entries, 'board')
if not settings then
    return {'unknown_board'}
end
redis.call('HSET', entries, 'board', (string.gsub(settings, ' open$', ' frozen')))
return {'accepted'}
