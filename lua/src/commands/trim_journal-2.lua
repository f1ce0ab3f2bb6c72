-- Takes archived entries out of the journal.
--
-- KEYS[1] generation   string: the partition's generation
-- KEYS[2] journal      stream of the partition
-- ARGV[1] the generation in which they were read
-- ARGV[2] the name before which everything is archived
--
-- Reply: accepted
-- Refusals: generation (it has changed: other entries may stand under such names now)

--- @include "check_generation"

local generation, journal = KEYS[1], KEYS[2]
local known_generation, before = ARGV[1], ARGV[2]

if not check_generation(generation, known_generation) then
    return {'generation'}
end
redis.call('XTRIM', journal, 'MINID', before)
return {'accepted'}
