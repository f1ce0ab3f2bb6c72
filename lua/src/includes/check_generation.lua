-- Returns whether the partition is in the generation that the caller knows.
local function check_generation(key, known)
    return redis.call('GET', key) == known
end
