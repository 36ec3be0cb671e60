-- Whose a booking is, whom an event belongs to, and who caused it.

ALTER TABLE booking
    ADD COLUMN owner text COLLATE "C",
    ADD CONSTRAINT booking_owner_form CHECK (owner ~ '^[!-~]{1,255}$');
COMMENT ON COLUMN booking.owner IS 'The account that made the booking; NULL if nobody had to authenticate.';
COMMENT ON CONSTRAINT booking_owner_form ON booking IS 'Refuses an account that does not have 1 to 255 visible ASCII characters.';
-- Lists the bookings of an owner by id.
CREATE INDEX booking_owner_idx ON booking (owner, id) WHERE owner IS NOT NULL;

ALTER TABLE event
    ADD COLUMN dealer_id uuid,
    ADD COLUMN actor text COLLATE "C",
    ADD COLUMN actor_role text,
    ADD CONSTRAINT event_actor_form CHECK (actor ~ '^[!-~]{1,255}$'),
    ADD CONSTRAINT event_actor_role_known CHECK (actor_role IN ('FLEET_ADMIN', 'DEALER_STAFF', 'CUSTOMER')),
    ADD CONSTRAINT event_actor_complete CHECK ((actor IS NULL) = (actor_role IS NULL));
UPDATE event SET dealer_id = coalesce(
    (SELECT dealer_id FROM booking WHERE id = subject_id),
    (SELECT dealer_id FROM maintenance_window WHERE id = subject_id),
    (SELECT dealer_id FROM car WHERE id = subject_id));
ALTER TABLE event ALTER COLUMN dealer_id SET NOT NULL;
COMMENT ON COLUMN event.dealer_id IS 'The dealer that the subject belongs to.';
COMMENT ON COLUMN event.actor IS 'The account that caused the event; NULL if the service did, or if nobody had to authenticate.';
COMMENT ON CONSTRAINT event_actor_form ON event IS 'Refuses an account that does not have 1 to 255 visible ASCII characters.';
COMMENT ON CONSTRAINT event_actor_role_known ON event IS 'Refuses a role that the domain does not know.';
COMMENT ON CONSTRAINT event_actor_complete ON event IS 'Refuses an account without its role, and a role without an account.';
-- The feed of one dealer.
CREATE INDEX event_dealer_idx ON event (dealer_id, sequence);
