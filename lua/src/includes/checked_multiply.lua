-- Returns the product of two whole numbers, or nil when it passes 2^53 - 1.

--- @include "floor_divide"

local function checked_multiply(a, b)
    if b > 0 and a > floor_divide(9007199254740991, b) then
        return nil
    end
    return a * b
end
