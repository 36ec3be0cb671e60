-- The first occupancy of a car that ends after an instant. The index of the exclusion constraint finds it too, at a higher price,
-- and a search asks for it car by car.
CREATE INDEX car_occupancy_end_idx ON car_occupancy (car_id, upper(during));
