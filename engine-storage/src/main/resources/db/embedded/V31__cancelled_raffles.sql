-- Raffles that do not take place. `step` of a raffle may be 5, cancelled, and 6, when every price was given back; `state` of
-- a reservation 3, its price given back. What is sold (1) is not for good any more. Jobs ask for raffles by their step.
CREATE INDEX raffle_by_step ON raffle (step, closes_at, raffle_id);
CREATE INDEX raffle_reservation_sold ON raffle_reservation (raffle_id, first_ticket) WHERE state = 1;

PRAGMA user_version = 31;
