-- Returns the sum of two whole numbers, or nil when it passes 2^53 - 1.
local function checked_add(a, b)
    if b > 9007199254740991 - a then
        return nil
    end
    return a + b
end
