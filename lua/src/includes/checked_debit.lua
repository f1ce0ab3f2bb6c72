-- Takes a price from one of a player's balances, by its name. Returns whether it was there.
local function checked_debit(player, currency, price)
    local held = player[currency]
    if held < price then
        return false
    end
    player[currency] = held - price
    return true
end
