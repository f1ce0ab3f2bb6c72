-- Returns whether one canonical decimal text stands for less than another: ids need all their 64 bits.
local function is_before(text, other)
    return #text < #other or #text == #other and text < other
end
