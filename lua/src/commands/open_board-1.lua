-- Opens a leaderboard. One that exists stays as it is.
--
-- KEYS[1] entries   hash of the board
-- ARGV[1] its settings: method, direction, the last moment whose scores count, "open"
--
-- Reply: accepted, the settings now

local entries = KEYS[1]
local settings = ARGV[1]

redis.call('HSETNX', entries, 'board', settings)
return {'accepted', redis.call('HGET', entries, 'board')}
