-- Returns how often a divisor goes into a whole number: exact, because both are below 2^53.
local function floor_divide(number, divisor)
    return (number - number % divisor) / divisor
end
