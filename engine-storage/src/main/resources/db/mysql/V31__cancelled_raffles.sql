-- Raffles that do not take place. `step` of a raffle may be 5, cancelled, and 6, when every price was given back; `state` of
-- a reservation 3, its price given back. What is sold (1) is not for good any more. Jobs ask for raffles by their step.
ALTER TABLE raffle ADD KEY raffle_by_step (step, closes_at, raffle_id);
ALTER TABLE raffle_reservation ADD KEY raffle_reservation_sold (raffle_id, state, first_ticket);
