-- Raises a partition's generation; it never falls.
--
-- KEYS[1] generation   string: the partition's generation
-- ARGV[1] what it must at least be
--
-- Reply: accepted, the generation now

local generation = KEYS[1]
local at_least = ARGV[1]

local present = redis.call('GET', generation)
if present and tonumber(present) >= tonumber(at_least) then
    return {'accepted', present}
end
redis.call('SET', generation, at_least)
return {'accepted', at_least}
